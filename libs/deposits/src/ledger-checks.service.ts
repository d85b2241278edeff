import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Sweeper } from '#platform';

/** One promise of the ledger, as the query that finds who breaks it. */
interface Invariant {
  name: string;
  sql: string;
}

const perDeposit = `
  SELECT d.id,
    coalesce((SELECT sum(amount_fen) FROM deposit_payment p WHERE p.deposit_id = d.id), 0) AS paid,
    coalesce((SELECT sum(amount_fen) FROM deposit_outflow o WHERE o.deposit_id = d.id AND approved_at IS NOT NULL), 0) AS approved,
    coalesce((SELECT sum(amount_fen) FROM deposit_outflow o WHERE o.deposit_id = d.id AND approved_at IS NOT NULL AND paid_at IS NULL), 0) AS owed,
    coalesce((SELECT -sum(balance_fen) FROM ledger_account a WHERE a.deposit_id = d.id AND kind = 'held'), 0) AS held,
    coalesce((SELECT -sum(balance_fen) FROM ledger_account a WHERE a.deposit_id = d.id AND kind IN ('payable', 'escrow')), 0) AS payable
  FROM deposit d`;

const invariants: readonly Invariant[] = [
  {
    name: 'I1 借贷相等',
    sql: 'SELECT transaction_id AS id FROM ledger_entry GROUP BY transaction_id HAVING sum(amount_fen) <> 0',
  },
  {
    name: 'I2 余额等于分录之和',
    sql: `SELECT a.id FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
          GROUP BY a.id HAVING a.balance_fen <> coalesce(sum(e.amount_fen), 0)`,
  },
  { name: 'I3 保管的钱等于缴入减去批准付出', sql: `SELECT id FROM (${perDeposit}) s WHERE held <> paid - approved` },
  { name: 'I3 应付的钱等于批准而未付的', sql: `SELECT id FROM (${perDeposit}) s WHERE payable <> owed` },
  {
    name: 'I3 银行的钱等于缴入减去付出',
    sql: `SELECT 'bank' AS id WHERE (SELECT coalesce(sum(balance_fen), 0) FROM ledger_account WHERE kind = 'bank') <>
          (SELECT coalesce(sum(amount_fen), 0) FROM deposit_payment) - (SELECT coalesce(sum(amount_fen), 0) FROM deposit_outflow WHERE paid_at IS NOT NULL)`,
  },
  { name: 'I4 付出不多于缴入', sql: `SELECT id FROM (${perDeposit}) s WHERE approved > paid` },
  {
    name: 'I5 账只增不改',
    sql: `SELECT name AS id FROM unnest(ARRAY['ledger_entry_append_only', 'ledger_transaction_append_only', 'deposit_payment_append_only']) AS name
          WHERE NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = name AND tgenabled <> 'D')`,
  },
  { name: 'I8 付款两人经手', sql: 'SELECT id FROM deposit_outflow WHERE approved_by = requested_by' },
];

/** Checks every hour that the ledger keeps its promises, although the database already refuses to break them. */
@Injectable()
export class LedgerChecks implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'ledger-check', everyMinutes: 60, run: async (now) => void (await this.check(now)) });
  }

  /** Names what is broken, as `promise: who`; an empty list is what one wants to see. The result is kept. */
  async check(now: Date): Promise<string[]> {
    const findings: string[] = [];
    for (const { name, sql } of invariants) {
      const rows = await this.database.ask<{ id: string }>(sql);
      findings.push(...rows.slice(0, 20).map((row) => `${name}：${row.id}`));
    }
    await this.database.ask('INSERT INTO ledger_check (checked_at, findings) VALUES ($1, $2)', [
      now,
      JSON.stringify(findings),
    ]);
    return findings;
  }
}
