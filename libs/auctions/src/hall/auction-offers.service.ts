import { Injectable } from '@nestjs/common';
import { type Actor, Clock, holds } from '#kernel';
import { type FormAct, offersOf } from '#platform';
import { unsealingActs } from '../unsealing/unsealing.acts.js';
import { Unsealings } from '../unsealing/unsealings.service.js';

/** What the county may do with an auction beside looking on. */
@Injectable()
export class AuctionOffers {
  constructor(
    private readonly unsealings: Unsealings,
    private readonly clock: Clock,
  ) {}

  async of(id: string, me: Actor): Promise<readonly FormAct[]> {
    if (!holds(me, 'supervisor', 'county_director')) return [];
    return offersOf(unsealingActs, await this.unsealings.read(id), [], me, this.clock.now());
  }
}
