import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesIn, timedStates } from '#kernel';
import { type Act, Acts, Database, Sweeper } from '#platform';
import { transferWorkflow } from '#transfers';
import { Listing } from './listing.entity.js';
import { ListingEndings } from './listing-endings.service.js';
import { ListingFinder } from './listing-reader.service.js';
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
    const dealt = await this.database.ask<{ id: string; fell: boolean }>(
      `SELECT l.id, t.state = ANY($2) AS fell FROM listing l JOIN transfer t ON t.listing ->> 'id' = l.id::text
       WHERE l.state = 'agreed' AND (t.state = ANY($1) OR t.state = ANY($2))
       UNION ALL SELECT l.id, d.state = ANY($4) FROM listing l JOIN right_deal d ON d.listing_id = l.id
       WHERE l.state = 'agreed' AND (d.state = ANY($3) OR d.state = ANY($4)) LIMIT 200`,
      [signed, fallen, statesIn(rightDealWorkflow, 'over'), statesIn(rightDealWorkflow, 'fallen')],
    );
    for (const { id, fell } of dealt)
      await this.acts.byClock(async (act) => {
        const facts = await this.finder.locked(act, id);
        if (fell) await this.endings.fall(act, facts);
        else await this.endings.close(act, facts);
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
