import { type FormAct, type Of, offerOf, offerView, value, view } from '#platform';
import type { Disbursement } from './disbursement.entity.js';
import { stateOf } from './disbursement-state.js';
import { disbursementKinds, disbursementStates, movementParts as labels } from './movements.words.js';
import type { Receipt } from './receipt.entity.js';

/** Money that came in, to who works with it: the account by its last four digits. */
export const receiptView = view(
  'Receipt',
  {
    id: value.id(),
    slipNumber: value.text(labels.slipNumber),
    amountFen: value.fen(labels.fen),
    payer: value.text(labels.receipt.payer),
    bank: value.text(labels.bank),
    accountTail: value.text(labels.accountTail),
    paidOn: value.day(labels.receipt.paidOn),
    by: value.text(labels.by),
    scan: value.href(labels.scan),
  },
  labels.receipt.title,
);

/** Money that leaves, with what this reader may do with it. */
export const disbursementView = view(
  'Disbursement',
  {
    id: value.id(),
    kind: value.code(disbursementKinds, labels.disbursement.kind),
    state: value.code(disbursementStates, labels.disbursement.state),
    amountFen: value.fen(labels.fen),
    payee: value.text(labels.disbursement.payee),
    bank: value.text(labels.bank),
    accountTail: value.text(labels.accountTail),
    reason: value.text(labels.disbursement.reason),
    requestedBy: value.text(labels.disbursement.requestedBy),
    requestedAt: value.moment(labels.disbursement.requestedAt),
    approvedBy: value.maybe(value.text(labels.disbursement.approvedBy)),
    approvedAt: value.maybe(value.moment(labels.disbursement.approvedAt)),
    refusal: value.maybe(value.text(labels.disbursement.refusal)),
    slipNumber: value.maybe(value.text(labels.slipNumber)),
    paidOn: value.maybe(value.day(labels.disbursement.paidOn)),
    returnedOn: value.maybe(value.day(labels.disbursement.returnedOn)),
    returnReason: value.maybe(value.text(labels.disbursement.returnReason)),
    acts: value.many(offerView),
  },
  labels.disbursement.title,
);

export const receiptOf = (receipt: Receipt): Of<typeof receiptView> => ({
  id: receipt.id,
  slipNumber: receipt.slipNumber,
  amountFen: receipt.amountFen,
  payer: receipt.payerName,
  bank: receipt.payerBank,
  accountTail: receipt.payerAccountTail,
  paidOn: receipt.paidOn,
  by: receipt.recordedByName,
  scan: `/files/${receipt.scanId}`,
});

export function disbursementOf(disbursement: Disbursement, acts: readonly FormAct[]): Of<typeof disbursementView> {
  const { id, kind, amountFen, reason, approvedAt, refusal, slipNumber, paidOn, returnedOn, returnReason } =
    disbursement;
  return {
    ...{ id, kind, amountFen, reason, approvedAt, refusal, slipNumber, paidOn, returnedOn, returnReason },
    state: stateOf(disbursement),
    payee: disbursement.payeeName,
    bank: disbursement.payeeBank,
    accountTail: disbursement.payeeAccountTail,
    requestedBy: disbursement.requestedByName,
    requestedAt: disbursement.requestedAt,
    approvedBy: disbursement.approvedByName,
    acts: acts.map(offerOf),
  };
}
