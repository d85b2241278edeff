import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel';
import { type BiddingFailure, LotAwards } from '#listings';
import { type Act, Acts, Database } from '#platform';
import { Auction } from '../auction.entity.js';
import type { AuctionFailure } from '../auction.words.js';
import { DealConfirmations } from './deal-confirmations.service.js';

const dueSql = `
  SELECT a.id, a.listing_id AS "listingId", a.state FROM auction a JOIN listing l ON l.id = a.listing_id
  WHERE a.state IN ('sold', 'failed') AND l.state = 'bidding' ORDER BY a.id LIMIT 50`;

/** What a lot calls it. */
const lotCodes: Record<AuctionFailure, BiddingFailure> = {
  'no-bid': 'no_bid',
  'below-reserve': 'below_reserve',
  defaulted: 'all_defaulted',
  'deal-fell': 'all_defaulted',
};

/** What follows from a result for the lot: it is awarded, or it has failed. */
@Injectable()
export class AuctionAwards {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly lots: LotAwards,
    private readonly confirmations: DealConfirmations,
  ) {}

  /** Lots whose result is there and that do not know of it yet. */
  async due(): Promise<void> {
    for (const { id } of await this.database.rows<{ id: string }>('results to tell', dueSql))
      await this.acts.byClock((act) => this.tell(act, id)).catch(stays);
  }

  private async tell(act: Act, id: string): Promise<void> {
    const auction = await act.tx.findOneByOrFail(Auction, { id });
    const { winnerInterestId, priceFen, endedCode } = auction;
    if (winnerInterestId !== null && priceFen !== null) {
      const priorityUsed = await this.confirmations.priorityUsed(act.tx, auction);
      await this.lots.award(act, auction.listingId, winnerInterestId, priceFen, priorityUsed);
      await this.confirmations.write(act, auction);
    } else if (endedCode !== null) await this.lots.fail(act, auction.listingId, lotCodes[endedCode]);
  }
}

/** What stands in the way is told on the lot's page; a person decides, and the next turn asks again. */
function stays(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
