import { Injectable } from '@nestjs/common';
import { type Blocker, Clock, type Fen, clockActor } from '#kernel';
import { type Act, Steps } from '#platform';
import { BiddingOpenings } from './bidding-openings.js';
import { DealDesk } from './deal.service.js';
import { ListingEndings } from './listing-endings.service.js';
import { listingWorkflow } from './listing.workflow.js';
import { ListingFinder } from './listing-reader.service.js';

/** Why nobody is awarded a lot that was bid for. */
export type BiddingFailure = 'no_bid' | 'below_reserve' | 'all_defaulted';

/** What comes of a lot that was bid for; in the clock's name, whoever closes the bidding. */
@Injectable()
export class LotAwards {
  constructor(
    private readonly finder: ListingFinder,
    private readonly deals: DealDesk,
    private readonly endings: ListingEndings,
    private readonly openings: BiddingOpenings,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /**
   * The bid of a registration won: contracted land becomes a case on notice, every other right a deal whose result is on notice. All
   * others are out, and their deposits are ordered back. The price is in the unit of the lot; `priorityUsed`: it took priority to win it. Refuses `step-blocked` where consents,
   * land, mortgages or the winner's person stand in the way; nothing is done then.
   */
  async award(act: Act, listingId: string, interestId: string, priceFen: Fen, priorityUsed = false): Promise<void> {
    const byClock = act.as(clockActor);
    const facts = await this.finder.locked(byClock, listingId);
    const winner = facts.interests.find(({ record }) => record.id === interestId)?.record;
    const priority = priorityUsed ? (winner?.priority ?? null) : null;
    await this.deals.award(byClock, { ...facts, winnerId: interestId }, priceFen, priority);
  }

  /** What of the lot itself would stand in the way of an award now: a consent taken back, a mortgage, a contract that ended. */
  async ground(listingId: string): Promise<readonly Blocker[]> {
    const facts = await this.finder.read(listingId, clockActor);
    if (facts.record.state !== 'bidding') return [];
    const { blockers } = this.steps.stepFor(listingWorkflow, facts, 'award', clockActor, this.clock.now());
    // Who the taker is, is asked at the award.
    return blockers.filter(({ rule }) => rule !== 'outsiders-allowed');
  }

  /** Nobody is awarded it: the lot has failed, everybody is out, and the deposits are ordered back. */
  async fail(act: Act, listingId: string, code: BiddingFailure): Promise<void> {
    const byClock = act.as(clockActor);
    await this.endings.failBidding(byClock, await this.finder.locked(byClock, listingId), code);
  }

  /** Its deal fell: whoever holds the auctions says who follows, if `asked`; where nobody does, or the land is taken, the lot has failed. */
  async fell(act: Act, listingId: string, asked: boolean): Promise<void> {
    const facts = await this.finder.locked(act, listingId);
    const said = asked ? await this.openings.fell(act, listingId) : null;
    const { enabled } = this.steps.stepFor(listingWorkflow, facts, 'pass_on', act.actor, act.now);
    if (said === 'next' && enabled) await this.deals.passOn(act, facts);
    else await this.endings.fall(act, facts, said === null ? 'deal_fell' : 'all_defaulted');
  }

  /** Whoever won has defaulted: the lot is bid for again, its land is held, and another is awarded it. Refuses `step-blocked` where the land is taken. */
  async next(act: Act, listingId: string): Promise<void> {
    const byClock = act.as(clockActor);
    await this.deals.passOn(byClock, await this.finder.locked(byClock, listingId));
  }
}
