import { type Actor, maskName, reaches, rightKinds, speaksFor } from '#kernel';
import {
  type Deadline,
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  deadlineOf,
  deadlineView,
  fileOf,
  fileView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  saidOf,
  stateWords,
  value,
  view,
} from '#platform';
import { plannedUses } from '#rights';
import { maskTransferor } from '#transfers';
import { biddingRulesOf } from './bidding/bidding-rules.js';
import { biddingSeen, biddingView } from './bidding/bidding.view.js';
import type { ListingFacts } from './listing.facts.js';
import { resultOut, seesWho } from './interests/interest-sight.js';
import { interestWorkflow } from './interests/interest.workflow.js';
import { failureCodes, interestParts, listingLabels, listingParts as parts } from './listing.words.js';
import { consentsOf, householdView } from './listing-consents.view.js';
import { listingWorkflow } from './listing.workflow.js';
import { moneyOf } from './lot-price.js';
import type { Question } from './questions/question.entity.js';
import { questionLine, questionLines } from './questions/question.view.js';
import { questionParts } from './questions/question.words.js';
import { kindRules } from './right-kinds.rules.js';
import { passingModes, priceUnits } from './right-kinds.words.js';
import { RightFields } from './right.input.js';
import type { Fit } from './wanted/wanted.queries.js';
import { fitView } from './wanted/wanted.view.js';
import { wantedParts } from './wanted/wanted.words.js';

const { fields } = listingLabels;

const parcelView = view('ListingParcel', {
  number: value.count(parts.parcel.number),
  code: value.text(parts.parcel.code),
  name: value.text(parts.parcel.name),
  contractor: value.text(parts.parcel.contractor),
  areaMu: value.mu(parts.parcel.areaMu),
  grade: value.maybe(value.text(parts.parcel.grade)),
  basicFarmland: value.flag(parts.parcel.farmland),
});

/** Who registered, to the office; to a party its own alone. */
const interestLine = view('ListingInterest', {
  id: value.id(),
  party: value.text(interestParts.party),
  state: value.code(stateWords(interestWorkflow), interestParts.state),
  offerFen: value.fen(interestParts.offerFen),
  depositFen: value.fen(interestParts.depositFen),
  heldFen: value.maybe(value.fen(interestParts.heldFen)),
});

/** A field of its own kind, as it was filled in. */
export const ownView = view('ListingOwnField', {
  name: value.text(parts.ownName),
  label: value.text(parts.ownLabel),
  value: value.text(parts.ownValue),
});

const relatedView = view('RelatedListing', { id: value.id(), number: value.maybe(value.text(parts.number)) });

const dealLink = view('ListingDeal', {
  id: value.id(),
  number: value.maybe(value.text(parts.number)),
  at: value.text(parts.deal),
});

/** A lot: to everybody what is offered, to its office and its households also how far it is. */
export const listingView = view(
  'Listing',
  {
    id: value.id(),
    revision: value.count(),
    number: value.maybe(value.text(parts.number)),
    kind: value.code(rightKinds, fields.kind),
    mode: value.code(passingModes, fields.mode),
    state: value.code(stateWords(listingWorkflow), fields.state),
    place: value.text(fields.place),
    deadline: value.maybe(deadlineView),
    closesOn: value.maybe(value.day(fields.closesOn)),
    publishedAt: value.maybe(value.moment(fields.publishedAt)),
    extensions: value.count(parts.extensions),
    termStart: value.day(fields.termStart),
    termEnd: value.maybe(value.day(fields.termEnd)),
    priceUnit: value.code(priceUnits, parts.priceUnit),
    thing: value.maybe(value.text(parts.thing)),
    own: value.many(ownView, parts.own),
    register: value.maybe(value.text(parts.register)),
    decided: value.maybe(value.flag(parts.decided)),
    priceFen: value.fen(parts.priceFen),
    floorFen: value.maybe(value.fen(parts.floorFen)),
    yearlyFen: value.fen(parts.yearlyFen),
    totalFen: value.maybe(value.fen(parts.totalFen)),
    bidding: biddingView,
    payment: value.text(parts.payment),
    purpose: value.maybe(value.code(plannedUses, parts.purpose)),
    crops: value.text(parts.crops),
    conditions: value.text(parts.conditions),
    fixtures: value.text(parts.fixtures),
    lease: value.text(parts.lease),
    dispute: value.text(parts.dispute),
    areaMu: value.maybe(value.mu(fields.areaMu)),
    transferor: value.text(parts.transferor),
    households: value.count(parts.households),
    parcels: value.many(parcelView, parts.parcels),
    photos: value.many(fileView, parts.photos),
    consents: value.many(householdView, parts.consents),
    endedCode: value.maybe(value.code(failureCodes, parts.ended)),
    endedReason: value.maybe(value.text(parts.endedReason)),
    relists: value.maybe(relatedView),
    deal: value.maybe(dealLink),
    interests: value.many(interestLine, parts.interests),
    questions: value.many(questionLine, questionParts.many),
    wishes: value.many(fitView, wantedParts.matches),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type ListingView = Of<typeof listingView>;

/** What a lot is shown from. */
export interface ListingSeen {
  facts: ListingFacts;
  deadline: Deadline | null;
  photos: readonly EvidenceFile[];
  history: readonly HistoryLine[];
  before: { id: string; number: string | null } | null;
  questions: readonly Question[];
  wishes: readonly Fit[];
  acts: readonly FormAct[];
}

/** Whether a reader sees more than everybody: the office, and who belongs to it. */
export const seesInside = ({ record, belongsTo }: ListingFacts, me: Actor): boolean =>
  reaches(me, record.officeCode) || belongsTo(me);

export function listingOf(
  { facts, deadline, photos, history, before, questions, wishes, acts }: ListingSeen,
  me: Actor,
): ListingView {
  const { record, term, deal } = facts;
  const staff = reaches(me, record.officeCode);
  const bidding = biddingRulesOf(record, facts.parameters);
  const { id, revision, number, kind, mode, state, place, closesOn, publishedAt, extensions, priceFen, payment } =
    record;
  const { crops, conditions, fixtures, declared, endedCode, endedReason } = record;
  return {
    ...{ id, revision, number, kind, mode, state, place, closesOn, publishedAt, extensions, priceFen, payment },
    ...{ crops, conditions, fixtures, ...declared, endedCode, endedReason: staff ? endedReason : null },
    deadline: deadline && deadlineOf(deadline),
    ...rightOf(facts, staff),
    termStart: term.start,
    floorFen: staff || !bidding.floorSecret ? record.floorFen : null,
    bidding: biddingSeen(bidding),
    ...moneyOf(facts),
    purpose: (record.purpose || null) as ListingView['purpose'],
    transferor: staff ? record.transferorName : maskTransferor(record.transferorName),
    households: record.householdCount,
    parcels: parcelsOf(facts, staff),
    photos: photos.map(fileOf),
    consents: consentsOf(facts, me, staff),
    relists: before,
    deal: staff && deal ? { id: deal.id, number: deal.number, at: `/${deal.things}/${deal.id}` } : null,
    interests: interestsOf(facts, me),
    questions: questionLines(questions, me),
    // Who offers it hears whom it would suit; to others it is a lot like any.
    wishes: seesInside(facts, me) ? wishes : [],
    acts: acts.map(offerOf),
    history: staff ? history.map(historyLineOf) : [],
  };
}

/** What a lot tells by its kind; only its office sees whether its holder has said yes. */
function rightOf({ record, term, holder }: ListingFacts, staff: boolean) {
  const { kind, mode, own, priceUnit, areaMu, decisionId, mandateFileId } = record;
  const forGood = kindRules[kind].passes[mode]?.forGood ?? false;
  return {
    priceUnit,
    termEnd: forGood ? null : term.end,
    areaMu: Number(areaMu) === 0 ? null : areaMu,
    thing: own.name ?? null,
    own: saidOf(RightFields, own),
    register: kindRules[kind].register,
    decided: staff && holder ? (decisionId ?? mandateFileId) !== null : null,
  };
}

const parcelsOf = ({ parcels }: ListingFacts, staff: boolean): Of<typeof parcelView>[] =>
  parcels.map(({ seq: number, code, name, areaMu, grade, basicFarmland, grantorName }) => ({
    ...{ number, code, name, areaMu, grade, basicFarmland },
    contractor: staff ? grantorName : maskName(grantorName),
  }));

/** To the offices all alike until the result is out; a party sees its own. */
function interestsOf({ record: lot, interests }: ListingFacts, me: Actor): Of<typeof interestLine>[] {
  const [all, out] = [seesWho(lot, me), resultOut(lot)];
  const own = speaksFor(me);
  return interests
    .filter(({ record }) => all || record.partyId === own)
    .map(({ record: { id, partyId, partyName: party, state, offerFen, depositFen }, heldFen }) => ({
      ...{ id, party, state, offerFen, depositFen, heldFen: out || partyId === own ? heldFen : null },
    }));
}
