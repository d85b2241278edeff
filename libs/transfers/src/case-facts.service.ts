import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Parameters, type Term, ageOn, dayOf, speaksFor } from '#kernel';
import { ConsentsService, DecisionsService, PartiesService, collectiveDecided } from '#parties';
import { Database, ParameterStore, type Reader, type Tx, whoDid } from '#platform';
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
import { capitalFacts } from './capital.rules.js';
import { checkItems, isCheckItem } from './checklist.js';
import { DeskFacts } from './desk-facts.service.js';
import type { ChecklistFacts, ParcelFact, TransferFacts } from './transfer.facts.js';
import { Transfer } from './transfer.entity.js';
import { transferProblems } from './transfer.problems.js';
import { capitalOf, parcelFacts, reviewsOf, scopeOf, seesOffice, staffAmong } from './transfers.queries.js';

/** What lies around a case: its parameters, reviews, licence and the people who acted. */
@Injectable()
export class CaseSurroundings {
  constructor(
    private readonly store: ParameterStore,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
  ) {}

  /** A case keeps the rules it started under. */
  async parameters(reader: Reader | Tx, record: Transfer): Promise<Parameters> {
    return this.store.at(reader, record.rulesDay);
  }

  async of(
    reader: Reader | Tx,
    record: Transfer,
    parcels: readonly ParcelFact[],
    parameters: Parameters,
    parties: readonly string[],
  ): Promise<
    Pick<
      TransferFacts,
      | 'capital'
      | 'checklist'
      | 'transfereeAge'
      | 'staffParties'
      | 'agentConflict'
      | 'acceptors'
      | 'reviewers'
      | 'renewed'
      | 'contractScans'
      | 'right'
    >
  > {
    const transferee = await this.parties.get(record.transfereeId, reader);
    const rights: { id: string; standing: string }[] = await reader.query(
      `SELECT id, standing FROM management_right WHERE subject = 'transfer' AND subject_id = $1 ORDER BY reserved_at DESC LIMIT 1`,
      [record.id],
    );
    const counts: { scans: number; renewed: boolean }[] = await reader.query(
      `SELECT (SELECT count(*)::int FROM evidence_file WHERE subject = 'transfer' AND subject_id = $1 AND kind = 'contract') AS scans,
         EXISTS (SELECT 1 FROM transfer WHERE renews_id = $2 AND recorded_at IS NOT NULL) AS renewed`,
      [record.id, record.id],
    );
    const right = rights[0] ?? null;
    const today = dayOf(this.clock.now());
    return {
      capital: capitalFacts(record, parcels, parameters, await capitalOf(reader, record.id)),
      checklist: checklistFacts(record, await reviewsOf(reader, record.id)),
      transfereeAge: transferee.born === null ? null : ageOn(transferee.born, today),
      staffParties: await staffAmong(reader, parties),
      agentConflict: [],
      acceptors: await whoDid(reader, 'transfer', record.id, 'accept'),
      reviewers: await whoDid(reader, 'transfer', record.id, 'approve'),
      renewed: counts[0]?.renewed ?? false,
      contractScans: counts[0]?.scans ?? 0,
      right: right && ['reserved', 'active'].includes(right.standing) ? right : null,
    };
  }
}

/** Gathers a case: the record and what its rules ask about. The page that draws the buttons uses the same facts. */
@Injectable()
export class CaseFacts {
  constructor(
    private readonly database: Database,
    private readonly land: LandService,
    private readonly consents: ConsentsService,
    private readonly decisions: DecisionsService,
    private readonly desk: DeskFacts,
    private readonly around: CaseSurroundings,
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
    if (!seesOffice(scopeOf(actor), found.officeCode)) mustSee(found, await partiesOf(tx, found), actor);
    return { record: found, term: termOf(found.term) };
  }

  /** The same for a page, without the lock. */
  async read(id: string, actor: Actor): Promise<TransferFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOne(Transfer, { where: { id } }), actor);
  }

  private async gather(reader: Reader | Tx, found: Transfer | null, actor: Actor): Promise<TransferFacts> {
    if (!found) throw transferProblems.notFound();
    const parcels = await parcelFacts(reader, found.id);
    const term = termOf(found.term);
    const parameters = await this.around.parameters(reader, found);
    const grantorIds = [...new Set(parcels.map((parcel) => parcel.grantorId))];
    const consents = await this.consents.facts(
      reader,
      'transfer',
      found.id,
      found.kind === 'contracted' ? grantorIds : [],
    );
    const people = consents.flatMap((each) => each.members.map((member) => member.personId));
    const parties = new Set([found.transfereeId, ...grantorIds, ...people]);
    mustSee(found, parties, actor);
    const land = await this.landFacts(reader, found, parcels, term, parameters);
    const decision =
      found.kind === 'collective' ? collectiveDecided(await this.decisions.facts(reader, found.decisionId)) : undefined;
    return {
      record: found,
      belongsTo: (who) => parties.has(speaksFor(who) ?? ''),
      term,
      parcels,
      parameters,
      land: {
        term: [...termWithinContract(land), ...withinParent(land)],
        area: areaWithinParcel(land),
        purpose: purposeAllowed(land),
        occupied: landIsFree(land),
        encumbered: mortgageesConsent(land),
      },
      consents,
      decision: decision ? [decision] : [],
      parties,
      ...(await this.around.of(reader, found, parcels, parameters, [...parties])),
      ...(await this.desk.of(reader, found)),
    };
  }

  private async landFacts(
    reader: Reader | Tx,
    found: Transfer,
    parcels: readonly ParcelFact[],
    term: Term,
    parameters: Parameters,
  ): Promise<LandFacts> {
    const portions = await this.land.portions(parcels.map(wishOf), reader);
    return this.land.facts(reader, {
      subject: 'transfer',
      subjectId: found.id,
      term,
      plannedUse: found.purpose,
      parentId: null,
      portions: portions.map((portion, index) => ({ ...portion, areaMu: parcels[index]?.areaMu ?? portion.areaMu })),
      toleranceMu: parameters.areaToleranceMu,
    });
  }
}

/** Everybody whose case it is: transferee, transferors and their members. */
async function partiesOf(tx: Tx, record: Transfer): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT grantor_id AS id FROM transfer_parcel WHERE transfer_id = $1
     UNION SELECT m.person_id FROM transfer_parcel tp JOIN member m ON m.household_id = tp.grantor_id WHERE tp.transfer_id = $1`,
    [record.id],
  );
  return new Set([record.transfereeId, ...rows.map((row) => row.id)]);
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

function checklistFacts(record: Transfer, reviews: Awaited<ReturnType<typeof reviewsOf>>): ChecklistFacts {
  const current = reviews.find(
    (each) => each.level === 'county' && each.round === record.round && each.doneAt === null,
  );
  const checks = (current?.checklist ?? []).filter((check) => isCheckItem(check.item));
  return {
    total: Object.keys(checkItems).length,
    filled: checks.length,
    faults: checks
      .filter((check) => check.result === 'no')
      .map((check) => (isCheckItem(check.item) ? checkItems[check.item].label : '')),
  };
}
