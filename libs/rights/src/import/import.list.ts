import { List, type Scope, column, maybe, named, oneOf } from '#platform';
import { importKinds, importLabels, importStatuses, quarantineLabels } from './import.words.js';

/** Files on their way into the register, newest first. */
export const importList = new List({
  name: 'register-imports',
  at: '/register/imports',
  from: 'register_import i',
  id: 'i.id',
  fields: {
    id: column.text('i.id'),
    fileName: column.text('i.file_name'),
    kind: column.code('i.kind', importKinds),
    status: column.code('i.status', importStatuses),
    rowsTotal: column.count('i.rows_total'),
    added: column.count('i.added'),
    changed: column.count('i.changed'),
    unchanged: column.count('i.unchanged'),
    legacy: column.count('i.legacy'),
    bad: column.count('i.bad'),
    held: column.count('i.held'),
    overlapping: column.count('i.overlapping'),
    startedByName: column.text('i.started_by_name'),
    startedAt: column.moment('i.started_at'),
    finishedAt: maybe(column.moment('i.finished_at')),
  },
  filters: {
    kind: oneOf('i.kind', Object.keys(importKinds)),
    status: oneOf('i.status', Object.keys(importStatuses)),
    rows: named({ bad: 'i.bad > 0', held: 'i.held > 0', overlapping: 'i.overlapping > 0' }),
  },
  sorts: {
    newest: { sql: 'i.started_at', type: 'timestamptz', down: true },
    bad: { sql: 'i.bad', type: 'numeric', down: true },
  },
  words: { text: `search_plain(concat_ws(' ', i.file_name, i.started_by_name))` },
  labels: {
    ...importLabels,
    filters: {
      kind: { label: importLabels.kind, choices: { ...importLabels.every, ...importKinds } },
      status: { label: importLabels.status, choices: { ...importLabels.every, ...importStatuses } },
      ...importLabels.filters,
    },
  },
  chips: { filter: 'status' },
  sheet: [
    { field: 'fileName', width: 36 },
    { field: 'kind', width: 24 },
    'startedByName',
    { field: 'startedAt', width: 22 },
    { field: 'finishedAt', width: 22 },
    'rowsTotal',
    'added',
    'changed',
    'unchanged',
    'legacy',
    'bad',
    'held',
    'overlapping',
    { field: 'status', width: 24 },
  ],
});

/** Rows of one file that did not come in, in its own order. */
export const quarantineList = new List({
  name: 'quarantined-rows',
  at: '/register/imports/:id',
  from: 'quarantined_row q',
  id: 'q.id',
  idType: 'bigint',
  fields: {
    id: column.count('q.id'),
    rowNumber: column.count('q.row_number'),
    field: column.text('q.field'),
    reason: column.text('q.reason'),
    shown: column.text('q.shown'),
    cameIn: column.flag('q.came_in'),
  },
  filters: { field: { like: /^[\w\p{Script=Han}]{1,40}$/u, where: (value, say) => `q.field = ${say(value)}` } },
  sorts: {
    row: { sql: 'q.row_number', type: 'numeric' },
    field: { sql: 'q.field', type: 'text' },
  },
  words: { text: `search_plain(concat_ws(' ', q.reason, q.shown))` },
  labels: quarantineLabels,
  pageSize: 50,
});

/** Rows of one file. */
export const ofImport = (id: string): Scope => ({ name: 'import', where: (say) => `q.import_id = ${say(id)}` });
