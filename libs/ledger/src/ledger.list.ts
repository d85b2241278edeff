import { List, type RowOf, column, dayFrom, dayUntil, maybe, named, oneOf, sqlNames, under } from '#platform';
import { accountNames, bookingKinds, ledgerLabels } from './ledger.words.js';

/** What moves the two accounts of every day; the others are found by what is booked. */
const moving = {
  bank: ['pay_in', 'pay_out', 'returned'],
  held: ['pay_in', 'approve_release', 'approve_claim', 'returned'],
} as const;
const moves = Object.entries(moving).map(([name, kinds]) => [name, `t.kind IN (${sqlNames(kinds)})`]);

const { bank, held } = accountNames;

/** Every booking, each with its two accounts, the latest first. */
export const ledgerList = new List({
  name: 'ledger',
  at: '/ledger',
  from: `ledger_transaction t
    JOIN ledger_account h ON h.subject = t.subject AND h.subject_id = t.subject_id AND h.kind = 'held'
    JOIN ledger_entry e ON e.transaction_id = t.id AND e.amount_fen > 0 JOIN ledger_account one ON one.id = e.account_id
    JOIN ledger_entry c ON c.transaction_id = t.id AND c.amount_fen < 0 JOIN ledger_account other ON other.id = c.account_id
    LEFT JOIN account a ON a.id = t.booked_by`,
  id: 'e.transaction_id',
  fields: {
    id: column.text('e.transaction_id'),
    day: column.day('t.booked_on'),
    bookedAt: column.moment('t.booked_at'),
    officeCode: column.text('h.office_code'),
    caseNumber: column.text('h.number'),
    subject: column.text('t.subject'),
    subjectId: column.text('t.subject_id'),
    kind: column.code('t.kind', bookingKinds),
    slipNumber: maybe(column.text('t.slip_number')),
    debit: column.code('one.kind', accountNames),
    credit: column.code('other.kind', accountNames),
    amountFen: column.fen('e.amount_fen'),
    by: column.text(`coalesce(a.name, '')`),
  },
  filters: {
    kind: oneOf('t.kind', Object.keys(bookingKinds)),
    account: named(Object.fromEntries(moves)),
    office: under('h.office_code'),
    case: { like: /^[0-9A-Z-]{4,30}$/, where: (value, say) => `h.number = ${say(value)}` },
    from: dayFrom('t.booked_on'),
    to: dayUntil('t.booked_on'),
  },
  sorts: {
    latest: { sql: 't.booked_at', type: 'timestamptz', down: true },
    oldest: { sql: 't.booked_at', type: 'timestamptz' },
    largest: { sql: 'e.amount_fen', type: 'numeric', down: true },
  },
  pageSize: 50,
  labels: {
    ...ledgerLabels,
    filters: {
      kind: { ...ledgerLabels.kind, choices: { '': ledgerLabels.kind.every, ...bookingKinds } },
      account: { ...ledgerLabels.account, choices: { '': ledgerLabels.account.every, bank, held } },
      office: { ...ledgerLabels.office, choices: { '': ledgerLabels.office.every } },
      ...ledgerLabels.typed,
    },
  },
  chips: { filter: 'kind' },
  sheet: [
    'day',
    { field: 'place', width: 20 },
    { field: 'caseNumber', width: 24 },
    { field: 'kind', width: 16 },
    { field: 'slipNumber', width: 24 },
    { field: 'debit', width: 20 },
    { field: 'credit', width: 20 },
    'amountFen',
    'by',
  ],
});

export type Booked = RowOf<typeof ledgerList.spec.fields>;
