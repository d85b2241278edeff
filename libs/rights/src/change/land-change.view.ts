import {
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import { importKinds } from '../import/import.words.js';
import type { LandChange } from '../land-change.entity.js';
import { landChangeKinds, landChangeLabels } from '../land-change.words.js';
import { landChangeWorkflow } from '../land-change.workflow.js';
import { statuses } from '../right.words.js';
import { termOf } from '../term-range.js';
import type { ChangedParcel, TouchedRight } from './land-changes.queries.js';

const { change: labels, parcel, case: touched, fields } = landChangeLabels;

const differenceView = view('LandDifference', {
  kind: value.code(landChangeKinds, labels.kind),
  before: value.text(labels.before),
  after: value.text(labels.after),
});

/** A row of the register that would move land under cases and rights, to the staff of its offices. */
export const landChangeView = view(
  'LandChange',
  {
    id: value.id(),
    revision: value.count(),
    state: value.code(stateWords(landChangeWorkflow), landChangeLabels.state),
    stateSince: value.moment(fields.stateSince),
    source: value.code(importKinds, fields.table),
    code: value.text(fields.code),
    place: value.text(labels.place),
    dueAt: value.maybe(value.moment(fields.dueAt)),
    differences: value.many(differenceView, labels.differences),
    parcels: value.many(
      view('ChangedParcel', { id: value.id(), code: value.text(parcel.code), name: value.text(parcel.name) }),
      labels.parcels,
    ),
    cases: value.many(
      view('TouchedRight', {
        subject: value.text(),
        subjectId: value.id(),
        number: value.maybe(value.text(touched.number)),
        parcel: value.text(touched.parcel),
        holder: value.text(touched.holder),
        grantor: value.text(touched.grantor),
        termStart: value.day(touched.termStart),
        termEnd: value.day(touched.termEnd),
        status: value.code(statuses, touched.status),
      }),
      labels.cases,
    ),
    reason: value.maybe(value.text(labels.reason)),
    files: value.many(value.href(), labels.files),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  landChangeLabels.title,
);
export type LandChangeView = Of<typeof landChangeView>;

/** What a change is shown from. */
export interface LandChangeSeen {
  record: LandChange;
  place: string;
  parcels: readonly ChangedParcel[];
  rights: readonly TouchedRight[];
  /** Numbers of the cases behind the rights, by their ids. */
  numbers: ReadonlyMap<string, string>;
  files: readonly EvidenceFile[];
  acts: readonly FormAct[];
  history: readonly HistoryLine[];
}

export function landChangeOf(seen: LandChangeSeen): LandChangeView {
  const { id, revision, state, stateSince, dueAt, source, code, differences, reason } = seen.record;
  return {
    ...{ id, revision, state, stateSince, dueAt, code, differences, reason, place: seen.place },
    source: source as LandChangeView['source'],
    parcels: [...seen.parcels],
    cases: seen.rights.map(({ rightId: _id, term, ...right }) => {
      const { start: termStart, end: termEnd } = termOf(term);
      return { ...right, number: seen.numbers.get(right.subjectId) ?? null, termStart, termEnd };
    }),
    files: seen.files.map((file) => `/files/${file.id}`),
    acts: seen.acts.map(offerOf),
    history: seen.history.map(historyLineOf),
  };
}
