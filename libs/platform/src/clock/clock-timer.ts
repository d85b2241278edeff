import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '#kernel';
import { CONFIG, type Config } from '../config.js';
import { codeOf } from '../database-errors.js';
import { Database } from '../database.js';
import { MovableClock } from '../movable-clock.js';
import { Sweeper } from './sweeper.js';

/** Some thirty seconds, never the same number, so that several processes do not sweep in step. */
const pause = (): number => 24_000 + Math.trunc(Math.random() * 12_000);

/** Sweeps again and again, inside the server or as the process `apps/clock`. */
@Injectable()
export class ClockTimer implements OnModuleDestroy {
  private readonly log = new Logger('clock');
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly sweeper: Sweeper,
    private readonly clock: Clock,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sweeps now and from then on. */
  start(): void {
    if (this.timer !== null || this.stopped) return;
    this.next(1000);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
  }

  private next(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.current = this.tick().finally(() => this.next(pause()));
    }, milliseconds);
    this.timer.unref();
  }

  private async tick(): Promise<void> {
    try {
      // Another process may have moved the training clock.
      if (this.config.mode === 'training' && this.clock instanceof MovableClock) await this.clock.recall(this.database);
      await this.sweeper.sweep();
    } catch (error) {
      this.log.error(`sweep ${error instanceof Error ? error.name : 'thrown'} ${codeOf(error)}`);
    }
  }
}
