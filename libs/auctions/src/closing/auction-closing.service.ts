import { momentAt } from '#kernel';
import { Injectable } from '@nestjs/common';
import { Acts } from '#platform';
import { AuctionCourse } from '../auction-course.service.js';
import { AuctionFinder } from '../auction-finder.service.js';
import { BidEngine } from '../bids/bid-engine.js';
import { BidProcesses } from '../bids/bid-processes.js';
import { ResultOpening } from './result-opening.service.js';

/** What became of an attempt to close: it is closed, it is too early, it waits for a process, or a process was lost with bids in hand. */
export type Closing = 'closed' | 'early' | 'waits' | 'lost';

/** The end of an auction: one transaction that any process may start and that may be killed anywhere. */
@Injectable()
export class AuctionClosing {
  constructor(
    private readonly acts: Acts,
    private readonly finder: AuctionFinder,
    private readonly course: AuctionCourse,
    private readonly engine: BidEngine,
    private readonly ends: ResultOpening,
    private readonly processes: BidProcesses,
  ) {}

  close(id: string): Promise<Closing> {
    return this.acts.byClock(async (act) => {
      const facts = await this.finder.locked(act, id);
      const book = (await this.engine.locked(act.tx, [id])).get(id);
      if (facts.record.state !== 'running' || !book || book.closedAt !== null) return 'closed';
      const own = this.course.own('closing', facts);
      if (own.stamp.at < book.endsAt) return 'early';
      const { behind, lost, unwatched } = await this.processes.standing(act.tx, momentAt(book.endsAt));
      if (behind > 0 || unwatched) return 'waits';
      if (lost > 0) return 'lost';
      await this.ends.end(act, facts, await this.engine.record(act.tx, own));
      return 'closed';
    });
  }
}
