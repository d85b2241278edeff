import { momentAt } from '#kernel';
import type { Stamp } from './entry-clock.js';
import type { Entry, EntryKind, Line } from './book.js';
import type { ReceiptSaid } from './receipt-text.js';

/** Something that reaches an auction, as it is handed to the engine. */
export interface Attempt {
  auctionId: string;
  kind: EntryKind;
  number: number | null;
  amountFen: number | null;
  /** What was typed, where no amount could be read: digits and signs of numbers alone. */
  said: string;
  stamp: Stamp;
  /** When the lot ends now, where the exchange moved its end. */
  until?: number;
  /** The office at whose counter it was said; null for who bids himself. */
  via: string | null;
  /** Keyed hashes of the Idempotency-Key and of what was asked with it. */
  key: Buffer | null;
  asked: Buffer | null;
}

export const entryOf = ({ kind, number, amountFen, stamp, until }: Attempt): Entry => ({
  ...{ kind, number, amountFen, at: Math.floor(stamp.at) },
  ...(until !== undefined && { until }),
});

/** A decided line with everything that its receipt says. */
export interface Receipt extends Line {
  auctionId: string;
  said: string;
  errorMs: number;
  until: number | null;
  via: string | null;
  salt: string;
  /** Its batch, and its place in it. */
  batchId: string;
  place: number;
}

/** The receipt as it is hashed. */
export function saidOf(receipt: Omit<Receipt, 'batchId' | 'place'>): ReceiptSaid {
  const { auctionId, seq, kind, number, amountFen, said, at, errorMs, until, outcome, reason } = receipt;
  const { endsAt, topFen, topNumber, via, salt } = receipt;
  return {
    ...{ auction: auctionId, seq, kind, number, amountFen, said, at: iso(at), errorMs, outcome, reason },
    ...{ until: until === null ? null : iso(until), endsAt: iso(endsAt), topFen, topNumber, via, salt },
  };
}

const iso = (moment: number): string => momentAt(moment).toISOString();
