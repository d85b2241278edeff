import { Injectable } from '@nestjs/common';
import { Clock, dayOf, reaches, speaksFor } from '#kernel';
import { ConsentsService, DecisionsService, PartiesService } from '#parties';
import { type Act, Database, ParameterStore, type Reader, type Tx, together } from '#platform';
import {
  LandService,
  areaWithinParcel,
  groundIsFree,
  landIsFree,
  mortgageesConsent,
  purposeAllowed,
  termOf,
  termWithinContract,
} from '#rights';
import { offerText } from '#transfers';
import type { Actor, Term } from '#kernel';
import { isCollective } from './holder.js';
import { Admissions } from './interests/admissions.service.js';
import { Listing } from './listing.entity.js';
import type { InterestFact, ListingFacts } from './listing.facts.js';
import { listingProblems } from './listing.problems.js';
import { type OfferedParcel, courseOf, offeredParcels } from './listings.queries.js';

/** The very words to which a member of a household of a lot says yes. */
export const offerOf = (
  { record, term, parcels }: Pick<ListingFacts, 'record' | 'term' | 'parcels'>,
  householdId: string,
): string => offerText({ ...record, mode: 'lease', term, parcels }, householdId);

/** Who gives a right that is no contracted land and what was decided about it, and who wants it. */
@Injectable()
export class ListingHolders {
  constructor(
    private readonly parties: PartiesService,
    private readonly decisions: DecisionsService,
    private readonly admissions: Admissions,
  ) {}

  wanted(reader: Reader | Tx, listing: Listing): Promise<InterestFact[]> {
    return this.admissions.of(reader, listing);
  }

  async of(reader: Reader | Tx, { holderId, decisionId }: Listing): Promise<Pick<ListingFacts, 'holder' | 'decided'>> {
    if (holderId === null) return { holder: null, decided: null };
    const { id, name, bodyKind } = await this.parties.get(holderId, reader);
    const holder = { id, name, collective: isCollective({ bodyKind }) };
    return { holder, decided: await this.decisions.find(reader, decisionId) };
  }
}

/** Gathers a lot: the record and what its rules ask about. */
@Injectable()
export class ListingFinder {
  constructor(
    private readonly database: Database,
    private readonly land: LandService,
    private readonly consents: ConsentsService,
    private readonly holders: ListingHolders,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<ListingFacts> {
    const record = await tx.findOne(Listing, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  async read(id: string, actor: Actor): Promise<ListingFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOne(Listing, { where: { id } }), actor);
  }

  private async gather(reader: Reader | Tx, record: Listing | null, actor: Actor): Promise<ListingFacts> {
    if (!record) throw listingProblems.notFound();
    const term = termOf(record.term);
    // Until it leaves the station it goes by the rules of today.
    const ruled = record.number === null ? dayOf(this.clock.now()) : record.rulesDay;
    const parameters = await this.parameters.at(reader, ruled);
    const parcels = await offeredParcels(reader, record.id);
    const households = [...new Set(parcels.map((parcel) => parcel.grantorId))];
    const { course, land, said, interests, held } = await together({
      course: courseOf(reader, record.id),
      land: this.landOf(reader, record, parcels, term, parameters.areaToleranceMu),
      said: this.consents.facts(reader, 'listing', record.id, households, (household) => [
        offerOf({ record, term, parcels }, household),
      ]),
      interests: this.holders.wanted(reader, record),
      held: this.holders.of(reader, record),
    });
    const people = said.consents.flatMap((each) => each.members.map((member) => member.personId));
    const parties = new Set([...households, ...people, ...(record.holderId ? [record.holderId] : [])]);
    const belongsTo = (who: Actor): boolean => parties.has(speaksFor(who) ?? '');
    mustSee(record, belongsTo, actor);
    return {
      ...{ record, belongsTo, term, parcels, parameters, land, interests, ...course, ...held },
      today: dayOf(this.clock.now()),
      winnerId: null,
      ...said,
    };
  }

  private async landOf(
    reader: Reader | Tx,
    record: Listing,
    parcels: readonly OfferedParcel[],
    term: Term,
    toleranceMu: ListingFacts['parameters']['areaToleranceMu'],
  ): Promise<ListingFacts['land']> {
    const land = await this.land.facts(reader, {
      ...{ subject: 'listing', subjectId: record.id, term, plannedUse: record.purpose, parentId: null, toleranceMu },
      portions: parcels.map(({ parcelId, areaMu }) => ({ parcelId, whole: true, areaMu })),
    });
    return {
      term: termWithinContract(land),
      area: areaWithinParcel(land),
      purpose: purposeAllowed(land),
      occupied: [...landIsFree(land), ...groundIsFree(land)],
      encumbered: mortgageesConsent(land),
    };
  }
}

/** What was published is everybody's; before, it is the office's and of those whose land it is. */
function mustSee(record: Listing, belongsTo: (actor: Actor) => boolean, actor: Actor): void {
  if (record.publishedAt !== null || actor.kind === 'clock') return;
  if (reaches(actor, record.officeCode) || belongsTo(actor)) return;
  throw listingProblems.notFound();
}
