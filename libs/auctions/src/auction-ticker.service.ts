import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database, codeOf } from '#platform';
import { AuctionDue, type Live } from './auction-due.service.js';
import { AuctionGround } from './auction-ground.service.js';
import { AuctionOutages } from './auction-outages.service.js';
import { BidProcesses } from './bids/bid-processes.js';
import { EntryClock } from './bids/entry-clock.js';

/** Milliseconds between two turns while a lot is live, and while none is. */
const [quick, slow] = [200, 2000];

/** How often it is asked whether a lot still has its ground, milliseconds. */
const lookEvery = 5000;

/** What is live, or begins within a minute. */
const liveSql = `
  SELECT a.id, a.state, a.starts_at AS "startsAt", b.ends_at AS "endsAt" FROM auction a JOIN auction_book b ON b.auction_id = a.id
  WHERE a.state = 'running' OR (a.state = 'announced' AND a.starts_at < $1::timestamptz + interval '1 minute') ORDER BY b.ends_at, a.id`;

/**
 * Five times a second, while a lot is live, each process says up to when it has decided everything, and whoever comes first starts
 * and closes what is due. Nothing hangs on its punctuality: whether bids are taken is computed from the end and the clock.
 */
@Injectable()
export class AuctionTicker implements OnModuleDestroy {
  private readonly log = new Logger('auctions');
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private current: Promise<number> = Promise.resolve(slow);
  private setAt = Number.NEGATIVE_INFINITY;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly due: AuctionDue,
    private readonly ground: AuctionGround,
    private readonly outages: AuctionOutages,
    private readonly processes: BidProcesses,
    private readonly clock: EntryClock,
  ) {}

  start(): void {
    if (this.timer === null && !this.stopped) this.next(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.current;
  }

  /** One turn; answers when the next is due, in milliseconds. */
  async turn(): Promise<number> {
    const live = await this.database.rows<Live & Record<string, unknown>>('live auctions', liveSql, [this.clock.now()]);
    if (live.length > 0) await this.keepUp(live);
    await this.due.tell();
    if (performance.now() - this.lookedAt > lookEvery) {
      await this.ground.look();
      this.lookedAt = performance.now();
    }
    return live.length > 0 ? quick : slow;
  }

  private async keepUp(live: readonly Live[]): Promise<void> {
    if (performance.now() - this.setAt > 900) {
      await this.clock.set();
      this.setAt = performance.now();
    }
    // Before the others hear of this one again: how long was nobody there?
    await this.outages.makeUp();
    await this.processes.beat();
    for (const each of live) await this.due.go(each, this.clock.now());
  }

  private next(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.current = this.turn().catch((error: unknown) => {
        this.log.error(`turn ${error instanceof Error ? error.name : 'thrown'} ${codeOf(error)}`);
        return quick;
      });
      void this.current.then((pause) => this.next(pause));
    }, milliseconds);
    this.timer.unref();
  }
}
