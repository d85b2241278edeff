import { momentAt } from '#kernel';
import { Injectable } from '@nestjs/common';
import { Acts, Database } from '#platform';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { EntryClock } from './bids/entry-clock.js';

/** Nobody took bids for so long: the service was away; seconds. */
const awaySeconds = 10;
/** A start that was missed by more than this is announced again; minutes. */
const lateMinutes = 2;
/** An end so near to the outage is moved; minutes (法释〔2016〕18号第二十条的五分钟). */
const lastMinutes = 5;

const gapSql = `
  SELECT extract(epoch FROM clock_timestamp() - max(seen_at))::float8 AS seconds FROM bid_process`;

/** Lots that an outage reached in their last minutes: they were open when it began, and their end was near or went by. */
const reachedSql = `
  SELECT a.id FROM auction a JOIN auction_book b ON b.auction_id = a.id
  WHERE a.state = 'running' AND b.closed_at IS NULL AND b.starts_at < $1 AND b.ends_at > $1 AND b.ends_at <= $2::timestamptz + $3 * interval '1 minute'
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
  ) {}

  /** Asked by a process before its first beat after a silence. Answers how many lots it reached. */
  async makeUp(): Promise<number> {
    const [gap] = await this.database.ask<{ seconds: number | null }>(gapSql);
    if (!gap || gap.seconds === null || gap.seconds <= awaySeconds) return 0;
    const now = this.clock.now();
    const from = momentAt(now.getTime() - gap.seconds * 1000);
    const reached = await this.database.ask<{ id: string }>(reachedSql, [from, now, lastMinutes]);
    const missed = await this.database.ask<{ id: string }>(missedSql, [from, now, lateMinutes]);
    for (const { id } of reached)
      await this.acts.byClock(async (act) => {
        const facts = await this.finder.locked(act, id);
        if (facts.record.state === 'running') await this.course.makeUp(act, facts);
      });
    for (const { id } of missed)
      await this.acts.byClock(async (act) => {
        const facts = await this.finder.locked(act, id);
        if (facts.record.state === 'announced') await this.course.reschedule(act, facts);
      });
    return reached.length + missed.length;
  }
}
