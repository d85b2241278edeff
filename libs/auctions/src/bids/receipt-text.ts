import type { Line } from './book.js';

/** What a receipt says, as it is hashed. Moments are ISO 8601 in UTC, amounts whole fen; what is empty stands as null. */
export interface ReceiptSaid extends Omit<Line, 'at' | 'endsAt'> {
  auction: string;
  said: string;
  at: string;
  errorMs: number;
  until: string | null;
  endsAt: string;
  via: string | null;
  /** Nobody finds by trying what a hash hides: a sealed quote has few possible amounts. Known to its bidder, and to all after the end. */
  salt: string;
}

/** Whoever has these fields makes the same bytes. */
export function receiptText(receipt: ReceiptSaid): string {
  const { auction, seq, kind, number, amountFen, said, at, errorMs, until } = receipt;
  const { outcome, reason, endsAt, topFen, topNumber, via, salt } = receipt;
  return JSON.stringify({
    ...{ amountFen, at, auction, endsAt, errorMs, kind, number, outcome, reason, said },
    ...{ salt, seq, topFen, topNumber, until, via },
  });
}
