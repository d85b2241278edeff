import { Injectable } from '@nestjs/common';
import { type DivisionCode, type FieldError, type RightKind, ZERO_MU, day, mu, reaches, yuan } from '#kernel';
import { OfficesService } from '#offices';
import { DecisionsService, type PartyRow, PartiesService } from '#parties';
import {
  type Act,
  type Elsewhere,
  Files,
  type Heard,
  ParameterStore,
  type Sound,
  type Tx,
  accessProblems,
  hear,
} from '#platform';
import { rangeOf } from '#rights';
import {
  type DecisionFormInput,
  type TownshipApprovalInput,
  approvalFaults,
  decisionBasis,
  decisionFaults,
} from '#transfers';
import { ListingDesk } from './listing-desk.service.js';
import { Listing } from './listing.entity.js';
import type { ListingFacts } from './listing.facts.js';
import { listingFaults as faults, listingProblems, wrong } from './listing.problems.js';
import { listingLines } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';
import { issuerOf } from './listings.queries.js';
import { kindRules } from './right-kinds.rules.js';
import { type NeverTraded, neverTraded } from './right-kinds.words.js';
import { isCollective } from './holder.js';
import { ownOf, rightFaults } from './right-offer.js';
import type { RightInput, RightMandateInput, RightOfferInput } from './right.input.js';

/** Where a right that is no contracted land is entered, and where its holder says yes. */
@Injectable()
export class RightDesk {
  constructor(
    private readonly parties: PartiesService,
    private readonly decisions: DecisionsService,
    private readonly offices: OfficesService,
    private readonly parameters: ParameterStore,
    private readonly files: Files,
    private readonly lots: ListingDesk,
  ) {}

  /** Enters a right on the fields of its kind, as a draft. */
  async enterRight(act: Act, _none: object, input: RightInput): Promise<Elsewhere> {
    const { village } = input;
    const kind = input.kind as RightKind;
    if (!reaches(act.actor, village)) throw accessProblems.notYourPost();
    const columns = columnsOf(kind, input);
    const holder = await this.holderOf(act.tx, kind, input.holder);
    const issuerCode = await issuerOf(act.tx, village);
    if (issuerCode === null) throw wrong(faults.noCollective());
    const record = await act.open(
      listingWorkflow,
      Listing,
      {
        ...{ ...columns, kind, number: null, extensions: 0, rulesDay: act.today, relistsId: null },
        ...{ officeCode: village as DivisionCode, bornOfficeCode: village as DivisionCode, issuerCode },
        ...{ place: await this.offices.placeName(village), holderId: holder.id, transferorName: holder.name },
        ...{ parcelCount: 0, householdCount: 0, landClasses: [], purpose: '', decisionId: null, mandateFileId: null },
        ...{ createdAt: act.now, createdBy: act.actor.name, createdAccountId: act.actor.accountId },
      },
      { action: 'enter', label: listingLines.entered },
    );
    await this.lots.keepPhotos(act, record, input.photos ?? []);
    return { id: record.id };
  }

  async enterRightFaults({ tx, today }: Act, _none: object, input: Sound<RightInput>): Promise<Heard[]> {
    const { kind, holder, village } = input;
    if (kind === undefined) return [];
    const { openRightKinds } = await this.parameters.at(tx, today);
    const [wrongKind] = kindFaults(kind, openRightKinds);
    if (wrongKind) return [wrongKind];
    return [
      ...rightFaults(kind as RightKind, input, today),
      ...(await hear(async () => (holder ? this.holderOf(tx, kind as RightKind, holder) : null))),
      ...(village && (await issuerOf(tx, village)) === null ? [faults.noCollective()] : []),
    ];
  }

  /** Types the terms and the fields over. */
  async reviseRight(act: Act, { record }: ListingFacts, input: RightOfferInput): Promise<void> {
    if (record.state !== 'draft') throw listingProblems.notEditable();
    const columns = columnsOf(record.kind, input);
    await act.tx.update(Listing, { id: record.id }, { ...columns, revision: record.revision + 1 });
    await act.note('listing', record);
  }

  reviseRightFaults({ today }: Act, { record }: ListingFacts, input: Sound<RightOfferInput>): Heard[] {
    return record.state === 'draft' ? rightFaults(record.kind, input, today) : [];
  }

  /** 集体的：what the assembly decided about this very lot (农村土地承包法第五十二条；农经发〔2016〕9号). */
  async decide(act: Act, facts: ListingFacts, input: DecisionFormInput): Promise<void> {
    const { record, holder } = facts;
    if (!decidable(facts) || !holder?.collective) throw listingProblems.noConsent();
    const kept: string[] = [];
    for (const page of input.file) kept.push((await this.keep(act, record, page, 'minutes')).id);
    const { file: _file, toOutsiders, ...minutes } = input;
    const decision = await this.decisions.report(act, {
      ...{ ...minutes, collectiveId: holder.id, issuerCode: record.issuerCode, transfereeId: null, parcelCodes: [] },
      ...{ legalBasis: decisionBasis, matter: listingLines.decided(record.place, thingOf(record)) },
      ...{
        areaMu: Number(record.areaMu) === 0 ? null : record.areaMu,
        toOutsiders: toOutsiders === 'yes',
        minutesFileId: kept[0] ?? '',
      },
    });
    await act.keep(Listing, record.id, { decisionId: decision.id });
    await act.note('listing', record, { detail: { decision: decision.id } });
  }

  decideFaults(_act: Act, { parameters }: ListingFacts, input: Sound<DecisionFormInput>): Heard[] {
    return decisionFaults(input, parameters.acceptedDecisionBodies);
  }

  /** The township's approval of outsiders (农村土地承包法第五十二条). */
  async approveOutsiders(act: Act, { record, decided }: ListingFacts, input: TownshipApprovalInput): Promise<void> {
    if (decided === null) throw listingProblems.noDecision();
    const { number, approvedOn } = input;
    const file = await this.keep(act, record, input.file, 'township_approval');
    await this.decisions.approve(act, decided.id, { number, on: approvedOn, fileId: file.id });
    await act.note('listing', record, { detail: { number } });
  }

  approveOutsidersFaults(_act: Act, { decided }: ListingFacts, input: Sound<TownshipApprovalInput>): Heard[] {
    return decided === null ? [] : approvalFaults(input.approvedOn, decided.decidedOn);
  }

  /** 不是集体的：its holder's own signed letter. */
  async mandate(act: Act, facts: ListingFacts, { file }: RightMandateInput): Promise<void> {
    const { record, holder } = facts;
    if (!decidable(facts) || !holder || holder.collective) throw listingProblems.noConsent();
    const kept = await this.keep(act, record, file, 'mandate');
    await act.keep(Listing, record.id, { mandateFileId: kept.id });
    await act.note('listing', record);
  }

  private keep(act: Act, { id, holderId }: Listing, file: RightMandateInput['file'], kind: string) {
    const partyIds = holderId === null ? [] : [holderId];
    return this.files.attach(act, file, { subject: 'listing', subjectId: id, kind, partyIds });
  }

  /** A household by its contractor code, a body by its credit code. */
  private async holderOf(tx: Tx, kind: RightKind, code: string): Promise<PartyRow> {
    const found =
      (await this.parties.findByCreditCode(code, tx)) ?? (await this.parties.findByContractorCode(code, tx));
    if (!found) throw wrong(faults.noHolder());
    if (kindRules[kind].collective && !isCollective(found)) throw wrong(faults.notCollective(kind));
    return found;
  }
}

/** While its words are fixed and the town has not got it. */
export const decidable = ({ record }: Pick<ListingFacts, 'record'>): boolean => record.state === 'village';

/** What it is called. */
export const thingOf = ({ own }: Pick<Listing, 'own'>): string => own.name ?? '';

/** What stands against a kind that is entered on its own fields. */
function kindFaults(kind: RightKind | NeverTraded, open: readonly RightKind[]): FieldError[] {
  if (kind in neverTraded) return [faults.neverTraded(kind as NeverTraded)];
  const known = kind as RightKind;
  if (kindRules[known].parcels) return [faults.byParcels(known)];
  return open.includes(known) ? [] : [faults.kindOff(known)];
}

/** The columns that the terms and the fields fill. */
function columnsOf(kind: RightKind, input: RightOfferInput) {
  const { mode, startsOn, payment, use, conditions, lease, dispute } = input;
  const passing = kindRules[kind].passes[mode];
  if (!passing) throw wrong(faults.noMode(kind, mode));
  const priceFen = yuan(input.priceYuan);
  const floorFen = input.floorYuan ? yuan(input.floorYuan) : priceFen;
  // What passes for good has one day, that of its handing over.
  const end = passing.forGood ? startsOn : (input.endsOn ?? startsOn);
  return {
    ...{ mode, priceUnit: passing.unit, priceFen, floorFen, payment, crops: use, conditions, fixtures: '' },
    ...{ term: rangeOf({ start: day(startsOn), end: day(end) }), declared: { lease, dispute } },
    ...{ areaMu: input.areaMu ? mu(input.areaMu) : ZERO_MU, own: ownOf(kind, input) },
  };
}
