import type { ReceiptSaid } from '../bids/receipt-text.js';
import type { BidRules, Bidder } from '../bids/book.js';

/**
 * 竞价记录包: everything that decided an auction, in one file of two lines. The first is this pack as JSON, the second the signature
 * over the bytes of the first. Amounts are whole fen, moments ISO 8601 in UTC, hashes hexadecimal, keys and signatures base64url.
 */
export const packFormat = 'auction-pack-1' as const;

/** An attempt with its salt, and where it lies in its batch. */
export type PackedAttempt = Omit<ReceiptSaid, 'auction'> & { batch: string; place: number };

/** A batch as it was signed. What lay in it of other auctions is known by its hash alone. */
export interface PackedBatch {
  payload: string;
  kid: string;
  signature: string;
  others: readonly { place: number; hash: string }[];
}

/** What the payload of a batch says. */
export interface BatchSaid {
  batch: string;
  root: string;
  size: number;
  writtenAt: string;
}

/** RFC 8037. */
export interface PackedKey {
  kty: string;
  crv: string;
  x: string;
  kid: string;
}

/** The draw that parted equal claims, as the exchange's record of draws keeps it. */
export interface PackedDraw {
  subject: string;
  subjectId: string;
  wanted: number;
  labels: readonly string[];
  listHash: string;
  seed: string;
  last: readonly string[];
  ranked: readonly string[];
}

export interface PackedResult {
  winner: number | null;
  priceFen: number | null;
  endsAt: string;
  /** Why there was no deal. */
  code: string | null;
}

export interface Pack {
  format: typeof packFormat;
  county: string;
  auction: {
    id: string;
    listingNumber: string;
    thing: string;
    place: string;
    priceUnit: string;
    areaMu: string;
    /** As they were announced first. */
    startsAt: string;
    endsAt: string;
    rules: BidRules;
    priority: readonly string[];
    reserveFen: number;
    reserveSecret: boolean;
  };
  bidders: readonly Bidder[];
  attempts: readonly PackedAttempt[];
  batches: readonly PackedBatch[];
  keys: readonly PackedKey[];
  draw: PackedDraw | null;
  result: PackedResult;
}

/** The second line of the file. */
export interface PackSignature {
  kid: string;
  signature: string;
}
