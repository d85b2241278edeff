import { Injectable } from '@nestjs/common';
import { type Act } from '#platform';
import { RightsService } from '#rights';
import type { ListingFacts } from './listing.facts.js';

/** What a lot holds beside its record. */
@Injectable()
export class ListingHoldings {
  constructor(private readonly rights: RightsService) {}

  /** The land is free again. */
  async free(act: Act, { right }: ListingFacts, reason: string): Promise<void> {
    if (right) await this.rights.release(act, right.id, reason);
  }

  /** The one way in which a lot falls: its land is free, and whoever registered is told it is over. */
  async release(act: Act, facts: ListingFacts, reason: string): Promise<void> {
    await this.free(act, facts, reason);
  }
}
