import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '#kernel';
import { Acts, Database, Sweeper } from '#platform';
import { runContracts } from './contracts.queries.js';

/** On the first day of a contract its parcels stand under it; what was let before keeps its term, and the next paper prints the new code. */
@Injectable()
export class ContractsClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'contracts that begin', everyMinutes: 60, run: (now) => this.begin(now) });
  }

  /** Parcels under a contract although a later one has begun; what began more than a year ago was looked at long since. */
  private async begin(now: Date): Promise<void> {
    const today = dayOf(now);
    const found = await this.database.rows<{ id: string }>(
      'parcels whose next contract begins',
      `SELECT DISTINCT p.id FROM contract c JOIN contracted_parcel l ON l.contract_id = c.id JOIN parcel p ON p.id = l.parcel_id
         JOIN contract r ON r.id = p.contract_id
       WHERE c.term_from BETWEEN $1::date - 366 AND $1 AND l.left_on IS NULL AND r.term_from < c.term_from LIMIT 5000`,
      [today],
    );
    if (found.length > 0)
      await this.acts.byClock(({ tx }) =>
        runContracts(
          tx,
          found.map(({ id }) => id),
          today,
        ),
      );
  }
}
