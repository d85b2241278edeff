import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, Sweeper } from '#platform';
import { type Promises, keptBy, ownPromises } from './ledger.invariants.js';
import { lastCheck } from './ledger.queries.js';
import type { Finding, LedgerCheckup } from './ledger.view.js';

/** Asks the database one question, which has a name; tests ask within a transaction of the owner's. */
export type Ask = (sql: string, name: string) => Promise<{ id: string }[]>;

/** Of one promise so many breaches are named; the rest is counted. */
const named = 20;

/** Checks every hour that the ledger keeps its promises, although the database already refuses to break them. */
@Injectable()
export class LedgerChecks implements OnModuleInit {
  private readonly log = new Logger('ledger');
  private readonly told: Promises[] = [ownPromises];

  constructor(
    private readonly database: Database,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'ledger-check', everyMinutes: 60, run: async (now) => void (await this.check(now)) });
  }

  /** What a lib promises beside of the money that it keeps here. */
  register(promises: Promises): void {
    this.told.push(promises);
  }

  /** All that is promised. */
  get promises(): Promises {
    return {
      invariants: this.told.flatMap((each) => each.invariants),
      guards: this.told.flatMap((each) => each.guards),
      written: this.told.flatMap((each) => each.written),
    };
  }

  /** Names what is broken; an empty list is what one wants to see. */
  async broken(ask: Ask): Promise<Finding[]> {
    const { promises } = this;
    const asked = [...promises.invariants, ...keptBy(promises)];
    const answers = await Promise.all(asked.map(({ name, sql }) => ask(sql, name)));
    return asked.flatMap(({ name: promise }, index) => {
      const rows = answers[index] ?? [];
      const who = rows.slice(0, named).map(({ id }) => id);
      return who.length > 0 ? [{ promise, who, more: rows.length - who.length }] : [];
    });
  }

  /** Checks and keeps the result. What is broken is said aloud: in the log by ids, on the desks of who has to act. */
  async check(now: Date): Promise<Finding[]> {
    const findings = await this.broken((sql, name) => this.database.rows<{ id: string }>(name, sql));
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
