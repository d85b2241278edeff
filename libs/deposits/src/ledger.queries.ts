import type { Day, Fen } from '#kernel';
import type { Database } from '#platform';
import type { LedgerAccountKind } from './ledger.entities.js';

/** One town's line of the trial balance: what it has, and whose it is. */
export interface TrialLine {
  officeCode: string;
  bankFen: Fen;
  heldFen: Fen;
  payableFen: Fen;
  escrowFen: Fen;
}

export interface BookedLine {
  id: string;
  day: Day;
  bookedAt: Date;
  officeCode: string;
  caseNumber: string;
  depositId: string;
  description: string;
  debit: LedgerAccountKind;
  credit: LedgerAccountKind;
  amountFen: Fen;
  by: string;
}

/** Balances by town; debts are shown as what they are, without their sign. */
export function trialBalance(database: Database, prefix: string): Promise<TrialLine[]> {
  const sum = (kind: LedgerAccountKind, sign: '' | '-'): string =>
    `(${sign}coalesce(sum(balance_fen) FILTER (WHERE kind = '${kind}'), 0))::bigint AS "${kind}Fen"`;
  return database.ask<TrialLine & Record<string, unknown>>(
    `SELECT town AS "officeCode", ${sum('bank', '')}, ${sum('held', '-')}, ${sum('payable', '-')}, ${sum('escrow', '-')}
     FROM (SELECT rpad(left(office_code, 9), 12, '0') AS town, kind, balance_fen FROM ledger_account WHERE office_code LIKE $1) a
     GROUP BY town ORDER BY town`,
    [`${prefix}%`],
  );
}

/** Bookings of an office between two days, oldest first. */
export function bookings(database: Database, prefix: string, from: Day, to: Day, limit: number): Promise<BookedLine[]> {
  return database.ask<BookedLine & Record<string, unknown>>(
    `SELECT t.id, t.booked_on AS day, t.booked_at AS "bookedAt", d.office_code AS "officeCode", d.case_number AS "caseNumber", d.id AS "depositId",
       t.description, one.kind AS debit, other.kind AS credit, e.amount_fen AS "amountFen", coalesce(a.name, '') AS by
     FROM ledger_transaction t JOIN deposit d ON d.id = t.deposit_id
     JOIN ledger_entry e ON e.transaction_id = t.id AND e.amount_fen > 0 JOIN ledger_account one ON one.id = e.account_id
     JOIN ledger_entry c ON c.transaction_id = t.id AND c.amount_fen < 0 JOIN ledger_account other ON other.id = c.account_id
     LEFT JOIN account a ON a.id = t.booked_by
     WHERE d.office_code LIKE $1 AND t.booked_on BETWEEN $2 AND $3 ORDER BY t.booked_on, t.booked_at, t.id LIMIT $4`,
    [`${prefix}%`, from, to, limit],
  );
}

/** When the promises of the ledger were last checked, and what was found. */
export async function lastCheck(database: Database): Promise<{ checkedAt: Date; findings: string[] } | null> {
  const [row] = await database.ask<{ checkedAt: Date; findings: string[] }>(
    'SELECT checked_at AS "checkedAt", findings FROM ledger_check ORDER BY id DESC LIMIT 1',
  );
  return row ?? null;
}
