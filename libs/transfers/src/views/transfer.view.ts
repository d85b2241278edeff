import { type Actor, type Day, type Fen, holds } from '#kernel';
import { publicCaseParts } from '#cases';
import type { NoticeReader } from '#notices';
import type { Paper } from '#papers';
import { venueView } from '#publications';
import {
  type Deadline,
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
  blockerValue,
  deadlineOf,
  deadlineView,
  inputView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import { encumbrancePosts } from '#rights';
import { termsOf } from '../agreed.js';
import { partsShown, partsView } from '../transfer.parts.js';
import { transferCapitalOf, transferCapitalView } from './capital.view.js';
import { transferDepositOf, transferDepositView, checkView, checksOf } from './checks.view.js';
import { groundOf, groundView } from './ground.view.js';
import { transferParcelView, parcelsOf, shareView, sharesOf } from './land.view.js';
import { transferPaperOf, transferPaperView, materialOf, materialView } from './materials.view.js';
import { askedFor, returnOf, returnView } from './returns.view.js';
import { transferSurveyOf, transferSurveyView } from './survey.view.js';
import { transferEventView, eventsOf } from './timeline.view.js';
import { warningView, warningsOf } from './warnings.js';
import { transferPageLabels as labels, mortgageParts, noticeParts } from './transfer-page.words.js';
import { consentOf, consentView, decisionOf, decisionView } from './consents.view.js';
import { maskTransferor } from '../household-sight.js';
import { transferPowerOfAttorneyView, powersOfAttorneyOf } from './power-of-attorney.view.js';
import { annualRent, priceConfirmedView } from '../deal.view.js';
import type { Transfer as TransferRecord } from '../transfer.entity.js';
import { transferKinds, transferModes } from '../transfer.words.js';
import type { TransferFacts } from '../transfer.facts.js';
import { TermsInput } from '../transfer.input.js';
import { transferWorkflow } from '../transfer.workflow.js';
import type { ReturnRow, ReviewRow } from '../transfers.queries.js';

const states = stateWords(transferWorkflow);

/** The terms as an application asks for them; the way stands beside them, since old cases know one that is asked no more. */
export type Terms = Omit<TermsInput, 'mode' | 'priceYuan' | 'paymentDay' | 'term' | 'handoverOn'> & {
  term: { start: Day; end: Day };
  priceFen: Fen;
  handoverOn: Day | null;
};

const termsView = inputView<Terms>('Terms', TermsInput, { but: ['mode', 'paymentDay'] });

/** The case that another renews, or that renews it. */
const relativeView = view('RelatedTransfer', {
  id: value.id(),
  number: value.maybe(value.text(labels.number)),
  state: value.code(states, labels.state),
  endsOn: value.day(labels.endsOn),
});

/** The lot of which the case is the deal. */
const listingView = view('TransferListing', { id: value.id(), number: value.text(labels.listing) });

const mortgageView = view('TransferMortgage', {
  id: value.maybe(value.id()),
  mortgagee: value.maybe(value.text(mortgageParts.mortgagee)),
  consented: value.flag(mortgageParts.consented),
});

const noticeView = view('TransferNotice', {
  id: value.id(),
  number: value.text(noticeParts.number),
  lastDay: value.maybe(value.day(noticeParts.lastDay)),
  blockers: value.many(blockerValue, noticeParts.blockers),
  venues: value.many(venueView, noticeParts.venues),
  objections: value.many(
    view('TransferObjection', { ...publicCaseParts, id: value.maybe(value.id()) }),
    noticeParts.objections,
  ),
});

/** One case, for whoever may see it. */
export const transferView = view(
  'Transfer',
  {
    id: value.id(),
    revision: value.count(),
    number: value.maybe(value.text(labels.number)),
    followCode: value.maybe(value.text(labels.followCode)),
    kind: value.code(transferKinds, labels.kind),
    mode: value.code(transferModes, labels.mode),
    state: value.code(states, labels.state),
    stateSince: value.moment(labels.stateSince),
    round: value.count(labels.round),
    place: value.text(labels.place),
    deadline: value.maybe(deadlineView),
    transferor: value.text(labels.transferor),
    transferee: value.text(labels.transferee),
    ability: value.text(labels.ability),
    areaMu: value.mu(labels.areaMu),
    parcelCount: value.count(labels.parcelCount),
    contractsEndOn: value.maybe(value.day(labels.contractsEndOn)),
    annualRentFen: value.fen(labels.annualRentFen),
    priceConfirmed: value.maybe(priceConfirmedView),
    terms: termsView.value,
    parts: partsView,
    contractNumber: value.maybe(value.text(labels.contractNumber)),
    filingNumber: value.maybe(value.text(labels.filingNumber)),
    endedReason: value.maybe(value.text(labels.endedReason)),
    landReturnedOn: value.maybe(value.day(labels.landReturnedOn)),
    listing: value.maybe(listingView),
    renews: value.maybe(relativeView),
    renewal: value.maybe(relativeView),
    asked: value.maybe(returnView),
    returns: value.many(returnView, labels.returns),
    warnings: value.many(warningView, labels.warnings),
    parcels: value.many(transferParcelView, labels.parcels),
    ground: value.many(groundView, labels.ground),
    shares: value.many(shareView, labels.shares),
    consents: value.many(consentView, labels.consents),
    decision: value.maybe(decisionView),
    powersOfAttorney: value.many(transferPowerOfAttorneyView, labels.powersOfAttorney),
    mortgages: value.many(mortgageView, labels.mortgages),
    survey: value.maybe(transferSurveyView),
    capital: value.maybe(transferCapitalView),
    checks: value.many(checkView, labels.checks),
    materials: value.many(materialView, labels.materials),
    papers: value.many(transferPaperView, labels.papers),
    notice: value.maybe(noticeView),
    deposit: value.maybe(transferDepositView),
    acts: value.many(offerView),
    history: value.many(transferEventView),
  },
  labels.title,
);

export type Transfer = Of<typeof transferView>;

/** What a case is shown from. */
export interface TransferSeen {
  facts: TransferFacts;
  acts: readonly FormAct[];
  told: ReadonlyMap<string, 'each' | 'summed'>;
  deadline: Deadline | null;
  history: readonly HistoryLine[];
  files: readonly EvidenceFile[];
  papers: readonly Paper[];
  reviews: readonly ReviewRow[];
  returns: readonly ReturnRow[];
  /** The current notice as its own page shows it to this reader. */
  notice: Awaited<ReturnType<NoticeReader['seen']>> | null;
}

export function transferOf(seen: TransferSeen, reader: Actor): Transfer {
  const { facts } = seen;
  const staff = reader.kind === 'staff';
  const returns = seen.returns.map(returnOf);
  return {
    ...dealOf(facts, reader),
    deadline: seen.deadline && deadlineOf(seen.deadline),
    asked: askedFor(facts.record.state, returns, staff),
    returns,
    warnings: warningsOf(facts),
    parcels: parcelsOf(facts, reader),
    ground: groundOf(facts, reader),
    shares: sharesOf(facts, reader),
    consents: facts.record.kind === 'contracted' ? facts.consents.map((each) => consentOf(each, reader)) : [],
    decision: decisionOf(facts),
    powersOfAttorney: powersOfAttorneyOf(facts, reader),
    mortgages: mortgagesOf(facts, reader),
    survey: transferSurveyOf(facts),
    capital: transferCapitalOf(facts),
    checks: staff ? checksOf(facts, seen.reviews) : [],
    materials: seen.files.map(materialOf),
    papers: seen.papers.map(transferPaperOf),
    notice: noticeOf(seen),
    deposit: transferDepositOf(facts),
    acts: seen.acts.map(offerOf),
    history: eventsOf(seen.history, seen.told),
  };
}

const columns = [
  ...([
    'id',
    'revision',
    'number',
    'kind',
    'mode',
    'state',
    'stateSince',
    'round',
    'place',
    'ability',
    'areaMu',
  ] as const),
  ...(['parcelCount', 'contractNumber', 'filingNumber', 'endedReason', 'landReturnedOn'] as const),
];

/** Who, which land and on what terms; parties know the transferor as the public does. */
function dealOf(facts: TransferFacts, reader: Actor) {
  const { record, renews, renewal } = facts;
  const staff = reader.kind === 'staff';
  const own = Object.fromEntries(columns.map((name) => [name, record[name]])) as Pick<
    TransferRecord,
    (typeof columns)[number]
  >;
  const ends = facts.parcels.flatMap(({ contractEndsOn }) => contractEndsOn ?? []);
  return {
    ...own,
    followCode: staff || facts.belongsTo(reader) ? record.followCode : null,
    transferor: staff ? record.transferorName : maskTransferor(record.transferorName),
    transferee: record.transfereeName,
    contractsEndOn: ends.toSorted()[0] ?? null,
    annualRentFen: annualRent(facts),
    priceConfirmed: record.priceConfirmed,
    terms: termsView.of(termsOf(record)),
    parts: partsShown(facts),
    listing: record.listing && { id: record.listing.id, number: record.listing.number },
    renews: renews && relativeOf(renews),
    renewal: renewal && relativeOf(renewal),
  };
}

const relativeOf = ({ id, number, state, endsOn }: Of<typeof relativeView>) => ({ id, number, state, endsOn });

/** Live mortgages on the land or on the case's own right, and whether each mortgagee agreed to this case. */
function mortgagesOf({ land, belongsTo }: TransferFacts, reader: Actor): Of<typeof mortgageView>[] {
  const opens = reader.kind === 'staff' && holds(reader, ...encumbrancePosts);
  const named = reader.kind === 'staff' || belongsTo(reader);
  return land.mortgages.map(({ id, mortgageeName, consented }) => ({
    ...{ id: opens ? id : null, mortgagee: named ? mortgageeName : null, consented },
  }));
}

/** Only an office of the place has a page for each objection. */
function noticeOf({ facts: { notice }, notice: shown }: TransferSeen): Of<typeof noticeView> | null {
  if (!notice) return null;
  const { venues = [], objections = [], staff } = shown?.notice ?? {};
  return {
    ...{ id: notice.id, number: notice.number, lastDay: notice.lastDay, blockers: notice.blockers, venues },
    objections: staff?.cases ?? objections.map((each) => ({ ...each, id: null })),
  };
}
