import type { Database } from '#platform';
import type { LedgerAccountKind } from './ledger.entities.js';
import type { LedgerCheckup, TrialLine } from './ledger.view.js';

/** Balances by town, each account in the town whose bank has the money; debts are shown as what they are, without their sign. */
export function trialBalance(
  database: Database,
  scopes: readonly string[],
): Promise<Omit<TrialLine, 'place' | 'differenceFen'>[]> {
  const sum = (kind: LedgerAccountKind, sign: '' | '-'): string =>
    `(${sign}coalesce(sum(balance_fen) FILTER (WHERE kind = '${kind}'), 0))::bigint AS "${kind}Fen"`;
  return database.ask<TrialLine & Record<string, unknown>>(
    `SELECT town AS "officeCode", ${sum('bank', '')}, ${sum('held', '-')}, ${sum('payable', '-')}, ${sum('escrow', '-')}
     FROM (SELECT bank.office_code AS town, a.kind, a.balance_fen FROM ledger_account a
           JOIN ledger_account bank ON bank.subject IS NULL AND bank.office_code_born = rpad(left(a.office_code_born, 9), 12, '0')
           WHERE bank.office_code LIKE ANY($1)) a
     GROUP BY town ORDER BY town`,
    [scopes.map((scope) => `${scope}%`)],
  );
}

/** When the promises of the ledger were last checked, and what was found; checks of old named it in sentences. */
export async function lastCheck(database: Database): Promise<LedgerCheckup | null> {
  const [row] = await database.ask<LedgerCheckup & Record<string, unknown>>(
    `SELECT checked_at AS "checkedAt", findings FROM ledger_check
     WHERE jsonb_typeof(findings -> 0) IS DISTINCT FROM 'string' ORDER BY id DESC LIMIT 1`,
  );
  return row ?? null;
}
