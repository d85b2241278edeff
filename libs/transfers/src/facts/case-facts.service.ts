import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Parameters, type Term, dayOf, speaksFor } from '#kernel';
import {
  ConsentsService,
  DecisionsService,
  MandatesService,
  collectiveDecided,
  decisionFacts,
  inForce,
} from '#parties';
import { Database, type Reader, type Tx } from '#platform';
import {
  LandService,
  type LandFacts,
  type PortionWish,
  areaWithinParcel,
  landIsFree,
  mortgageesConsent,
  purposeAllowed,
  termOf,
  termWithinContract,
  withinParent,
} from '#rights';
import { partiesOf } from './case-parties.queries.js';
import { CaseSurroundings } from './case-surroundings.service.js';
import { consentText } from '../papers/consent.words.js';
import { DeskFacts } from './desk-facts.service.js';
import type { ParcelFact, TransferFacts } from '../transfer.facts.js';
import { Transfer } from '../transfer.entity.js';
import { transferProblems } from '../transfer.problems.js';
import { parcelFacts, scopeOf, seesOffice } from '../transfers.queries.js';

/** By what transferors speak: each member's consent, the collective's decision, the letter to an agent. */
@Injectable()
export class SpokenFor {
  constructor(
    readonly consents: ConsentsService,
    readonly decisions: DecisionsService,
    readonly mandates: MandatesService,
  ) {}
}

/** Gathers a case: the record and what its rules ask about. The page that draws the buttons uses the same facts. */
@Injectable()
export class CaseFacts {
  constructor(
    private readonly database: Database,
    private readonly land: LandService,
    private readonly spoken: SpokenFor,
    private readonly desk: DeskFacts,
    private readonly around: CaseSurroundings,
    private readonly clock: Clock,
  ) {}

  /** Locks the case for an act and gathers its facts. */
  async locked(tx: Tx, id: string, actor: Actor): Promise<TransferFacts> {
    const record = await tx.findOne(Transfer, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, record, actor);
  }

  /** Locks the case for what is only brought to it: no rule is asked, so nothing but the record is read. */
  async touched(tx: Tx, id: string, actor: Actor): Promise<Pick<TransferFacts, 'record' | 'term'>> {
    const found = await tx.findOne(Transfer, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw transferProblems.notFound();
    if (!seesOffice(scopeOf(actor), found.officeCode))
      mustSee(found, await partiesOf(tx, found, dayOf(this.clock.now())), actor);
    return { record: found, term: termOf(found.term) };
  }

  /** The same for a page, without the lock. */
  async read(id: string, actor: Actor): Promise<TransferFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOne(Transfer, { where: { id } }), actor);
  }

  private async gather(reader: Reader | Tx, found: Transfer | null, actor: Actor): Promise<TransferFacts> {
    if (!found) throw transferProblems.notFound();
    const term = termOf(found.term);
    const [parcels, parameters, belonging] = await Promise.all([
      parcelFacts(reader, found.id),
      this.around.parameters(reader, found),
      this.around.belonging(reader, found),
    ]);
    const grantorIds = [...new Set(parcels.map((parcel) => parcel.grantorId))];
    const transferors = found.kind === 'contracted' ? grantorIds : [];
    const [consents, mandates, land, decision, desk] = await Promise.all([
      this.spoken.consents.facts(reader, 'transfer', found.id, transferors, (householdId) =>
        consentText({ record: found, term, parcels }, householdId),
      ),
      this.spoken.mandates.standing(reader, transferors),
      this.landFacts(reader, found, parcels, term, parameters),
      this.decisionFacts(reader, found, parcels, parameters, !belonging.member),
      this.desk.of(reader, found),
    ]);
    const today = dayOf(this.clock.now());
    const agents = mandates.filter((mandate) => inForce(mandate, today)).map((mandate) => mandate.agentId);
    const people = consents.flatMap((each) => each.members.map((member) => member.personId));
    const parties = new Set([found.transfereeId, ...grantorIds, ...people, ...agents]);
    mustSee(found, parties, actor);
    return {
      record: found,
      belongsTo: (who) => parties.has(speaksFor(who) ?? ''),
      term,
      parcels,
      parameters,
      land: {
        term: [...termWithinContract(land), ...withinParent(land)],
        area: areaWithinParcel(land),
        purpose: purposeAllowed(asSurveyed(land, desk.surveyed)),
        occupied: landIsFree(land),
        encumbered: mortgageesConsent(land),
        mortgages: [
          ...new Map(land.portions.flatMap((each) => each.encumbrances).map((each) => [each.id, each])).values(),
        ],
      },
      consents,
      mandates,
      today,
      ...decision,
      parties,
      ...(await this.around.of(reader, found, parameters, {
        ...{ parcels, mandates, belonging, parties: [...parties] },
      })),
      ...desk,
    };
  }

  /** Land that is not contracted out rests on its own collective's decision; another's does not count. */
  private async decisionFacts(
    reader: Reader | Tx,
    found: Transfer,
    parcels: readonly ParcelFact[],
    { acceptedDecisionBodies }: Parameters,
    outsider: boolean,
  ): Promise<Pick<TransferFacts, 'decided' | 'decision' | 'outsider'>> {
    if (found.kind !== 'collective') return { decided: null, decision: [], outsider };
    const made = await this.spoken.decisions.find(reader, found.decisionId);
    const decided = made?.issuerCode === found.issuerCode ? made : null;
    const asked = {
      ...{ outsider, accepted: acceptedDecisionBodies, transfereeId: found.transfereeId, areaMu: found.areaMu },
      byPriority: found.replacesId !== null && !outsider,
      parcelCodes: parcels.map((parcel) => parcel.code),
    };
    const missing = collectiveDecided(decided ? decisionFacts(decided) : undefined, asked);
    const way = { href: `/transfers/${found.id}#consents`, label: '看决议' };
    return { decided, decision: missing ? [{ ...missing, way }] : [], outsider };
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
export function wishOf(parcel: Pick<ParcelFact, 'parcelId' | 'whole' | 'side' | 'areaMu'>): PortionWish {
  if (parcel.whole || parcel.side === null) return { parcelId: parcel.parcelId, whole: true };
  return { parcelId: parcel.parcelId, whole: false, from: parcel.side as 'east', areaMu: parcel.areaMu };
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
 * （土地管理法第三十七条；粮食安全保障法第十三条）. A finding of a part does not say which parcel, so it holds for each.
 */
function asSurveyed(land: LandFacts, { basicFarmland }: TransferFacts['surveyed']): LandFacts {
  if (basicFarmland === null || basicFarmland === 'none') return land;
  return { ...land, portions: land.portions.map((portion) => ({ ...portion, basicFarmland: true })) };
}
