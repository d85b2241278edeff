import { Injectable } from '@nestjs/common';
import { Clock, momentAt } from '#kernel';
import { Database, MovableClock, ParameterStore } from '#platform';

/** A moment of the exchange's one clock: milliseconds, and how far it may be off. */
export interface Stamp {
  at: number;
  errorMs: number;
}

/** A machine's quartz may run off by so much, milliseconds a millisecond. */
const drift = 1e-4;

const nowSql = 'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now';

/**
 * One clock is the database's: each process follows it by its own monotonic clock, set at least once a second, so that a wall clock
 * that is set back changes no bid, and knows how far it may be off. In training it is moved as the exchange's clock is.
 */
@Injectable()
export class EntryClock {
  private anchor: { mono: number; ms: number; errorMs: number } | null = null;
  private last = 0;
  private mostErrorMs = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly parameters: ParameterStore,
  ) {}

  /** Sets it by the database's; the error is half of the way there and back. */
  async set(): Promise<void> {
    const sent = performance.now();
    const ms = await this.asked();
    const back = performance.now();
    this.mostErrorMs = (await this.parameters.on(this.clock.today())).bidClockErrorMs;
    this.anchor = { mono: (sent + back) / 2, ms, errorMs: (back - sent) / 2 };
  }

  /** Now, never earlier than what was said before. */
  stamp(): Stamp {
    if (this.stands) return { at: this.clock.now().getTime(), errorMs: 0 };
    const gone = this.anchor ? performance.now() - this.anchor.mono : 0;
    const now = this.anchor ? this.moved(this.anchor.ms + gone) : this.clock.now().getTime();
    this.last = Math.max(this.last, now);
    return { at: this.last, errorMs: this.anchor ? this.anchor.errorMs + gone * drift : Number.POSITIVE_INFINITY };
  }

  /**
   * A stamp that holds before an end: where the process's own may be off by too much, or lies within its error of the end, the
   * database stamps anew.
   */
  async sure(stamp: Stamp, endsAt: number | null): Promise<Stamp> {
    const near = endsAt !== null && Math.abs(endsAt - stamp.at) <= stamp.errorMs;
    if (this.stands || (stamp.errorMs <= this.mostErrorMs && !near)) return stamp;
    return { at: this.moved(await this.asked()), errorMs: 0 };
  }

  now(): Date {
    return momentAt(Math.floor(this.stamp().at));
  }

  private async asked(): Promise<number> {
    const [row] = await this.database.rows<{ now: number }>('clock of the database', nowSql);
    return row?.now ?? Number.NaN;
  }

  /** A test's clock follows no machine. */
  private get stands(): boolean {
    return this.clock instanceof MovableClock && !this.clock.follows;
  }

  private moved(machine: number): number {
    return this.clock instanceof MovableClock ? this.clock.from(machine) : machine;
  }
}
