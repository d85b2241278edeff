import { List, type RowOf, column, under } from '#platform';
import { escrowLabels } from './escrow.words.js';

/** Every account that a town has or had, by town, the latest of each first. */
export const escrowList = new List({
  name: 'escrow-accounts',
  at: '/escrow-accounts',
  from: 'escrow_account e',
  id: 'e.id',
  fields: {
    id: column.text('e.id'),
    officeCode: column.text('e.office_code'),
    holder: column.text('e.holder'),
    bank: column.text('e.bank'),
    // In clear: it is an office's account, printed on every demand.
    number: column.text('e.number'),
    validFrom: column.day('e.valid_from'),
    basis: column.text('e.basis'),
    setBy: column.text('e.set_by_name'),
    setAt: column.moment('e.set_at'),
  },
  filters: { office: under('e.office_code') },
  sorts: {
    town: {
      sql: `e.office_code || lpad((99991231 - to_char(e.valid_from, 'YYYYMMDD')::int)::text, 8, '0')`,
      type: 'text',
    },
    newest: { sql: 'e.set_at', type: 'timestamptz', down: true },
    starting: { sql: 'e.valid_from', type: 'date', down: true },
  },
  words: { text: `search_plain(e.holder || ' ' || e.bank || ' ' || e.number)` },
  pageSize: 50,
  labels: {
    ...escrowLabels,
    filters: { office: { ...escrowLabels.office, choices: { '': escrowLabels.office.every } } },
  },
  sheet: [
    'place',
    'status',
    { field: 'holder', width: 40 },
    { field: 'number', width: 30 },
    { field: 'bank', width: 24 },
    'validFrom',
    { field: 'basis', width: 40 },
    'setBy',
    { field: 'setAt', width: 22 },
  ],
});

export type EscrowListed = RowOf<typeof escrowList.spec.fields>;
