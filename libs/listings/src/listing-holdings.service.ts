import { Injectable } from '@nestjs/common';
import { addDays, clockActor, startOf } from '#kernel';
import { type Act } from '#platform';
import { LandService, RightsService } from '#rights';
import { InterestDesk } from './interests/interest-desk.service.js';
import { InterestFinder } from './interests/interest-facts.service.js';
import { interestStates } from './interests/interest-states.workflow.js';
import type { ListingFacts } from './listing.facts.js';

/** What a lot holds beside its record: its land, and who registered for it. */
@Injectable()
export class ListingHoldings {
  constructor(
    private readonly rights: RightsService,
    private readonly land: LandService,
    private readonly finder: InterestFinder,
    private readonly desk: InterestDesk,
  ) {}

  /** In the name of who offers it, until somebody takes it. */
  async hold(act: Act, { record, parcels, term, parameters }: ListingFacts): Promise<void> {
    const portions = await this.land.portions(
      parcels.map(({ parcelId }) => ({ parcelId, whole: true })),
      act.tx,
    );
    const grantorId = parcels[0]?.grantorId ?? '';
    await this.rights.reserve(act, {
      ...{ subject: 'listing', subjectId: record.id, mode: 'lease', parentId: null, grantorId, holderId: grantorId },
      ...{ term, plannedUse: record.purpose },
      portions: portions.map((portion, index) => ({ ...portion, areaMu: parcels[index]?.areaMu ?? portion.areaMu })),
      reservedUntil: startOf(addDays(act.today, parameters.reservationDays)),
    });
  }

  /** The land is free again. */
  async free(act: Act, { right }: ListingFacts, reason: string): Promise<void> {
    if (right) await this.rights.release(act, right.id, reason);
  }

  /** The one way in which a lot ends: its land is free, whoever is still in is out, and what he paid goes back. */
  async release(act: Act, facts: ListingFacts, reason: string): Promise<void> {
    await this.free(act, facts, reason);
    const byClock = act.as(clockActor);
    for (const { record } of facts.interests.filter((each) => interestStates[each.record.state].phase !== 'out'))
      await this.desk.out(byClock, await this.finder.locked(byClock, record.id), reason);
  }
}
