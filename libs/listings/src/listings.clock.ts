import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timedStates } from '#kernel';
import { type Act, Sweeper } from '#platform';
import { Listing } from './listing.entity.js';
import { ListingEndings } from './listing-endings.service.js';
import { ListingFinder } from './listing-reader.service.js';
import { listingWork } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';

/** What time alone does to lots. */
@Injectable()
export class ListingsClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly finder: ListingFinder,
    private readonly endings: ListingEndings,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'listing',
      label: listingWork,
      states: timedStates(listingWorkflow),
      settle: (act, id) => this.settle(act, id),
      href: (id) => `/listings/${id}`,
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
