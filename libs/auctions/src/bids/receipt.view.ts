import { type Of, value, view } from '#platform';
import { attemptKinds, attemptOutcomes } from '../auction.words.js';
import type { Receipt } from './attempt.js';
import { receiptParts as parts } from './bid.words.js';
import { fen, momentAt } from '#kernel';

/** What a receipt says. */
export const receiptFields = {
  auctionId: value.id(),
  seq: value.count(parts.seq),
  kind: value.code(attemptKinds, parts.kind),
  number: value.maybe(value.count(parts.number)),
  amountFen: value.maybe(value.fen(parts.amountFen)),
  said: value.text(parts.said),
  at: value.moment(parts.at),
  errorMs: value.count(parts.errorMs),
  outcome: value.code(attemptOutcomes, parts.outcome),
  reason: value.maybe(value.text(parts.reason)),
  endsAt: value.moment(parts.endsAt),
  topFen: value.maybe(value.fen(parts.topFen)),
  topNumber: value.maybe(value.count(parts.topNumber)),
  via: value.maybe(value.text(parts.via)),
  salt: value.text(parts.salt),
  batchId: value.id(),
  place: value.count(parts.place),
};

/** What somebody gets for each attempt to bid, accepted or not. */
export const receiptView = view('BidReceipt', receiptFields, parts.title);
export type ReceiptView = Of<typeof receiptView>;

export const receiptOf = (receipt: Receipt): ReceiptView => {
  const { until: _until, at, endsAt, amountFen, topFen, ...rest } = receipt;
  return {
    ...rest,
    ...{ at: momentAt(at), endsAt: momentAt(endsAt) },
    amountFen: amountFen === null ? null : fen(amountFen),
    topFen: topFen === null ? null : fen(topFen),
  };
};
