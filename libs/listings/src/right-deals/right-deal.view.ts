import { type Actor, reaches, rightKinds } from '#kernel';
import type { Paper } from '#papers';
import {
  type EvidenceFile,
  type FormAct,
  type HistoryLine,
  type Of,
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
import { ownView } from '../listing.view.js';
import type { RightDealFacts } from './right-deal.rules.js';
import { rightDealParts as parts } from './right-deal.words.js';
import { rightDealWorkflow } from './right-deal.workflow.js';
import { clausesOf, kindRules } from '../right-kinds.rules.js';
import { passingModes, priceUnits } from '../right-kinds.words.js';
import { RightFields } from '../right.input.js';

const noticeLink = view('RightDealNotice', { id: value.id(), number: value.maybe(value.text(parts.noticeNumber)) });
const clauseView = view('RightDealClause', { name: value.text(parts.clause), article: value.text(parts.article) });
const paperLink = view('RightDealPaper', {
  id: value.id(),
  title: value.text(parts.paper),
  number: value.text(parts.contractNumber),
});

/** A deal, to its two sides and to the offices of the place. */
export const rightDealView = view(
  'RightDeal',
  {
    id: value.id(),
    revision: value.count(),
    listingId: value.id(),
    listingNumber: value.text(parts.listing),
    kind: value.code(rightKinds, parts.kind),
    mode: value.code(passingModes, parts.mode),
    state: value.code(stateWords(rightDealWorkflow), parts.state),
    place: value.text(parts.place),
    thing: value.text(parts.thing),
    own: value.many(ownView, parts.own),
    transferor: value.text(parts.transferor),
    taker: value.text(parts.taker),
    priceFen: value.fen(parts.priceFen),
    priceUnit: value.code(priceUnits, parts.priceUnit),
    termStart: value.day(parts.termStart),
    termEnd: value.maybe(value.day(parts.termEnd)),
    payment: value.text(parts.payment),
    use: value.text(parts.use),
    notice: value.maybe(noticeLink),
    model: value.maybe(value.text(parts.model)),
    register: value.maybe(value.text(parts.register)),
    clauses: value.many(clauseView, parts.clauses),
    contractNumber: value.maybe(value.text(parts.contractNumber)),
    signedOn: value.maybe(value.day(parts.signedOn)),
    scans: value.many(fileView, parts.scans),
    papers: value.many(paperLink, parts.papers),
    endedReason: value.maybe(value.text(parts.endedReason)),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type RightDealView = Of<typeof rightDealView>;

/** What a deal is shown from. */
export interface RightDealSeen {
  facts: RightDealFacts;
  papers: readonly (Paper & { title: string })[];
  scans: readonly EvidenceFile[];
  history: readonly HistoryLine[];
  acts: readonly FormAct[];
}

export function rightDealOf({ facts, papers, scans, history, acts }: RightDealSeen, me: Actor): RightDealView {
  const { record, listing, term, notice } = facts;
  const { id, revision, listingId, listingNumber, state, place, thing, priceFen, contractNumber, signedOn } = record;
  const { kind, mode, priceUnit, payment } = listing;
  const { register, contract: model, passes } = kindRules[kind];
  return {
    ...{ id, revision, listingId, listingNumber, state, place, thing, priceFen, contractNumber, signedOn },
    ...{ kind, mode, priceUnit, payment, register, model, use: listing.crops, endedReason: record.endedReason },
    ...{ transferor: listing.transferorName, taker: record.partyName },
    own: saidOf(RightFields, listing.own),
    termStart: term.start,
    termEnd: passes[mode]?.forGood ? null : term.end,
    notice: notice && { id: notice.id, number: notice.number },
    clauses: clausesOf(kind, mode).map(({ name, article }) => ({ name, article })),
    scans: scans.map(fileOf),
    papers: papers.map((paper) => ({ id: paper.id, title: paper.title, number: paper.number })),
    acts: acts.map(offerOf),
    history: reaches(me, record.officeCode) ? history.map(historyLineOf) : [],
  };
}
