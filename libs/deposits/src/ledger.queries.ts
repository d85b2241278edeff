import type { Fen } from '#kernel';
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

/** When the promises of the ledger were last checked, and what was found. */
export async function lastCheck(database: Database): Promise<{ checkedAt: Date; findings: string[] } | null> {
  const [row] = await database.ask<{ checkedAt: Date; findings: string[] }>(
    'SELECT checked_at AS "checkedAt", findings FROM ledger_check ORDER BY id DESC LIMIT 1',
  );
  return row ?? null;
}
