import type { Fen } from '#kernel';
import type { Reader } from '#platform';
import type { EntryKind, Refusal } from '../bids/book.js';

/** A line of the record as a reader may see it. */
export interface LineRow {
  seq: number;
  kind: EntryKind | 'automatic';
  number: number | null;
  amountFen: Fen | null;
  amountSealed: string | null;
  at: Date;
  outcome: 'accepted' | 'refused';
  reason: Refusal | null;
  endsAt: Date;
}

export interface Asking {
  auctionId: string;
  /** The reader's own number; null for who has none. */
  own: number | null;
  /** Lines after this one. */
  after: number;
  most: number;
  /** The result has opened what was sealed. */
  opened: boolean;
  sealed: boolean;
}

/**
 * What anybody may read: bids that count, with their numbers, and what the exchange did; of one's own also what was refused and what
 * was secret. Sealed quotes, and that there were any, are told by the result (拍卖法第五十条；竞价规则).
 */
const linesSql = `
  SELECT a.seq, a.kind, a.number, coalesce(a.amount_fen, o.amount_fen) AS "amountFen", a.amount_sealed AS "amountSealed", a.at, a.outcome,
    a.reason, a.ends_at AS "endsAt"
  FROM auction_attempt a LEFT JOIN auction_opened_amount o ON o.auction_id = a.auction_id AND o.seq = a.seq
  WHERE a.auction_id = $1 AND a.seq > $2 AND (
    a.kind NOT IN ('bid', 'maximum', 'withdrawal', 'automatic')
    OR (a.outcome = 'accepted' AND ($5 OR (NOT $6 AND a.kind <> 'maximum')))
    OR a.number = $3)
  ORDER BY a.seq DESC LIMIT $4`;

export const publicLines = (
  reader: Reader,
  { auctionId, after, own, most, opened, sealed }: Asking,
): Promise<LineRow[]> => reader.query(linesSql, [auctionId, after, own, most, opened, sealed]) as Promise<LineRow[]>;
