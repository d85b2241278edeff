import { Injectable } from '@nestjs/common';
import { LotAwards } from '#listings';
import { type Act, Acts, Database } from '#platform';
import { Auction } from './auction.entity.js';
import { AuctionCourse } from './auction-course.service.js';
import { AuctionFinder } from './auction-finder.service.js';
import { heldWords } from './auction.problems.js';

const asked = `
  SELECT id, listing_id AS "listingId" FROM auction
  WHERE state IN ('announced', 'running') OR (state = 'suspended' AND held_by IS NOT NULL) ORDER BY id`;

/**
 * A lot may lose its ground while it is bid for: a consent is taken back, land is mortgaged, a contract ends by import. Then bidding
 * stands still until that is put right, and goes on by itself; nobody bids for what could not be awarded.
 */
@Injectable()
export class AuctionGround {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly lots: LotAwards,
    private readonly finder: AuctionFinder,
    private readonly course: AuctionCourse,
  ) {}

  async look(): Promise<void> {
    for (const { id, listingId } of await this.database.rows<{ id: string; listingId: string }>(
      'lots bid for',
      asked,
    )) {
      const blockers = await this.lots.ground(listingId);
      const rules = [...new Set(blockers.map(({ rule }) => rule))].toSorted();
      await this.acts.byClock((act) => this.follow(act, id, rules));
    }
  }

  private async follow(act: Act, id: string, rules: readonly string[]): Promise<void> {
    const facts = await this.finder.locked(act, id);
    const { state, heldBy } = facts.record;
    if (rules.length > 0 && (state === 'announced' || state === 'running')) {
      await this.course.suspend(act, facts, heldWords.lost);
      await act.keep(Auction, id, { heldBy: [...rules] });
    } else if (rules.length === 0 && state === 'suspended' && heldBy !== null) {
      await this.course.resume(act, facts);
      await act.keep(Auction, id, { heldBy: null });
    }
  }
}
