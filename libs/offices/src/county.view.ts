import { type Of, value, view } from '#platform';
import type { ChangeCounts, CountyFile } from './county.service.js';
import type { DivisionDiff } from './division.rules.js';
import { changeLabels as labels, officeLabels } from './offices.words.js';

/** How many names of each kind are told; the rest is a number. */
export const told = 60;

/** What a change does, in figures. */
export const countsView = view(
  'DivisionCounts',
  {
    kept: value.count(labels.kept),
    opened: value.count(labels.opened),
    closed: value.count(labels.closed),
    renamed: value.count(labels.renamed),
    recoded: value.count(labels.recoded),
    merged: value.count(labels.merged),
    unknown: value.count(labels.unknown),
    records: value.count(labels.records),
  },
  labels.counts,
);
export type Counts = Of<typeof countsView>;

const place = { code: value.text(officeLabels.code), name: value.text(officeLabels.name) } as const;
const placeView = view('Place', place);
const renamedView = view('PlaceRenamed', { ...place, before: value.text(labels.before) });

/** What a division file would do, before anybody confirms it. */
export const rehearsalView = view(
  'DivisionRehearsal',
  {
    id: value.id(),
    fileName: value.text(labels.fileName),
    on: value.day(labels.onDay),
    confirmed: value.flag(labels.confirmed),
    counts: countsView,
    opened: value.many(placeView, labels.opened),
    unknown: value.many(placeView, labels.unknown),
    recoded: value.many(placeView, labels.recoded),
    renamed: value.many(renamedView, labels.renamed),
  },
  labels.rehearsal,
);
export type Rehearsal = Of<typeof rehearsalView>;

/** The changes there were, and of one town the villages that wait for a successor. */
export const countyView = view(
  'DivisionChanges',
  {
    changes: value.many(
      view('DivisionChange', {
        id: value.id(),
        fileName: value.text(labels.fileName),
        onDay: value.day(labels.onDay),
        loadedBy: value.text(labels.loadedBy),
        loadedAt: value.moment(labels.loadedAt),
        counts: countsView,
      }),
      labels.changes,
    ),
    waiting: value.many(
      view('VillageWaiting', { ...place, onDay: value.day(labels.onDay), records: value.count(labels.records) }),
      labels.waiting,
    ),
  },
  labels.title,
);
export type County = Of<typeof countyView>;

/** How many records went over to the successor. */
export const handedView = view('SuccessorNamed', { rows: value.count(labels.handed) });

export const countsOf = ({ records, ...counts }: ChangeCounts): Counts => ({
  ...counts,
  records: records.reduce((sum, each) => sum + each.rows, 0),
});

export function rehearsalOf(
  id: string,
  { fileName, on }: CountyFile,
  counts: ChangeCounts,
  diff: DivisionDiff,
  confirmed: boolean,
): Rehearsal {
  const places = (list: readonly { name: string; code: string }[]) =>
    list.slice(0, told).map(({ name, code }) => ({ name, code }));
  return {
    ...{ id, fileName, on, confirmed, counts: countsOf(counts) },
    opened: places(diff.opened),
    unknown: places(diff.closed.filter((each) => each.kind !== 'merged').map((each) => each.division)),
    recoded: places(diff.recoded.map((each) => each.after)),
    renamed: diff.renamed
      .slice(0, told)
      .map(({ before, after }) => ({ before: before.name, name: after.name, code: after.code })),
  };
}
