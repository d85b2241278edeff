import type { Book, Claim } from './book.js';

const none = Number.POSITIVE_INFINITY;
/** The rank of a bidder; the worst for who has no priority. */
export const levelOf = (book: Pick<Book, 'bidders'>, number: number): number => book.bidders.get(number)?.level ?? none;
/** The best rank that stands at the top price. */
export const bestLevel = (book: Book): number =>
  Math.min(none, ...book.claims.map(({ number }) => levelOf(book, number)));

/** Who leads: the best rank of priority at the highest price, and of equals the first (in a posted lot by the moment it entered). */
export function leaderOf(book: Book): number | null {
  if (book.rules.mode === 'sealed') return null;
  return firstOf(book, book.claims)?.number ?? null;
}

/** The claim that stands before the others. */
export function firstOf(book: Book, claims: readonly Claim[]): Claim | undefined {
  if (claims.length < 2) return claims[0];
  const { mode } = book.rules;
  return claims.toSorted((one, other) =>
    mode === 'posted'
      ? one.at - other.at || one.seq - other.seq
      : compared(levelOf(book, one.number), levelOf(book, other.number)) || one.seq - other.seq,
  )[0];
}

/** Infinity minus infinity is no number. */
export const compared = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** Whether several of the best rank stand at the top price, so that a draw would part them. */
export const isTied = (book: Book): boolean =>
  book.claims.filter(({ number }) => levelOf(book, number) === bestLevel(book)).length > 1;
