import { Injectable } from '@nestjs/common';
import type { Act } from '#platform';
import type { BiddingRules } from './bidding/bidding-rules.js';
import type { Interest } from './interests/interest.entity.js';
import type { Listing } from './listing.entity.js';
import type { Term } from '#kernel';

/** A lot that is bid for: by which rules, who may, and from when. */
export interface BiddingOpening {
  listing: Listing;
  term: Term;
  rules: BiddingRules;
  admitted: readonly Interest[];
  startsAt: Date;
}

/** What is held where lots are bid for, and what follows there from what happens to a lot. All within the same act. */
export interface Bidding {
  open(act: Act, opening: BiddingOpening): Promise<void>;
  /** The lot stands still, for a reason. */
  suspended(act: Act, listingId: string, reason: string): Promise<void>;
  resumed(act: Act, listingId: string): Promise<void>;
  /** The lot has ended while it was bid for. */
  terminated(act: Act, listingId: string, reason: string): Promise<void>;
  /** Its deal fell: `next` where somebody follows who then is awarded it, `over` where all have defaulted; null where nobody bid for it. */
  fell(act: Act, listingId: string): Promise<'next' | 'over' | null>;
}

/** Whether a lot is bid for, or was when it was suspended. */
export const isBidden = ({ state, suspendedFrom }: Pick<Listing, 'state' | 'suspendedFrom'>): boolean =>
  (state === 'suspended' ? suspendedFrom : state) === 'bidding';

/** Where lots are bid for. Nobody calls upwards: whoever holds auctions registers. */
@Injectable()
export class BiddingOpenings {
  private readonly all: Bidding[] = [];

  register(bidding: Bidding): void {
    this.all.push(bidding);
  }

  async open(act: Act, opening: BiddingOpening): Promise<void> {
    for (const each of this.all) await each.open(act, opening);
  }

  async suspended(act: Act, listingId: string, reason: string): Promise<void> {
    for (const each of this.all) await each.suspended(act, listingId, reason);
  }

  async resumed(act: Act, listingId: string): Promise<void> {
    for (const each of this.all) await each.resumed(act, listingId);
  }

  async terminated(act: Act, listingId: string, reason: string): Promise<void> {
    for (const each of this.all) await each.terminated(act, listingId, reason);
  }

  /** What the first answers who knows the lot. */
  async fell(act: Act, listingId: string): Promise<'next' | 'over' | null> {
    for (const each of this.all) {
      const said = await each.fell(act, listingId);
      if (said !== null) return said;
    }
    return null;
  }
}
