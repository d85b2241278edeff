import { type Actor, bidPriorities, holds, reaches, transfereeKinds } from '#kernel';
import { type EscrowAccount } from '#ledger';
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
  stateWords,
  value,
  view,
} from '#platform';
import { resultOut } from './interest-sight.js';
import type { InterestFacts } from './interest.rules.js';
import { interestWorkflow } from './interest.workflow.js';
import { interestParts as parts, listingParts } from '../listing.words.js';
import { priceUnits } from '../right-kinds.words.js';

const accountView = view('BidAccount', {
  holder: value.text(parts.holder),
  number: value.text(parts.number),
  bank: value.text(parts.bank),
});

/** A registration, to who registered and to the offices of the place. */
export const interestView = view(
  'Interest',
  {
    id: value.id(),
    revision: value.count(),
    listingId: value.id(),
    listingNumber: value.text(parts.listing),
    place: value.text(parts.listing),
    state: value.code(stateWords(interestWorkflow), parts.state),
    party: value.text(parts.party),
    kind: value.code(transfereeKinds, parts.kind),
    agent: value.maybe(value.text(parts.agent)),
    offerFen: value.fen(parts.offerFen),
    priceUnit: value.code(priceUnits, listingParts.priceUnit),
    ability: value.text(parts.ability),
    credit: value.text(parts.credit),
    priorityAsked: value.maybe(value.code(bidPriorities, parts.priorityAsked)),
    priority: value.maybe(value.code(bidPriorities, parts.priority)),
    priorityRefusal: value.maybe(value.text(parts.priorityRefusal)),
    depositFen: value.fen(parts.depositFen),
    heldFen: value.maybe(value.fen(parts.heldFen)),
    mayBid: value.maybe(value.flag(parts.mayBid)),
    depositCode: value.maybe(value.text(parts.depositCode)),
    depositId: value.maybe(value.id(parts.depositId)),
    account: value.maybe(accountView),
    payBy: value.maybe(value.moment(parts.payBy)),
    reason: value.maybe(value.text(parts.reason)),
    papers: value.many(fileView, parts.papers),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type InterestView = Of<typeof interestView>;

/** What a registration is shown from. */
export interface InterestSeen {
  facts: InterestFacts;
  account: EscrowAccount | null;
  papers: readonly EvidenceFile[];
  history: readonly HistoryLine[];
  acts: readonly FormAct[];
  /** Nothing stands in his way to bid: as of now he is admitted. */
  admitted: boolean;
}

export function interestOf({ facts, account, papers, history, acts, admitted }: InterestSeen, me: Actor): InterestView {
  const { record, listing, heldFen, depositId } = facts;
  const { id, revision, listingId, listingNumber, place, state, offerFen, ability, credit, depositFen, reason } =
    record;
  const staff = reaches(me, record.officeCode);
  // 参加的有几方、是谁，结果出来以前谁也看不到：only the party itself sees that its money came.
  const own = facts.belongsTo(me);
  const told = own || resultOut(listing);
  return {
    ...{ id, revision, listingId, listingNumber, place, state, offerFen, ability, credit, depositFen, reason },
    heldFen: told ? heldFen : null,
    mayBid: own && record.state === 'qualified' ? admitted : null,
    depositCode: told ? facts.depositCode : null,
    ...{ priorityAsked: record.priorityAsked, priority: record.priority, priorityRefusal: record.priorityRefusal },
    ...{ party: record.partyName, agent: record.agentName },
    priceUnit: listing.priceUnit,
    kind: record.transfereeKind,
    depositId: resultOut(listing) && holds(me, 'town_finance', 'county_director', 'supervisor') ? depositId : null,
    account: account && { holder: account.holder, number: account.number, bank: account.bank },
    payBy: listing.closedAt ?? listing.dueAt,
    papers: papers.map(fileOf),
    acts: acts.map(offerOf),
    history: staff ? history.map(historyLineOf) : [],
  };
}
