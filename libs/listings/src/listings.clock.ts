import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesIn, timedStates } from '#kernel';
import { type Act, Acts, Database, Sweeper } from '#platform';
import { transferWorkflow } from '#transfers';
import { Listing } from './listing.entity.js';
import { ListingEndings } from './listing-endings.service.js';
import { ListingFinder } from './listing-reader.service.js';
import { LotAwards } from './lot-awards.service.js';
import { listingWork } from './listing.words.js';
import { rightDealWorkflow } from './right-deals/right-deal.workflow.js';
import { listingWorkflow } from './listing.workflow.js';

/** What time alone does to lots. */
@Injectable()
export class ListingsClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly finder: ListingFinder,
    private readonly endings: ListingEndings,
    private readonly awards: LotAwards,
    private readonly database: Database,
    private readonly acts: Acts,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'listing',
      label: listingWork,
      states: timedStates(listingWorkflow),
      settle: (act, id) => this.settle(act, id),
      href: (id) => `/listings/${id}`,
    });
    this.sweeper.every({ name: 'lots whose deal was signed or fell', everyMinutes: 1, run: () => this.moveOn() });
  }

  /** Deals that were signed, or fell. Nobody calls upwards: this lib asks. */
  private async moveOn(): Promise<void> {
    const [signed, fallen] = [
      [...statesIn(transferWorkflow, 'closing', 'right', 'over')],
      statesIn(transferWorkflow, 'fallen'),
    ];
    // Of several deals of a lot, since who won may have defaulted, the last.
    const dealt = await this.database.ask<{ id: string; state: string; fell: boolean }>(
      `SELECT l.id, d.state, d.fell FROM listing l JOIN LATERAL (
         (SELECT state, state = ANY($1) AS signed, state = ANY($2) AS fell FROM transfer WHERE listing ->> 'id' = l.id::text ORDER BY created_at DESC LIMIT 1)
         UNION ALL
         (SELECT state, state = ANY($3), state = ANY($4) FROM right_deal WHERE listing_id = l.id ORDER BY created_at DESC LIMIT 1)) d ON d.signed OR d.fell
       WHERE l.state = 'agreed' LIMIT 200`,
      [signed, fallen, statesIn(rightDealWorkflow, 'over'), statesIn(rightDealWorkflow, 'fallen')],
    );
    for (const { id, state, fell } of dealt)
      await this.acts.byClock(async (act) => {
        if (!fell) return this.endings.close(act, await this.finder.locked(act, id));
        // Whom a claimant with priority stood in for has not defaulted: nobody of the bidders follows him.
        return this.awards.fell(act, id, state !== 'superseded');
      });
  }

  /** 挂牌期满：whoever registered is looked at; where nobody did, the lot has failed. */
  private async settle(act: Act, id: string): Promise<void> {
    const facts = await this.finder.locked(act, id);
    const closedAt = facts.record.dueAt ?? act.now;
    facts.record.closedAt = closedAt;
    await act.tx.update(Listing, { id }, { closedAt });
    if (facts.interests.length === 0) await this.endings.failAlone(act, facts);
    else await act.take(listingWorkflow, facts, 'end_period');
  }
}
