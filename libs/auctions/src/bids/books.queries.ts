import type { Reader, Tx } from '#platform';
import type { BidderSeal } from '../bidders/bidder-seal.js';
import type { Bidder, BidRules, Book, Claim, Maximum, Pause } from './book.js';

/** The book of an auction as its row has it. */
interface BookRow {
  auctionId: string;
  rules: BidRules;
  startsAt: Date;
  endsAt: Date;
  extensions: number;
  seq: number;
  topFen: number | null;
  claims: Claim[];
  maxima: string | null;
  pauses: Pause[];
  closedAt: Date | null;
}

const columns = `auction_id AS "auctionId", rules, starts_at AS "startsAt", ends_at AS "endsAt", extensions, seq, top_fen AS "topFen",
  claims, maxima, pauses, closed_at AS "closedAt"`;

const lockedSql = `SELECT ${columns} FROM auction_book WHERE auction_id = ANY($1) ORDER BY auction_id FOR UPDATE`;
const readSql = `SELECT ${columns} FROM auction_book WHERE auction_id = ANY($1)`;

/** The maxima of a book lie in it sealed. */
export type Books = Map<string, Book>;

/** The books of some auctions, locked in one order. */
export const lockedBooks = async (tx: Tx, ids: readonly string[], of: BookReader): Promise<Books> =>
  booksOf(await tx.query(lockedSql, [ids]), of);

export const readBooks = async (reader: Reader | Tx, ids: readonly string[], of: BookReader): Promise<Books> =>
  booksOf(await reader.query(readSql, [ids]), of);

/** What a row does not say: who may bid, and what is sealed in it. */
export interface BookReader {
  seal: BidderSeal;
  bidders: ReadonlyMap<string, ReadonlyMap<number, Bidder>>;
}

function booksOf(rows: readonly BookRow[], { seal, bidders }: BookReader): Books {
  return new Map(
    rows.map(({ auctionId, startsAt, endsAt, closedAt, maxima, ...rest }) => [
      auctionId,
      {
        ...rest,
        bidders: bidders.get(auctionId) ?? new Map<number, Bidder>(),
        startsAt: startsAt.getTime(),
        endsAt: endsAt.getTime(),
        closedAt: closedAt?.getTime() ?? null,
        maxima: maxima === null ? [] : seal.disclose<Maximum[]>(auctionId, maxima),
      },
    ]),
  );
}

/** A book is opened with its auction. */
export async function openBook(
  tx: Tx,
  auctionId: string,
  { rules, startsAt, endsAt }: { rules: BidRules; startsAt: Date; endsAt: Date },
): Promise<void> {
  await tx.query('INSERT INTO auction_book (auction_id, rules, starts_at, ends_at) VALUES ($1, $2, $3, $4)', [
    ...[auctionId, JSON.stringify(rules), startsAt, endsAt],
  ]);
}
