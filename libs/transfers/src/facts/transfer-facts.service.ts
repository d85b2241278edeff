import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, Clock, type Parameters, type Term, ageOn, dayOf, speaksFor } from '#kernel';
import { inForce } from '#parties';
import { type Act, Database, type Reader, type Tx, ruleVersions, together } from '#platform';
import {
  LandService,
  type LandFacts,
  type PortionRequest,
  type CasesShown,
  areaWithinParcel,
  groundIsFree,
  landIsFree,
  mortgageesConsent,
  purposeAllowed,
  termOf,
  termWithinContract,
  withinParent,
} from '#rights';
import { partiesOf } from './transfer-parties.queries.js';
import { capitalFacts } from '../capital.rules.js';
import { TransferSurroundings, checklistFacts } from './transfer-surroundings.service.js';
import { DeskFacts } from './desk-facts.service.js';
import { SpokenFacts } from './spoken-facts.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { Transfer } from '../transfer.entity.js';
import { transferProblems } from '../transfer.problems.js';
import { parcelFacts, scopeOf, seesOffice, type ParcelFact } from '../transfers.queries.js';
import { seeCase } from '../land.words.js';

/** Gathers a case: the record and what its rules ask about. The page that draws the buttons uses the same facts. */
@Injectable()
export class TransferReader {
  constructor(
    private readonly database: Database,
    private readonly land: LandService,
    private readonly spoken: SpokenFacts,
    private readonly desk: DeskFacts,
    private readonly around: TransferSurroundings,
    private readonly clock: Clock,
  ) {}

  /** Locks the case for an act and gathers its facts. */
  async locked({ tx, actor }: Act, id: string): Promise<TransferFacts> {
    return this.gather(tx, id, tx.findOne(Transfer, { where: { id }, lock: { mode: 'pessimistic_write' } }), actor);
  }

  /** Locks the case for what is only brought to it: no rule is asked, so nothing but the record is read. */
  async touched({ tx, actor }: Act, id: string): Promise<Pick<TransferFacts, 'record' | 'term'>> {
    const found = await tx.findOne(Transfer, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw transferProblems.notFound();
    if (!seesOffice(scopeOf(actor), found.officeCode))
      mustSee(found, await partiesOf(tx, found, dayOf(this.clock.now())), actor);
    return { record: found, term: termOf(found.term) };
  }

  /** The same for a page, without the lock. */
  async read(id: string, actor: Actor): Promise<TransferFacts> {
    const { reader } = this.database;
    return this.gather(reader, id, reader.findOne(Transfer, { where: { id } }), actor);
  }

  /**
   * In three turns, each asked at once: what hangs on the id, the lock before all else; what the record and its parcels point
   * to; what the people point to.
   */
  private async gather(
    reader: Reader | Tx,
    id: string,
    asked: Promise<Transfer | null>,
    actor: Actor,
  ): Promise<TransferFacts> {
    const { record, parcels, desk, hanging } = await together({
      record: asked,
      rules: ruleVersions(reader),
      parcels: parcelFacts(reader, id),
      desk: this.desk.of(reader, id),
      hanging: this.around.hanging(reader, id),
    });
    if (!record) throw transferProblems.notFound();
    const term = termOf(record.term);
    const grantorIds = [...new Set(parcels.map((parcel) => parcel.grantorId))];
    const found = await this.pointedTo(reader, record, term, parcels, grantorIds);
    const { parameters, belonging, said, land, decision, around, escrow } = found;
    const { consents, powersOfAttorney } = said;
    const today = dayOf(this.clock.now());
    const agents = powersOfAttorney
      .filter((powerOfAttorney) => inForce(powerOfAttorney, today))
      .map((powerOfAttorney) => powerOfAttorney.agentId);
    const people = consents.flatMap((each) => each.members.map((member) => member.personId));
    const parties = new Set([record.transfereeId, ...grantorIds, ...people, ...agents]);
    mustSee(record, parties, actor);
    const { approvals, otherMu, review, ...own } = hanging;
    return {
      record,
      belongsTo: (who) => parties.has(speaksFor(who) ?? ''),
      ...{ term, parcels, parameters, consents, powersOfAttorney, today, parties, escrow },
      land: landAsked(land, desk, await this.casesShown(reader, land, actor)),
      ...decision,
      ...own,
      ...around,
      ...desk,
      ...(await this.around.people(reader, record, powersOfAttorney, [...parties], today)),
      capital: capitalFacts(record, parcels, parameters, approvals, belonging, otherMu),
      checklist: checklistFacts(review),
      takerCode: belonging.takerCode,
      transfereeAge: belonging.born === null ? null : ageOn(belonging.born, today),
    };
  }

  private async pointedTo(
    reader: Reader | Tx,
    record: Transfer,
    term: Term,
    parcels: readonly ParcelFact[],
    grantorIds: readonly string[],
  ) {
    const transferors = record.kind === 'contracted' ? grantorIds : [];
    const parameters = await this.around.parameters(reader, record);
    const belonging = this.around.belonging(reader, record);
    return together({
      parameters,
      belonging,
      said: belonging.then(({ takerCode }) =>
        this.spoken.said(reader, { record, term, parcels, takerCode }, transferors),
      ),
      land: this.landFacts(reader, record, parcels, term, parameters),
      around: this.around.of(reader, record),
      escrow: this.desk.escrowOf(reader, record),
      decision: belonging.then(({ member }) => this.spoken.decision(reader, record, parcels, parameters, !member)),
    });
  }

  /** Of the cases that hold this land, those which this actor may see. */
  private async casesShown(reader: Reader | Tx, { portions }: LandFacts, actor: Actor): Promise<CasesShown> {
    const ids = portions.flatMap((each) => [...each.takenBy, ...each.underOthers].flatMap((by) => by.subjectId ?? []));
    const found = ids.length === 0 ? [] : await reader.findBy(Transfer, { id: In(ids) });
    const shown = await Promise.all(found.map((each) => this.sees(reader, each, actor)));
    return new Map(
      found
        .filter((_, index) => shown[index])
        .map(({ id, number }) => [id, { href: `/transfers/${id}`, label: `${seeCase} ${number ?? ''}`.trim() }]),
    );
  }

  private async sees(reader: Reader | Tx, found: Transfer, actor: Actor): Promise<boolean> {
    const { partyId, prefixes } = scopeOf(actor);
    if (seesOffice({ partyId, prefixes }, found.officeCode)) return true;
    return partyId !== null && (await partiesOf(reader, found, this.clock.today())).has(partyId);
  }

  private async landFacts(
    reader: Reader | Tx,
    found: Transfer,
    parcels: readonly ParcelFact[],
    term: Term,
    parameters: Parameters,
  ): Promise<LandFacts> {
    return this.land.facts(reader, {
      subject: 'transfer',
      subjectId: found.id,
      term,
      plannedUse: found.purpose,
      parentId: null,
      portions: parcels.map((parcel) => ({ ...wishOf(parcel), areaMu: parcel.areaMu })),
      toleranceMu: parameters.areaToleranceMu,
    });
  }
}

/** A parcel of a case as the register's wish: whole, or so many mu from a side. */
export function wishOf(parcel: Pick<ParcelFact, 'parcelId' | 'whole' | 'side' | 'areaMu'>): PortionRequest {
  if (parcel.whole || parcel.side === null) return { parcelId: parcel.parcelId, whole: true };
  return { parcelId: parcel.parcelId, whole: false, from: parcel.side as 'east', areaMu: parcel.areaMu };
}

/** What the register refuses of the land, as it was surveyed. */
function landAsked(
  land: LandFacts,
  { surveyed }: Pick<TransferFacts, 'surveyed'>,
  shown: CasesShown,
): TransferFacts['land'] {
  const mortgages = land.portions.flatMap((each) => each.encumbrances);
  return {
    term: [...termWithinContract(land), ...withinParent(land)],
    area: areaWithinParcel(land),
    purpose: purposeAllowed(asSurveyed(land, surveyed)),
    occupied: landIsFree(land, shown),
    underOthers: groundIsFree(land, shown),
    encumbered: mortgageesConsent(land),
    mortgages: [...new Map(mortgages.map((each) => [each.id, each])).values()],
  };
}

function mustSee(record: Transfer, parties: ReadonlySet<string>, actor: Actor): void {
  if (actor.kind === 'clock') return;
  const scope = scopeOf(actor);
  if (seesOffice(scope, record.officeCode)) return;
  if (scope.partyId !== null && parties.has(scope.partyId)) return;
  throw transferProblems.notFound();
}

/**
 * 永久基本农田以登记或者实地调查查到的为准，查到有就按有：the register may be old, and who stood there saw it
 * （土地管理法第三十七条；粮食安全保障法第十三条）. One finding of before for all parcels does not say which, so it holds for each.
 */
function asSurveyed(land: LandFacts, { basicFarmland, parcels }: TransferFacts['surveyed']): LandFacts {
  if (basicFarmland === null || basicFarmland === 'none') return land;
  const other = new Set(parcels.filter(({ farmland }) => farmland === false).map(({ parcelCode }) => parcelCode));
  const portions = land.portions.map((portion) => ({
    ...portion,
    basicFarmland: portion.basicFarmland || !other.has(portion.code),
  }));
  return { ...land, portions };
}
