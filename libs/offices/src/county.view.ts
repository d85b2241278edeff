import type { ChangeCounts, CountyFile } from './county.service.js';
import type { DivisionDiff } from './division.rules.js';

/** How many names of each kind a page shows; the rest is a number. */
const shown = 60;

export function countsView(counts: ChangeCounts): object {
  return {
    kept: counts.kept,
    opened: counts.opened,
    closed: counts.closed,
    renamed: counts.renamed,
    recoded: counts.recoded,
    merged: counts.merged,
    unknown: counts.unknown,
    records: counts.records.reduce((sum, each) => sum + each.rows, 0),
  };
}

/** What a division file would do, before anybody confirms it. */
export function rehearsalView(
  id: string,
  file: CountyFile,
  counts: ChangeCounts,
  diff: DivisionDiff,
  confirmed: boolean,
): object {
  const names = (list: readonly { name: string; code: string }[]): object[] =>
    list.slice(0, shown).map(({ name, code }) => ({ name, code }));
  return {
    title: '区划变更预演',
    fileName: file.fileName,
    on: file.on,
    ...countsView(counts),
    openedList: names(diff.opened),
    closedList: names(diff.closed.filter((each) => each.kind !== 'merged').map((each) => each.division)),
    recodedList: names(diff.recoded.map((each) => each.after)),
    renamedList: diff.renamed
      .slice(0, shown)
      .map(({ before, after }) => ({ name: `${before.name} → ${after.name}`, code: after.code })),
    shown,
    confirmed,
    confirmHref: `/county/rehearsals/${id}/confirmation`,
  };
}
