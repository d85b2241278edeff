import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Rules, plays, realRules } from './support/auction-plays.js';

type Decide = Rules['decide'];
type Book = Parameters<Decide>[0];
const { decide, resultOf } = realRules;

/** Decides with a book that is wrong in something the book only reads; afterwards it stands there as it was. */
const misread =
  (wrong: (book: Book) => Partial<Book>): Decide =>
  (book, entry) => {
    const { book: next, lines } = decide({ ...book, ...wrong(book) }, entry);
    const { rules, bidders } = book;
    return { book: { ...next, rules, bidders }, lines };
  };
const announced = (wrong: Partial<Book['rules']>): Decide =>
  misread(({ rules }) => ({ rules: { ...rules, ...wrong } }));
const bidderAs = (level: number | null): Decide =>
  misread(({ bidders }) => ({
    bidders: new Map([...bidders.keys()].map((number) => [number, { number, level }])),
  }));
/** Decides rightly, and then writes something else down. */
const slips =
  (wrong: (next: Book, before: Book, kind: string) => Partial<Book>): Decide =>
  (book, entry) => {
    const decided = decide(book, entry);
    return { ...decided, book: { ...decided.book, ...wrong(decided.book, book, entry.kind) } };
  };

/** One thing broken in each; each breaks another promise. */
const planted: [string, Partial<Rules>][] = [
  ['half a step is taken for one', { decide: announced({ stepFen: 500 }) }],
  ['any number of steps is taken', { decide: announced({ mostSteps: null }) }],
  ['nobody looks at the ceiling', { decide: announced({ ceilingFen: null }) }],
  ['the end moves oftener than it may', { decide: announced({ mostExtensions: null }) }],
  [
    'the end does not move',
    { decide: slips(({ rules, endsAt }, before) => (rules.mode === 'live' ? { endsAt: before.endsAt } : { endsAt })) },
  ],
  ['the end moves by a second too little', { decide: announced({ windowSeconds: 299 }) }],
  ['a bid at the end itself is in time', { decide: misread(({ endsAt }) => ({ endsAt: endsAt + 1 })) }],
  [
    'a bid a millisecond before the start is in time',
    { decide: misread(({ startsAt }) => ({ startsAt: startsAt - 1 })) },
  ],
  [
    'a bid after the closing is in time',
    { decide: misread(({ endsAt }) => ({ closedAt: null, endsAt: endsAt + 10_000 })) },
  ],
  [
    'a suspended lot takes bids',
    { decide: (book, entry) => decide(entry.kind === 'bid' ? { ...book, pauses: [] } : book, entry) },
  ],
  ['priority is not known', { decide: bidderAs(null) }],
  ['everybody has priority', { decide: bidderAs(0) }],
  [
    'priority is taken away when it was used',
    { decide: slips(({ topFen }, before) => (topFen === before.topFen ? { claims: before.claims } : {})) },
  ],
  [
    'who matches throws out who led',
    {
      decide: slips(({ claims }, before) => (claims.length > before.claims.length ? { claims: claims.slice(-1) } : {})),
    },
  ],
  ['a bid is withdrawn', { decide: slips((_next, _before, kind) => (kind === 'withdrawal' ? { claims: [] } : {})) }],
  ['an accepted bid is lost', { decide: slips(({ seq }, before) => (seq % 3 === 0 ? { ...before, seq } : {})) }],
  ['a number is given twice', { decide: slips(({ seq }) => ({ seq: seq - (seq % 2) })) }],
  ['a stranger bids', { decide: (book, entry) => decide(book, entry.number === 99 ? { ...entry, number: 1 } : entry) }],
  ['nobody bids for who set a maximum', { decide: slips(({ maxima }) => (maxima.length > 0 ? { maxima: [] } : {})) }],
  [
    'the later of two equal maxima leads',
    { decide: misread(({ maxima, seq }) => ({ maxima: maxima.map((each) => ({ ...each, seq: seq + 100 })) })) },
  ],
  [
    'an outage leaves the end where it was',
    { decide: (book, entry) => decide(book, { ...entry, ...(entry.kind === 'outage' && { until: 0 }) }) },
  ],
  [
    'two win',
    {
      resultOf: (book, reserve, quotes) => {
        const result = resultOf(book, reserve, quotes);
        return 'draw' in result ? { winner: result.draw[0] ?? 0, priceFen: result.priceFen } : result;
      },
    },
  ],
  ['the floor is not looked at', { resultOf: (book, _reserve, quotes) => resultOf(book, 0, quotes) }],
];

describe('The rules of bidding', () => {
  it('decide as a model in a hundred lines, whatever happens in whatever order', () => {
    fc.assert(plays(realRules), { numRuns: 3000 });
  });

  // What is found is cut down to a few acts, with the seed and the path that play it again.
  it.each(planted)('are seen to be broken where %s', (_name, broken) => {
    const found = fc.check(plays({ ...realRules, ...broken }), { numRuns: 3000, seed: 4190 });
    expect(found).toMatchObject({ failed: true, seed: 4190, counterexamplePath: expect.stringMatching(/^[\d:]+$/) });
    const [, commands] = found.counterexample ?? [];
    expect([...(commands ?? [])].length).toBeLessThan(8);
  });
});
