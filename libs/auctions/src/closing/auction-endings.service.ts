import { Injectable } from '@nestjs/common';
import { Acts, Database } from '#platform';
import { AuctionFinder } from '../auction-finder.service.js';
import { Auction } from '../auction.entity.js';
import { auctionWorkflow } from '../auction.workflow.js';

const overSql = `
  SELECT a.id, l.state = 'closed' AS signed FROM auction a JOIN listing l ON l.id = a.listing_id
  WHERE a.state = 'sold' AND l.state IN ('closed', 'failed') ORDER BY a.id LIMIT 200`;

/** The lot of an auction is over: its contract is signed, or its deal fell and nobody followed. */
@Injectable()
export class AuctionEndings {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly finder: AuctionFinder,
  ) {}

  async due(): Promise<void> {
    const over = await this.database.rows<{ id: string; signed: boolean }>('auctions whose lot is over', overSql);
    for (const { id, signed } of over)
      await this.acts.byClock(async (act) => {
        const facts = await this.finder.locked(act, id);
        if (facts.record.state !== 'sold') return;
        if (!signed) await act.tx.update(Auction, { id }, { endedCode: 'deal-fell' });
        await act.take(auctionWorkflow, facts, signed ? 'finish' : 'fall');
      });
  }
}
