import { describe, expect, it } from '@jest/globals';
import { decide } from './bid.rules.js';
import type { BidRules, Book, Entry, Line } from './book.js';
import { leaderOf } from './leader.js';
import { ranking, resultOf } from './result.js';

const minute = 60_000;
const rules: BidRules = {
  ...{ mode: 'live', startFen: 1000_00, stepFen: 10_00, ceilingFen: null },
  ...{ windowSeconds: 300, mostExtensions: null, mostSteps: null },
};

/** Four bidders; 3 belongs to the collective, 4 sits on the land. From minute 0 to minute 120. */
function bookOf(more: Partial<BidRules> = {}): Book {
  const bidders = [
    { number: 1, level: null },
    { number: 2, level: null },
    { number: 3, level: 0 },
    { number: 4, level: 1 },
  ];
  return {
    ...{ rules: { ...rules, ...more }, bidders: new Map(bidders.map((each) => [each.number, each])) },
    ...{ startsAt: 0, endsAt: 120 * minute, extensions: 0, seq: 0, topFen: null, claims: [], maxima: [] },
    ...{ pauses: [], closedAt: null },
  };
}

const bid = (number: number | null, yuan: number, at = 1): Entry => ({
  ...{ kind: 'bid', number, amountFen: Math.round(yuan * 100), at: at * minute },
});
const maximum = (number: number, yuan: number, at = 1): Entry => ({ ...bid(number, yuan, at), kind: 'maximum' });

function played(book: Book, ...entries: Entry[]): { book: Book; lines: Line[] } {
  let now = book;
  const lines = entries.flatMap((entry) => {
    const decided = decide(now, entry);
    now = decided.book;
    return decided.lines;
  });
  return { book: now, lines };
}

const said = (lines: readonly Line[]): string[] =>
  lines.map(({ kind, number, amountFen, reason }) => `${kind} ${number} ${(amountFen ?? 0) / 100} ${reason ?? 'yes'}`);

describe('A bid', () => {
  it('may equal the start, then rises by whole steps', () => {
    const { lines } = played(bookOf(), bid(1, 1000), bid(2, 1010), bid(1, 1015), bid(1, 1010), bid(1, 1040));
    expect(said(lines)).toEqual([
      ...['bid 1 1000 yes', 'bid 2 1010 yes', 'bid 1 1015 off-step', 'bid 1 1010 equal-top', 'bid 1 1040 yes'],
    ]);
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, Entry, Partial<BidRules>]>([
    ['not-admitted', bid(null, 1000), {}],
    ['not-admitted', bid(9, 1000), {}],
    ['cannot-withdraw', { ...bid(1, 1000), kind: 'withdrawal' }, {}],
    ['not-started', bid(1, 1000, -0.001), {}],
    ['ended', bid(1, 1000, 120), {}],
    ['below-start', bid(1, 990), {}],
    ['above-ceiling', bid(1, 1310), { ceilingFen: 1300_00 }],
    ['too-many-steps', bid(1, 1110), { mostSteps: 10 }],
    ['amount-unreadable', { ...bid(1, 1), amountFen: null }, {}],
    ['amount-unreadable', { ...bid(1, 1), amountFen: Number.NaN }, {}],
    ['amount-unreadable', { ...bid(1, 1), amountFen: -1 }, {}],
    ['not-the-price', bid(1, 1010), { mode: 'posted' }],
    ['no-maximum-here', maximum(1, 1010), { mode: 'sealed' }],
  ])('is refused as %s', (reason, entry, more) => {
    const { book, lines } = played(bookOf(more), entry);
    expect(lines).toMatchObject([{ seq: 1, outcome: 'refused', reason }]);
    expect(book.topFen).toBeNull();
  });

  it('is not made against oneself', () => {
    expect(said(played(bookOf(), bid(1, 1000), bid(1, 1010)).lines)[1]).toBe('bid 1 1010 own-top');
  });

  it('moves the end in the last five minutes, and at most as often as the county allows', () => {
    const { book, lines } = played(
      bookOf({ mostExtensions: 2 }),
      bid(1, 1000, 114.9),
      bid(2, 1010, 116),
      bid(1, 1020, 120),
      bid(2, 1030, 124),
    );
    expect(lines.map(({ endsAt }) => endsAt / minute)).toEqual([120, 121, 125, 125]);
    expect(book.extensions).toBe(2);
  });

  it('that entered in the last millisecond counts, one after it does not', () => {
    const end = 120 * minute;
    const { lines } = played(bookOf(), { ...bid(1, 1000), at: end - 1 });
    expect(lines).toMatchObject([{ outcome: 'accepted', endsAt: end - 1 + 300_000 }]);
    expect(played(bookOf(), { ...bid(1, 1000), at: end }).lines[0]?.reason).toBe('ended');
  });

  it('is refused while the lot is suspended, by the moment it entered', () => {
    const act = (kind: Entry['kind'], at: number, until?: number): Entry => ({
      ...{
        kind,
        number: null,
        amountFen: null,
        at: at * minute,
        ...(until !== undefined && { until: until * minute }),
      },
    });
    const { book, lines } = played(
      bookOf(),
      act('suspension', 10),
      bid(1, 1000, 9.9),
      bid(2, 1010, 11),
      act('resumption', 20, 130),
      bid(2, 1010, 15),
      bid(2, 1010, 129),
    );
    expect(lines.filter(({ kind }) => kind === 'bid').map(({ reason }) => reason ?? 'yes')).toEqual([
      'yes',
      'suspended',
      'suspended',
      'yes',
    ]);
    expect(book.endsAt / minute).toBe(134);
  });
});

describe('Priority', () => {
  it('matches the top, and leads by its rank until somebody goes higher', () => {
    const { book, lines } = played(bookOf(), bid(1, 1000), bid(4, 1000), bid(3, 1000), bid(2, 1000));
    expect(lines.map(({ topNumber }) => topNumber)).toEqual([1, 4, 3, 3]);
    expect(lines[3]?.reason).toBe('equal-top');
    expect(resultOf(book, 0)).toEqual({ winner: 3, priceFen: 1000_00 });
    expect(leaderOf(played(book, bid(1, 1010)).book)).toBe(1);
  });

  it('of equal rank is parted by the draw', () => {
    const book = {
      ...bookOf(),
      bidders: new Map([1, 2, 3].map((number) => [number, { number, level: number === 3 ? null : 0 }])),
    };
    expect(resultOf(played(book, bid(3, 1000), bid(2, 1000), bid(1, 1000)).book, 0)).toEqual({
      draw: [1, 2],
      priceFen: 1000_00,
    });
  });

  it('lets who leads by having come first go higher, rather than draw with an equal', () => {
    const bidders = new Map([1, 2].map((number) => [number, { number, level: 0 }]));
    const { book, lines } = played({ ...bookOf(), bidders }, bid(1, 1000), bid(2, 1000), bid(1, 1000), bid(1, 1010));
    expect(lines.map(({ reason }) => reason)).toEqual([null, null, 'own-top', null]);
    expect(resultOf(book, 0)).toEqual({ winner: 1, priceFen: 1010_00 });
  });

  it('at the ceiling, everybody may stand beside the first', () => {
    const { book } = played(bookOf({ ceilingFen: 1010_00 }), bid(1, 1010), bid(2, 1010));
    expect(resultOf(book, 0)).toEqual({ draw: [1, 2], priceFen: 1010_00 });
  });
});

describe('A maximum', () => {
  it('bids one step over whoever bids, up to itself', () => {
    const { lines } = played(bookOf(), maximum(1, 1050), bid(2, 1020), bid(2, 1040), bid(2, 1060));
    expect(said(lines)).toEqual([
      ...['maximum 1 1050 yes', 'automatic 1 1000 yes', 'bid 2 1020 yes', 'automatic 1 1030 yes'],
      ...['bid 2 1040 yes', 'automatic 1 1050 yes', 'bid 2 1060 yes'],
    ]);
  });

  it('of two, the higher leads by one step over the lower, which is seen to have bid', () => {
    const { lines, book } = played(bookOf(), maximum(1, 1050), maximum(2, 1100));
    expect(said(lines).slice(2)).toEqual(['maximum 2 1100 yes', 'automatic 1 1050 yes', 'automatic 2 1060 yes']);
    expect(said(played(book, maximum(3, 1100)).lines)).toEqual([
      'maximum 3 1100 yes',
      'automatic 3 1090 yes',
      'automatic 2 1100 yes',
    ]);
  });
});

describe('Other ways', () => {
  it('take one sealed quote each, and tell nothing', () => {
    const { book, lines } = played(bookOf({ mode: 'sealed' }), bid(1, 1000), bid(2, 1234.5), bid(2, 1300), bid(1, 999));
    expect(lines.map(({ reason }) => reason)).toEqual([null, null, 'already-quoted', 'already-quoted']);
    expect(lines.every(({ topFen, topNumber }) => topFen === null && topNumber === null)).toBe(true);
    const quotes = new Map([
      [1, 1000_00],
      [2, 1234_50],
    ]);
    expect(resultOf(book, 0, quotes)).toEqual({ winner: 2, priceFen: 1234_50 });
  });

  it('give a posted price to who came first, also where he was decided later', () => {
    const { book, lines } = played(
      bookOf({ mode: 'posted' }),
      { ...bid(1, 1000), at: 5000 },
      { ...bid(2, 1000), at: 4000 },
      { ...bid(3, 1000), at: 5001 },
    );
    expect(lines.map(({ reason }) => reason)).toEqual([null, null, 'ended']);
    expect(resultOf(book, 0)).toEqual({ winner: 2, priceFen: 1000_00 });
  });

  it('end without a deal where nobody bid, or nobody reached the floor', () => {
    expect(resultOf(bookOf(), 0)).toEqual({ nobody: 'no-bid' });
    expect(resultOf(played(bookOf(), bid(1, 1000)).book, 1100_00)).toEqual({ nobody: 'below-reserve' });
  });
});

it('ranks the bidders for a winner who defaults', () => {
  const { book, lines } = played(bookOf(), bid(1, 1000), bid(2, 1010), bid(4, 1010), bid(1, 1020));
  expect(ranking(book.bidders, lines).map(({ number }) => number)).toEqual([1, 4, 2]);
});
