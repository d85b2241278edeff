import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, Sweeper } from '#platform';
import { invariants } from './ledger.invariants.js';
import { lastCheck } from './ledger.queries.js';
import type { Finding, LedgerCheckup } from './ledger.view.js';

/** Asks the database one question, which has a name; tests ask within a transaction of the owner's. */
export type Ask = (sql: string, name: string) => Promise<{ id: string }[]>;

/** Of one promise so many breaches are named; the rest is counted. */
const named = 20;

/** Names what is broken; an empty list is what one wants to see. */
export async function brokenPromises(ask: Ask): Promise<Finding[]> {
  const findings: Finding[] = [];
  const answers = await Promise.all(invariants.map(({ name, sql }) => ask(sql, name)));
  for (const [index, { name: promise }] of invariants.entries()) {
    const rows = answers[index] ?? [];
    const who = rows.slice(0, named).map(({ id }) => id);
    if (who.length > 0) findings.push({ promise, who, more: rows.length - who.length });
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
  async check(now: Date): Promise<Finding[]> {
    const findings = await brokenPromises((sql, name) => this.database.rows<{ id: string }>(name, sql));
    await this.database.write('INSERT INTO ledger_check (checked_at, findings) VALUES ($1, $2)', [
      now,
      JSON.stringify(findings),
    ]);
    const said = findings.map(
      ({ promise, who, more }) => `${promise} ${who.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    );
    if (said.length > 0) this.log.error(`the ledger breaks its promises: ${said.join('; ')}`);
    return findings;
  }

  last(): Promise<LedgerCheckup | null> {
    return lastCheck(this.database);
  }
}
