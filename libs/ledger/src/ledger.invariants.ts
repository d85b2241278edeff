import type { promises } from './ledger.words.js';

/** One promise of the ledger, as the query that names who breaks it. */
export interface Invariant {
  name: keyof typeof promises;
  sql: string;
}

/** What the ledger promises, and what in the database keeps it: more is told by who keeps money in it (`LedgerChecks.register`). */
export interface Promises {
  invariants: readonly Invariant[];
  /** Triggers without which the database would no longer refuse what it promises to refuse, each with its table. */
  guards: readonly (readonly [table: string, trigger: string])[];
  /** Tables that are written once. */
  written: readonly string[];
}

const sums = (column: string, from: string, where: string): string => `
    coalesce((SELECT sum(${column}) FROM ${from} x WHERE x.subject = h.subject AND x.subject_id = h.subject_id AND ${where}), 0)`;

/** Everybody whose money the ledger keeps or kept: what was paid in, approved, owed, gone and is held, under the town it was born in. */
export const perHolder = `
  SELECT h.subject, h.subject_id AS id, h.town,
    ${sums('amount_fen', 'receipt', 'true')} AS paid,
    ${sums('amount_fen', 'disbursement', 'approved_at IS NOT NULL AND returned_at IS NULL')} AS approved,
    ${sums('amount_fen', 'disbursement', 'approved_at IS NOT NULL AND paid_at IS NULL')} AS owed,
    ${sums('amount_fen', 'disbursement', 'paid_at IS NOT NULL AND returned_at IS NULL')} AS gone,
    ${sums('-balance_fen', 'ledger_account', `kind = 'held'`)} AS held,
    ${sums('-balance_fen', 'ledger_account', `kind IN ('payable', 'escrow')`)} AS payable
  FROM (SELECT subject, subject_id, min(town) AS town FROM (
          SELECT subject, subject_id, rpad(left(office_code_born, 9), 12, '0') AS town FROM ledger_account WHERE subject IS NOT NULL
          UNION ALL SELECT subject, subject_id, NULL FROM receipt
          UNION ALL SELECT subject, subject_id, NULL FROM disbursement) moved
        GROUP BY subject, subject_id) h`;

const guards = [
  ['ledger_transaction', 'ledger_transaction_append_only'],
  ['ledger_transaction', 'ledger_transaction_balanced'],
  ['ledger_entry', 'ledger_entry_append_only'],
  ['ledger_entry', 'ledger_entry_balanced'],
  ['ledger_entry', 'ledger_entry_carry'],
  ['ledger_account', 'ledger_account_guard'],
  ['ledger_check', 'ledger_check_append_only'],
  ['receipt', 'receipt_append_only'],
  ['disbursement', 'disbursement_kept'],
  ['disbursement', 'disbursement_stays'],
  ['disbursement', 'disbursement_to_payer'],
] as const;

/** Constraints of the same weight. */
export const ledgerConstraints = [
  'ledger_account_not_negative',
  'ledger_account_side',
  'ledger_entry_not_zero',
  'receipt_slip_once',
  'disbursement_slip_once',
  'disbursement_two_persons',
  'disbursement_approved',
  'disbursement_paid',
  'disbursement_one_answer',
  'disbursement_to_its_source',
  'disbursement_returned',
] as const;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/**
 * What the ledger promises (I1 to I8; I7 is about bids, which the exchange does not take yet). Each query answers with the
 * ids of those who break the promise, never with a name or an account number.
 */
const invariants: readonly Invariant[] = [
  {
    name: 'entries_balance',
    sql: `SELECT t.id FROM ledger_transaction t LEFT JOIN ledger_entry e ON e.transaction_id = t.id
          GROUP BY t.id HAVING coalesce(sum(e.amount_fen), 0) <> 0 OR count(e.id) <> t.entries`,
  },
  { name: 'no_entry_of_nothing', sql: 'SELECT id FROM ledger_entry WHERE amount_fen = 0' },
  {
    name: 'balances_are_sums',
    sql: `SELECT a.id FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
          GROUP BY a.id HAVING a.balance_fen <> coalesce(sum(e.amount_fen), 0)`,
  },
  {
    name: 'no_account_below_nothing',
    sql: `SELECT id FROM ledger_account WHERE may_go_negative OR (CASE side WHEN 'asset' THEN balance_fen ELSE -balance_fen END) < 0`,
  },
  { name: 'held_is_paid_less_approved', sql: `SELECT id FROM (${perHolder}) s WHERE held <> paid - approved` },
  { name: 'owed_is_approved_not_paid', sql: `SELECT id FROM (${perHolder}) s WHERE payable <> owed` },
  {
    name: 'banks_hold_paid_less_gone',
    sql: `SELECT coalesce(s.office, a.office) AS id
          FROM (SELECT town AS office, sum(paid - gone) AS due FROM (${perHolder}) h GROUP BY 1) s
          FULL JOIN (SELECT office_code_born AS office, sum(balance_fen) AS stands FROM ledger_account WHERE kind = 'bank' GROUP BY 1) a
            ON a.office = s.office
          WHERE coalesce(s.due, 0) <> coalesce(a.stands, 0)`,
  },
  { name: 'no_more_out_than_in', sql: `SELECT id FROM (${perHolder}) s WHERE approved > paid` },
  {
    name: 'one_slip_one_booking',
    sql: `SELECT p.id FROM receipt p WHERE NOT EXISTS (
            SELECT 1 FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id JOIN ledger_account a ON a.id = e.account_id
            WHERE t.id = p.transaction_id AND t.kind = 'pay_in' AND (t.subject, t.subject_id) = (p.subject, p.subject_id) AND a.kind = 'bank' AND e.amount_fen = p.amount_fen)
          UNION ALL SELECT t.id FROM ledger_transaction t WHERE t.kind = 'pay_in'
            AND NOT EXISTS (SELECT 1 FROM receipt p WHERE p.transaction_id = t.id)`,
  },
  {
    name: 'two_persons_pay',
    sql: `SELECT id FROM disbursement WHERE approved_by = requested_by OR (approved_at IS NOT NULL AND approved_by IS NULL)
            OR (paid_at IS NOT NULL AND approved_at IS NULL) OR (requested_by IS NULL AND paid_by = approved_by)`,
  },
  {
    name: 'back_to_its_source',
    sql: `SELECT o.id FROM disbursement o LEFT JOIN receipt p ON p.id = o.receipt_id
          WHERE o.kind = 'release' AND (p.subject, p.subject_id, p.payer_name, p.payer_bank, p.payer_account_tail)
            IS DISTINCT FROM (o.subject, o.subject_id, o.payee_name, o.payee_bank, o.payee_account_tail)`,
  },
  {
    name: 'no_more_back_than_came',
    sql: `SELECT p.id FROM receipt p JOIN disbursement o ON o.receipt_id = p.id AND o.refused_at IS NULL AND o.returned_at IS NULL
          GROUP BY p.id HAVING sum(o.amount_fen) > p.amount_fen`,
  },
];

/** What the ledger itself promises. */
export const ownPromises: Promises = {
  invariants,
  guards,
  written: ['ledger_transaction', 'ledger_entry', 'ledger_check', 'receipt'],
};

/** That all which keeps these promises is still there: the triggers, the constraints, and nobody who may rewrite. */
export function keptBy({ guards: wanted, written }: Promises): Invariant[] {
  const rows = wanted.map(([table, name]) => `('${table}', '${name}')`).join(', ');
  return [
    {
      name: 'guards_are_there',
      sql: `SELECT wanted.name AS id FROM (VALUES ${rows}) AS wanted (kept, name)
            WHERE NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgname = wanted.name AND t.tgrelid = to_regclass(wanted.kept) AND t.tgenabled IN ('O', 'A'))`,
    },
    {
      name: 'constraints_are_there',
      sql: `SELECT name AS id FROM unnest(ARRAY[${quoted(ledgerConstraints)}]) AS name
            WHERE NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = name AND convalidated)`,
    },
    {
      name: 'nobody_may_rewrite',
      sql: `SELECT c.relname || ' ' || a.privilege_type AS id FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
            WHERE c.relname IN (${quoted(written)}) AND c.relnamespace = to_regnamespace('public')
              AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE') AND a.grantee <> c.relowner`,
    },
  ];
}
