import { List, type Scope, column, maybe, oneOf } from '#platform';
import { importStatuses } from '#rights';
import { lineLabels, lineStates, workbookLabels } from './offer-sheet.words.js';

/** Workbooks of villages, the latest first. */
export const workbookList = new List({
  name: 'offer-workbooks',
  at: '/listings/workbooks',
  from: 'offer_workbook w',
  id: 'w.id',
  fields: {
    id: column.text('w.id'),
    fileName: column.text('w.file_name'),
    office: column.text('w.office_code'),
    status: column.code('w.status', importStatuses),
    startedBy: column.text('w.started_by_name'),
    startedAt: column.moment('w.started_at'),
  },
  filters: { status: oneOf('w.status', Object.keys(importStatuses)) },
  sorts: { newest: { sql: 'w.started_at', type: 'timestamptz', down: true } },
  words: { text: `search_plain(concat_ws(' ', w.file_name, w.started_by_name))` },
  labels: {
    ...workbookLabels,
    filters: {
      status: { label: workbookLabels.status.label, choices: { ...workbookLabels.status.every, ...importStatuses } },
    },
  },
});

/** Rows of one workbook, in its own order. */
export const lineList = new List({
  name: 'offer-lines',
  at: '/listings/workbooks/:id',
  from: 'offer_line l',
  id: 'l.id',
  idType: 'bigint',
  fields: {
    id: column.count('l.id'),
    rowNumber: column.count('l.row_number'),
    lot: column.text('l.lot'),
    parcelCode: column.text('l.parcel_code'),
    outcome: column.code('l.outcome', lineStates),
    field: column.text('l.field'),
    reason: column.text('l.reason'),
    listingId: maybe(column.text('l.listing_id')),
  },
  filters: { outcome: oneOf('l.outcome', Object.keys(lineStates)) },
  sorts: { row: { sql: 'l.row_number', type: 'numeric' } },
  words: { text: `search_plain(concat_ws(' ', l.parcel_code, l.reason))` },
  labels: {
    ...lineLabels,
    filters: { outcome: { label: lineLabels.outcome.label, choices: { ...lineLabels.outcome.every, ...lineStates } } },
  },
  pageSize: 50,
});

/** Rows of one workbook. */
export const ofWorkbook = (id: string): Scope => ({ name: 'workbook', where: (say) => `l.workbook_id = ${say(id)}` });
