import { type Of, pageValue, rowValue, value, view } from '#platform';
import type { RegisterImport } from './import.entity.js';
import { quarantineList } from './import.list.js';
import { importKinds, importLabels, importStatuses, quarantineLabels } from './import.words.js';

const { fields: labels } = importLabels;

const readCellView = view('ReadCell', {
  field: value.text(quarantineLabels.fields.field),
  value: value.text(labels.value),
});
const readLineView = view('ReadLine', {
  rowNumber: value.count(quarantineLabels.fields.rowNumber),
  cells: value.many(readCellView, labels.cells),
});

const importParts = {
  id: value.id(),
  fileName: value.text(labels.fileName),
  kind: value.code(importKinds, labels.kind),
  status: value.code(importStatuses, labels.status),
  rowsTotal: value.count(labels.rowsTotal),
  rowsDone: value.count(labels.rowsDone),
  added: value.count(labels.added),
  changed: value.count(labels.changed),
  unchanged: value.count(labels.unchanged),
  legacy: value.count(labels.legacy),
  bad: value.count(labels.bad),
  held: value.count(labels.held),
  /** While it waits to be taken in: how its first rows were read, personal numbers masked. */
  firstRows: value.many(readLineView, labels.firstRows),
  overlapping: value.count(labels.overlapping),
  /** When the very same file was taken in before. */
  earlierAt: value.maybe(value.moment(labels.earlierAt)),
};

/** One file on its way into the register: how far it is, and what it did or would do. */
export const importView = view('RegisterImport', importParts, importLabels.title);
export type ImportJson = Of<typeof importView>;

/** The same with the rows of it that did not come in. */
export const importPageView = pageValue(quarantineList, rowValue(quarantineList), importParts);
export type ImportPage = Of<typeof importPageView>;

export function importOf(job: RegisterImport, earlier: RegisterImport | null): ImportJson {
  const {
    id,
    fileName,
    kind,
    status,
    firstRows,
    rowsTotal,
    rowsDone,
    added,
    changed,
    unchanged,
    legacy,
    bad,
    held,
    overlapping,
  } = job;
  return {
    ...{
      id,
      fileName,
      kind,
      status,
      firstRows,
      rowsTotal,
      rowsDone,
      added,
      changed,
      unchanged,
      legacy,
      bad,
      held,
      overlapping,
    },
    earlierAt: earlier && (earlier.finishedAt ?? earlier.startedAt),
  };
}

/** What only the page of a file needs: what can be done with it now. */
export function importPage({ status, rowsDone, rowsTotal, added, changed, bad, held }: ImportJson) {
  const comes = added + changed + held > 0;
  return {
    working: status === 'checking' || status === 'running',
    would: status === 'checking' || status === 'checked',
    percent: rowsTotal === 0 ? 100 : Math.floor((rowsDone * 100) / rowsTotal),
    runnable: status === 'checked' && comes,
    hopeless: status === 'checked' && !comes && bad > 0,
  };
}
