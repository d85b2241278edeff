import { compared, firstOf, levelOf } from './leader.js';
import type { Bidder, Book, Line } from './book.js';

/** What came out: a winner, equal claims that a draw must part, or nobody. */
export type Result =
  { winner: number; priceFen: number } | { draw: number[]; priceFen: number } | { nobody: 'no-bid' | 'below-reserve' };

/** Of a sealed lot the quotes are opened first: `quotes` are the accepted amounts by number. */
export function resultOf(book: Book, reserveFen: number, quotes: ReadonlyMap<number, number> = new Map()): Result {
  const { mode } = book.rules;
  const priceFen = mode === 'sealed' ? Math.max(0, ...quotes.values()) : (book.topFen ?? 0);
  const claims = mode === 'sealed' ? book.claims.filter(({ number }) => quotes.get(number) === priceFen) : book.claims;
  const first = firstOf(book, claims);
  if (!first || priceFen === 0) return { nobody: 'no-bid' };
  // 拍卖法第五十条：最高应价未达到保留价的，该应价不发生效力。
  if (priceFen < reserveFen) return { nobody: 'below-reserve' };
  if (mode === 'posted') return { winner: first.number, priceFen };
  const level = levelOf(book, first.number);
  const equal = claims.filter(({ number }) => levelOf(book, number) === level).map(({ number }) => number);
  return equal.length === 1 ? { winner: first.number, priceFen } : { draw: equal.toSorted((a, b) => a - b), priceFen };
}

/** The bidders by what they bid, for a winner who defaults: the highest accepted amount, then rank, then who was first. */
export function ranking(
  bidders: ReadonlyMap<number, Bidder>,
  lines: readonly Pick<Line, 'seq' | 'kind' | 'number' | 'amountFen' | 'outcome'>[],
) {
  const best = new Map<number, { number: number; amountFen: number; seq: number }>();
  for (const { seq, kind, number, amountFen, outcome } of lines) {
    if (outcome !== 'accepted' || (kind !== 'bid' && kind !== 'automatic') || number === null || amountFen === null)
      continue;
    if (amountFen > (best.get(number)?.amountFen ?? 0)) best.set(number, { number, amountFen, seq });
  }
  return [...best.values()].toSorted(
    (one, other) =>
      other.amountFen - one.amountFen ||
      compared(levelOf({ bidders }, one.number), levelOf({ bidders }, other.number)) ||
      one.seq - other.seq,
  );
}
