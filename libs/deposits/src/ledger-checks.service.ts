import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, Sweeper } from '#platform';
import { invariants } from './ledger.invariants.js';
import { lastCheck } from './ledger.queries.js';

/** Asks the database one question; tests ask within a transaction of the owner's. */
export type Ask = (sql: string) => Promise<{ id: string }[]>;

/** The latest check, as the desks of the director and the supervisor show it. */
export interface LedgerCheckup {
  checkedAt: Date;
  findings: string[];
}

/** Of one promise so many breaches are named; the rest is counted. */
const named = 20;

/** Names what is broken, as `promise：who`; an empty list is what one wants to see. */
export async function brokenPromises(ask: Ask): Promise<string[]> {
  const findings: string[] = [];
  for (const { name, sql } of invariants) {
    const rows = await ask(sql);
    findings.push(...rows.slice(0, named).map((row) => `${name}：${row.id}`));
    if (rows.length > named) findings.push(`${name}：还有 ${rows.length - named} 处`);
  }
  return findings;
}

/** Checks every hour that the ledger keeps its promises, although the database already refuses to break them. */
@Injectable()
export class LedgerChecks implements OnModuleInit {
  private readonly log = new Logger('ledger');

  constructor(
    private readonly database: Database,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'ledger-check', everyMinutes: 60, run: async (now) => void (await this.check(now)) });
  }

  /** Checks and keeps the result. What is broken is said aloud: in the log by ids, on the desks of who has to act. */
  async check(now: Date): Promise<string[]> {
    const findings = await brokenPromises((sql) => this.database.ask<{ id: string }>(sql));
    await this.database.write('INSERT INTO ledger_check (checked_at, findings) VALUES ($1, $2)', [
      now,
      JSON.stringify(findings),
    ]);
    if (findings.length > 0) this.log.error(`the ledger breaks its promises: ${findings.join('; ')}`);
    return findings;
  }

  last(): Promise<LedgerCheckup | null> {
    return lastCheck(this.database);
  }
}
