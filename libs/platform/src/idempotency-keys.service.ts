import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, dayOf, startOf } from '#kernel';
import { Sweeper } from './clock/sweeper.js';
import { Database } from './database.js';
import { ParameterStore } from './parameter-store.js';

/** Forgets answers that nobody will ask for again; until then a repeat gets the first answer, however late it comes. */
@Injectable()
export class IdempotencyKeys implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly sweeper: Sweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'keys that are over', everyMinutes: 1440, run: (now) => this.forget(now) });
  }

  private async forget(now: Date): Promise<void> {
    const { idempotencyKeyDays } = await this.parameters.on(dayOf(now));
    const before = startOf(addDays(dayOf(now), -idempotencyKeyDays));
    await this.database.write('DELETE FROM idempotency_key WHERE claimed_at < $1', [before]);
  }
}
