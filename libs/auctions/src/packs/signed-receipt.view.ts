import { type Of, value, view } from '#platform';
import { type Receipt, saidOf } from '../bids/attempt.js';
import { receiptText } from '../bids/receipt-text.js';
import { receiptFields, receiptOf } from '../bids/receipt.view.js';
import type { SignedBatch } from './batches.service.js';
import { proofParts as parts } from './pack.words.js';

const proofView = view(
  'ReceiptProof',
  {
    leaf: value.text(parts.leaf),
    place: value.count(parts.place),
    size: value.count(parts.size),
    path: value.many(value.text(), parts.path),
    payload: value.text(parts.payload),
    kid: value.text(parts.kid),
    signature: value.text(parts.signature),
    keySet: value.href(parts.keySet),
  },
  parts.title,
);

/** A receipt that verifies by itself: its text, and the way from the hash of that to a root that the exchange signed. */
export const signedReceiptView = view(
  'SignedReceipt',
  { ...receiptFields, text: value.maybe(value.text(parts.text)), proof: proofView },
  parts.receipt,
);
export type SignedReceipt = Of<typeof signedReceiptView>;

/** To whom it is not his own before the end: without what would let him find out where or how it was said. */
export function signedReceiptOf(
  receipt: Receipt,
  { batch, path, whole }: { batch: SignedBatch; path: readonly string[]; whole: boolean },
): SignedReceipt {
  const { payload, kid, signature, leaves } = batch;
  const { place } = receipt;
  const hidden = whole ? {} : { via: null, said: '', salt: '' };
  return {
    ...{ ...receiptOf(receipt), ...hidden, text: whole ? receiptText(saidOf(receipt)) : null },
    proof: {
      leaf: Buffer.from(leaves[place] ?? []).toString('hex'),
      ...{ place, size: leaves.length, path, payload, kid, signature, keySet: '/.well-known/jwks.json' },
    },
  };
}
