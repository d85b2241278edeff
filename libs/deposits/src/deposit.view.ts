import { fen, transfereeKinds } from '#kernel';
import { disbursementOf, disbursementView, receiptOf, receiptView } from '#ledger';
import {
  type Deadline,
  type FormAct,
  type HistoryLine,
  type Of,
  deadlineOf,
  deadlineView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import type { DepositAmount } from './deposit.amount.js';
import type { DepositGuarantee } from './deposit-guarantee.entity.js';
import { depositPurposes, depositParts as labels, guaranteeKinds, waivers } from './deposit.words.js';
import { depositWorkflow } from './deposit.workflow.js';
import type { WholeDeposit } from './deposits.queries.js';

const reckoningView = view(
  'DepositReckoning',
  {
    annualRentFen: value.fen(labels.reckoning.annualRentFen),
    percent: value.count(labels.reckoning.percent),
    countedFen: value.fen(labels.reckoning.countedFen),
    leastFen: value.fen(labels.reckoning.leastFen),
    waiver: value.maybe(value.code(waivers, labels.reckoning.waiver)),
    waivedUpToMu: value.mu(labels.reckoning.waivedUpToMu),
    waivedUpToMonths: value.count(labels.reckoning.waivedUpToMonths),
  },
  labels.reckoning.title,
);

const trancheView = view(
  'DepositTranche',
  {
    ordinal: value.count(labels.tranche.ordinal),
    label: value.text(labels.tranche.label),
    amountFen: value.fen(labels.fen),
  },
  labels.tranche.title,
);

const guaranteeView = view(
  'DepositGuarantee',
  {
    kind: value.code(guaranteeKinds, labels.guarantee.kind),
    number: value.text(labels.guarantee.number),
    issuer: value.text(labels.guarantee.issuer),
    amountFen: value.fen(labels.fen),
    validFrom: value.day(labels.guarantee.from),
    validTo: value.day(labels.guarantee.to),
    by: value.text(labels.by),
    scan: value.href(labels.scan),
  },
  labels.guarantee.title,
);

/** A deposit, to the staff of its town and of the county: accounts by their last four digits only. */
export const depositView = view(
  'Deposit',
  {
    id: value.id(),
    revision: value.count(),
    subject: value.text(),
    subjectId: value.maybe(value.id()),
    purpose: value.code(depositPurposes, labels.purpose),
    caseNumber: value.text(labels.caseNumber),
    state: value.code(stateWords(depositWorkflow), labels.state),
    deadline: value.maybe(deadlineView),
    payer: value.text(labels.payer),
    transfereeKind: value.maybe(value.code(transfereeKinds, labels.transfereeKind)),
    areaMu: value.maybe(value.mu(labels.areaMu)),
    termStart: value.maybe(value.day(labels.termStart)),
    termEnd: value.maybe(value.day(labels.termEnd)),
    requestedOn: value.day(labels.requestedOn),
    amountFen: value.fen(labels.amountFen),
    paidFen: value.fen(labels.paidFen),
    heldFen: value.fen(labels.heldFen),
    reckoning: value.maybe(reckoningView),
    legalBasis: value.text(labels.legalBasis),
    forfeitReason: value.maybe(value.text(labels.forfeitReason)),
    forfeitRule: value.maybe(value.text(labels.forfeitRule)),
    tranches: value.many(trancheView, labels.tranches),
    receipts: value.many(receiptView),
    guarantees: value.many(guaranteeView),
    disbursements: value.many(disbursementView),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  labels.title,
);
export type DepositView = Of<typeof depositView>;

/** What a deposit is shown from. */
export interface DepositSeen {
  whole: WholeDeposit;
  amount: DepositAmount;
  running: Deadline | null;
  history: readonly HistoryLine[];
  acts: readonly FormAct[];
  /** What this reader may do with each payment that is to leave, by its id. */
  answers: Readonly<Record<string, readonly FormAct[]>>;
}

export function depositSeen({ whole, amount, running, history, acts, answers }: DepositSeen): DepositView {
  const { record, heldFen, paidFen } = whole.facts;
  const { id, revision, subject, caseNumber, requestedOn } = record;
  return {
    ...{ id, revision, subject, caseNumber, requestedOn },
    ...(record.purpose === 'bid' ? nothingToldOf : toldOf(record, amount)),
    purpose: record.purpose,
    ...{ amountFen: record.amountFen, paidFen: fen(paidFen), heldFen: fen(heldFen), legalBasis: record.legalBasis },
    ...{ forfeitReason: record.forfeitReason, forfeitRule: record.forfeitRule },
    state: record.state as DepositView['state'],
    deadline: running && deadlineOf(running),
    payer: record.payerName,
    tranches: whole.tranches.map(({ ordinal, label, amountFen }) => ({ ordinal, label, amountFen })),
    receipts: whole.receipts.map(receiptOf),
    guarantees: whole.guarantees.map(guaranteeOf),
    disbursements: whole.disbursements.map((each) => disbursementOf(each, answers[each.id] ?? [])),
    acts: acts.map(offerOf),
    history: history.map(historyLineOf),
  };
}

/** Of a bid its desk learns who pays and how much, not for what. */
const nothingToldOf = {
  ...{ subjectId: null, transfereeKind: null, areaMu: null, termStart: null, termEnd: null, reckoning: null },
} as const;

function toldOf(record: WholeDeposit['facts']['record'], amount: DepositAmount) {
  const { subjectId, transfereeKind, areaMu, termStart, termEnd } = record;
  const { annualRentFen, percent, countedFen, leastFen, waiver, waivedUpToMu, waivedUpToMonths } = amount;
  return {
    ...{ subjectId, transfereeKind, areaMu, termStart, termEnd },
    reckoning: { annualRentFen, percent, countedFen, leastFen, waiver, waivedUpToMu, waivedUpToMonths },
  };
}

const guaranteeOf = (paper: DepositGuarantee): Of<typeof guaranteeView> => ({
  kind: paper.kind,
  number: paper.number,
  issuer: paper.issuer,
  amountFen: paper.amountFen,
  validFrom: paper.validFrom,
  validTo: paper.validTo,
  by: paper.recordedByName,
  scan: `/files/${paper.scanId}`,
});
