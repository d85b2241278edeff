import { Injectable } from '@nestjs/common';
import { type Actor, Clock, clockActor } from '#kernel';
import { Database } from '../database.js';
import { Steps } from '../steps.js';
import type { Act } from './act.js';

/** Where acts begin: one transaction, one actor, one moment. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /** Runs the work as one act; repeats it, in a new transaction, where PostgreSQL asks for it (see `Database.transaction`). */
  begin<Result>(actor: Actor, work: (act: Act) => Promise<Result>): Promise<Result> {
    return this.database.transaction((tx) => work(this.steps.begin(tx, actor, this.clock.now())));
  }

  /** What time alone does. */
  byClock<Result>(work: (act: Act) => Promise<Result>): Promise<Result> {
    return this.begin(clockActor, work);
  }
}
