import { Injectable } from '@nestjs/common';
import { clockActor } from '#kernel';
import { type Act } from '#platform';
import { RightsService } from '#rights';
import { InterestDesk } from './interests/interest-desk.service.js';
import { InterestFinder } from './interests/interest-facts.service.js';
import { interestStates } from './interests/interest-states.workflow.js';
import type { ListingFacts } from './listing.facts.js';

/** What a lot holds beside its record: its land, and who registered for it. */
@Injectable()
export class ListingHoldings {
  constructor(
    private readonly rights: RightsService,
    private readonly finder: InterestFinder,
    private readonly desk: InterestDesk,
  ) {}

  /** The land is free again. */
  async free(act: Act, { right }: ListingFacts, reason: string): Promise<void> {
    if (right) await this.rights.release(act, right.id, reason);
  }

  /** The one way in which a lot ends: its land is free, whoever is still in is out, and what he paid goes back. */
  async release(act: Act, facts: ListingFacts, reason: string): Promise<void> {
    await this.free(act, facts, reason);
    const byClock = act.as(clockActor);
    for (const { record } of facts.interests.filter((each) => interestStates[each.record.state].phase !== 'out'))
      await this.desk.out(byClock, await this.finder.locked(byClock, record.id), 'finish', reason);
  }
}
