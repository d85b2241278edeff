import { Injectable } from '@nestjs/common';
import { Acts } from '#platform';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { AuctionOutages } from './auction-outages.service.js';
import { AuctionAwards } from './closing/auction-awards.service.js';
import { AuctionClosing } from './closing/auction-closing.service.js';

/** An auction that runs, or begins soon. */
export interface Live {
  id: string;
  state: string;
  startsAt: Date;
  endsAt: Date;
}

/** What time alone does to auctions; whichever process comes first. */
@Injectable()
export class AuctionDue {
  constructor(
    private readonly acts: Acts,
    private readonly finder: AuctionFinder,
    private readonly course: AuctionCourse,
    private readonly closing: AuctionClosing,
    private readonly awards: AuctionAwards,
    private readonly outages: AuctionOutages,
  ) {}

  /** Starts what is announced for now, and closes what has ended. */
  async go({ id, state, startsAt, endsAt }: Live, now: Date): Promise<void> {
    if (state === 'announced' && startsAt <= now) await this.start(id);
    if (endsAt > now) return;
    const closing = await this.closing.close(id);
    if (closing === 'lost') await this.outages.makeUpLost();
    else if (closing === 'closed') await this.tell();
  }

  start(id: string): Promise<void> {
    return this.acts.byClock(async (act) => {
      const facts = await this.finder.locked(act, id);
      if (facts.record.state === 'announced' && facts.record.startsAt <= act.now) await this.course.start(act, facts);
    });
  }

  tell(): Promise<void> {
    return this.awards.due();
  }
}
