import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '#kernel';
import { type BiddingFailure, LotAwards } from '#listings';
import { type Act, Acts, ClockTroubles, Database } from '#platform';
import { Auction } from '../auction.entity.js';
import { type AuctionFailure, auctionWork } from '../auction.words.js';
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

/** As it stands among what the clock could not move. */
const awarding = { subject: 'auction', label: auctionWork };

/** What follows from a result for the lot: it is awarded, or it has failed. */
@Injectable()
export class AuctionAwards {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly lots: LotAwards,
    private readonly confirmations: DealConfirmations,
    private readonly troubles: ClockTroubles,
    private readonly clock: Clock,
  ) {}

  /** Lots whose result is there and that do not know of it yet. */
  async due(): Promise<void> {
    for (const { id } of await this.database.rows<{ id: string }>('results to tell', dueSql))
      await this.acts.byClock((act) => this.tell(act, id)).catch((error: unknown) => this.stays(id, error));
  }

  /** What stands in the way is told to the officers who see what the clock could not move; the next turn asks again. */
  private async stays(id: string, error: unknown): Promise<void> {
    if (!(error instanceof Problem)) throw error;
    await this.troubles.note(awarding, id, error, this.clock.now());
  }

  private async tell(act: Act, id: string): Promise<void> {
    const auction = await act.tx.findOneByOrFail(Auction, { id });
    const { winnerInterestId, priceFen, endedCode } = auction;
    if (winnerInterestId !== null && priceFen !== null) {
      const priorityUsed = await this.confirmations.priorityUsed(act.tx, auction);
      await this.lots.award(act, auction.listingId, winnerInterestId, priceFen, priorityUsed);
      await this.confirmations.write(act, auction);
    } else if (endedCode !== null) await this.lots.fail(act, auction.listingId, lotCodes[endedCode]);
    await this.troubles.clear(act.tx, 'auction', id);
  }
}
