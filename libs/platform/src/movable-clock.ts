import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock, addMinutes } from '#kernel';
import type { Database } from './database.js';
import { SystemClock } from './system-clock.js';
import type { Tx } from './transaction.js';

/** The training clock: the machine's time plus an offset that the page may move forward. Live mode has none. */
export class MovableClock extends Clock {
  private readonly moments = new AsyncLocalStorage<Date>();
  private offset = 0;

  /** Follows the machine; a test gives a machine whose time stands still. */
  constructor(private readonly machine: Pick<Clock, 'now'> = new SystemClock()) {
    super();
  }

  override now(): Date {
    const moment = this.moments.getStore();
    return moment === undefined ? plus(this.machine.now(), this.offset) : plus(moment, 0);
  }

  /** Whether it goes with the machine; a test's stands. */
  get follows(): boolean {
    return this.machine instanceof SystemClock;
  }

  /** What it is where the machine says so many milliseconds: for whoever has a better clock than the machine's. */
  from(machine: number): number {
    return this.moments.getStore()?.getTime() ?? machine + this.offset;
  }

  /** Makes it this moment now; later moments follow the machine. */
  set(moment: Date): void {
    this.offset = moment.getTime() - this.machine.now().getTime();
  }

  /** Does some work in a moment of its own, while other work lives in others: so a played county has many desks. */
  during<Result>(moment: Date, work: () => Promise<Result>): Promise<Result> {
    return this.moments.run(moment, work);
  }

  /** Reads the offset another process or an earlier run left. */
  async recall(database: Database): Promise<void> {
    const rows = await database.ask<{ offset_ms: number }>('SELECT offset_ms FROM training_clock');
    if (rows[0]) this.offset = rows[0].offset_ms;
  }

  /** Keeps the offset, so that a restart goes on in the same time. */
  async keep(tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO training_clock (id, offset_ms) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET offset_ms = $1`,
      [this.offset],
    );
  }
}

const plus = (moment: Date, milliseconds: number): Date => addMinutes(moment, milliseconds / 60_000);
