import { Injectable } from '@nestjs/common';
import { type Actor, Clock, clockActor } from '#kernel';
import { holdKey } from '../api-keys.queries.js';
import { Database } from '../database.js';
import { Act } from '../act.js';
import { StepGate } from './step-gate.js';

/** Where acts begin: one transaction, one actor, one moment. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly gate: StepGate,
    private readonly clock: Clock,
  ) {}

  /** Runs the work as one act; repeats it, in a new transaction, where PostgreSQL asks for it (see `Database.transaction`). */
  begin<Result>(actor: Actor, work: (act: Act) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (tx) => {
      if (actor.keyId !== undefined) await holdKey(tx, actor.keyId);
      return work(new Act(tx, actor, this.clock.now(), this.gate));
    });
  }

  /** What time alone does; `moment` is another than now where a county is filled that began before. */
  byClock<Result>(work: (act: Act) => Promise<Result>, moment?: Date): Promise<Result> {
    return this.database.transaction((tx) => work(new Act(tx, clockActor, moment ?? this.clock.now(), this.gate)));
  }
}
