import { momentAt } from '#kernel';
import { Injectable } from '@nestjs/common';
import { type Act, Acts, Database } from '#platform';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { BidProcesses } from './bids/bid-processes.js';
import { EntryClock } from './bids/entry-clock.js';

/** Nobody took bids for so long: the service was away; seconds. */
const awaySeconds = 10;
/** A start that was missed by more than this is announced again; minutes. */
const lateMinutes = 2;
/** An end so near to the outage is moved; minutes (法释〔2016〕18号第二十条的五分钟). */
const lastMinutes = 5;

const gapSql = `
  SELECT extract(epoch FROM clock_timestamp() - checked_until)::float8 AS seconds FROM bid_watch WHERE id = 1`;

const checkedSql = `
  INSERT INTO bid_watch (id, checked_until) VALUES (1, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET checked_until = clock_timestamp()`;

/** Lots that an outage reached in their last minutes: they were open when it began, and their end was near or went by. */
const reachedSql = `
  SELECT a.id FROM auction a JOIN auction_book b ON b.auction_id = a.id
  WHERE a.state = 'running' AND b.closed_at IS NULL AND b.starts_at < $1 AND b.ends_at >= $1 AND b.ends_at <= $2::timestamptz + $3 * interval '1 minute'
  ORDER BY a.id`;

const missedSql = `
  SELECT id FROM auction WHERE state = 'announced' AND starts_at BETWEEN $1 AND $2::timestamptz - $3 * interval '1 minute' ORDER BY id`;

/** A crash, restart or power cut harms nobody: what it reached runs on, or is announced anew. */
@Injectable()
export class AuctionOutages {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly finder: AuctionFinder,
    private readonly course: AuctionCourse,
    private readonly clock: EntryClock,
    private readonly processes: BidProcesses,
  ) {}

  /** Asked by every process at every turn: how long did nobody ask? What that reached is made up for in one transaction. */
  async makeUp(): Promise<void> {
    const [gap] = await this.database.ask<{ seconds: number }>(gapSql);
    if (gap && gap.seconds > awaySeconds) await this.acts.byClock((act) => this.afterSilence(act));
    else
      await this.database.write(
        `INSERT INTO bid_watch (id, checked_until) VALUES (1, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET checked_until = clock_timestamp()`,
      );
  }

  /** A process went silent with bids in hand: every lot that they may have been for runs on, once. */
  async makeUpLost(): Promise<void> {
    await this.acts.byClock(async (act) => {
      const since = await this.processes.lostSince(act.tx);
      if (since === null) return;
      await this.runOn(act, since);
      await this.processes.writeOff(act.tx);
    });
  }

  /** Of two processes that come back at once, one makes up for it. */
  private async afterSilence(act: Act): Promise<void> {
    const [gap]: { seconds: number }[] = await act.tx.query(`${gapSql} FOR UPDATE`);
    if (!gap || gap.seconds <= awaySeconds) return;
    const now = this.clock.now();
    const from = momentAt(now.getTime() - gap.seconds * 1000);
    await this.runOn(act, from);
    const missed: { id: string }[] = await act.tx.query(missedSql, [from, now, lateMinutes]);
    for (const { id } of missed) {
      const facts = await this.finder.locked(act, id);
      if (facts.record.state === 'announced') await this.course.reschedule(act, facts);
    }
    await act.tx.query(checkedSql);
  }

  private async runOn(act: Act, from: Date): Promise<void> {
    const reached: { id: string }[] = await act.tx.query(reachedSql, [from, this.clock.now(), lastMinutes]);
    for (const { id } of reached) {
      const facts = await this.finder.locked(act, id);
      if (facts.record.state === 'running') await this.course.makeUp(act, facts);
    }
  }
}
