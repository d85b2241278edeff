import { describe, expect, it } from '@jest/globals';
import { type Asked, type Recorded, type Seen, type Terms, type Told, auctionOf } from './support/auction-history.js';
import { judge } from './support/linearisable.js';
import { faultsOf } from './support/witness.js';

const terms: Terms = { startFen: 90_000, stepFen: 1000, windowMs: 300_000, ranks: { '4107': 1 } };
const end = 1_000_000;
const reasons = {
  ended: (state: { endsAt: number }, bid: Told): boolean => bid.enteredAt >= state.endsAt,
  low: (state: { topFen: number | null }, bid: Told): boolean => bid.amountFen < (state.topFen ?? 0) + terms.stepFen,
};
const [A, B, P] = ['1203', '3391', '4107'];

const told = (seq: number, number: string, amountFen: number, more: Partial<Told> = {}): Told => ({
  ...{ seq, number, amountFen, enteredAt: 1000 * seq + 5, errorMs: 2, outcome: 'accepted', reason: null, endsAt: end },
  ...{ topFen: amountFen, topNumber: number, ...more },
});
/** Sent at so many thousand milliseconds and answered ten later. */
const bid = (answer: Told, calledAt = 1000 * answer.seq, returnedAt = calledAt + 10): Recorded => {
  const asked: Asked = { kind: 'bid', number: answer.number, amountFen: answer.amountFen };
  return { asked, answer, calledAt, returnedAt };
};
const page = (seq: number, at: number, more: Partial<Seen> = {}): Recorded => {
  const top = list.find((each) => each.seq === seq);
  const seen = {
    seq,
    topFen: top?.topFen ?? null,
    topNumber: top?.topNumber ?? null,
    endsAt: end,
    now: at,
    open: true,
  };
  return { asked: { kind: 'read' }, answer: { ...seen, ...more }, calledAt: at, returnedAt: at + 5 };
};

const low = told(3, A, 90_500, { outcome: 'refused', reason: 'low', topFen: 91_000, topNumber: B });
const match = told(4, P, 91_000);
const late = told(5, B, 92_000, { enteredAt: end - 200, endsAt: end - 200 + terms.windowMs });
const past = told(6, A, 95_000, {
  ...{ enteredAt: late.endsAt, outcome: 'refused', reason: 'ended' },
  ...{ endsAt: late.endsAt, topFen: 92_000, topNumber: B },
});
const list: Told[] = [told(1, A, 90_000), told(2, B, 91_000), low, match, late, past];
const history: Recorded[] = [
  ...[page(0, 500), bid(list[0]!), page(1, 1500), bid(list[1]!), page(2, 2500), bid(low), bid(match)],
  ...[bid(late, end - 300, end - 100), bid(past, late.endsAt - 10, late.endsAt + 10)],
  page(6, late.endsAt + 20, { endsAt: late.endsAt, open: false }),
];
/** The same with one attempt told otherwise, in the list and by whoever heard it. */
const retold = (seq: number, more: Partial<Told>): [Recorded[], Told[]] => [
  history.map((one) =>
    one.asked.kind === 'bid' && one.answer && (one.answer as Told).seq === seq
      ? { ...one, answer: { ...(one.answer as Told), ...more } }
      : one,
  ),
  list.map((each) => (each.seq === seq ? { ...each, ...more } : each)),
];
const faults = ([what, attempts]: [Recorded[], Told[]]): string[] => faultsOf(what, attempts, terms, end);
const verdict = (what: Recorded[]): string => judge(auctionOf(terms, end, reasons), what).verdict;

describe('The witness of an auction', () => {
  it('finds nothing where all is well: a step, a match by priority, the last moment and one millisecond too late', () => {
    expect(faults([history, list])).toEqual([]);
    expect(verdict(history)).toBe('linearisable');
  });

  const wrong: [string, [Recorded[], Told[]], RegExp][] = [
    ['a gap', [history, list.filter(({ seq }) => seq !== 3)], /has number 4/],
    ['a repeat', [history, [...list.slice(0, 3), list[2]!, ...list.slice(3)]], /the 4th attempt has number 3/],
    ['a bid below the step', retold(2, { amountFen: 90_400, topFen: 90_400 }), /accepted at 90400, below 91000/],
    ['a bid off the step', retold(2, { amountFen: 91_300, topFen: 91_300 }), /off the step/],
    ['a match without priority', retold(4, { number: A, topNumber: A }), /accepted at 91000, below 92000/],
    ['a bid over the own', retold(2, { number: A, topNumber: A }), /over the bidder's own/],
    ['a top that is not the top', retold(3, { topFen: 90_000, topNumber: A }), /says the top is 90000/],
    ['an end that goes back', retold(6, { endsAt: end }), /attempt 6 moves the end back/],
    [
      'a bid after the end',
      retold(6, { outcome: 'accepted', reason: null, topFen: 95_000, topNumber: A }),
      /after the end/,
    ],
    ['a bid in time called late', retold(6, { enteredAt: late.endsAt - 1 }), /entered before the end/],
    ['a lost bid', [history, list.slice(0, 5)], /receipt 6 is lost/],
    ['a receipt that says something else', [history, retold(1, { enteredAt: 1 })[1]], /receipt 1 is lost or says/],
    ['a bid that nobody sent', [history.filter((one) => one !== history[8]), list], /sent 0 times and stands 1 times/],
    ['an hour that is not the hour', retold(1, { enteredAt: 400 }), /is said to have entered -600 ms after/],
    ['an hour after the answer', retold(1, { enteredAt: 1200 }), /is said to have entered 200 ms after/],
    [
      'a later one with a smaller number',
      [[...history, bid(list[1]!, 3500, 3600)], list],
      /number 2 was given after 3/,
    ],
    ['an old page', [[...history, page(1, 4500)], list], /number 1 was given after 4/],
    ['a page from the future', [[...history, page(4, 3500)], list], /before it was sent/],
    ['a page of what never was', [[...history, page(2, 2800, { topFen: 1 })], list], /which never was/],
  ];
  it.each(wrong)('names %s', (_name, told, words) => {
    expect(faults(told).join('; ')).toMatch(words);
  });

  it('is not enough: a page that says open after the end is found by the search for an order', () => {
    const lying = history.map((one, nth) => (nth === 9 ? page(6, late.endsAt + 20, { endsAt: late.endsAt }) : one));
    expect(faults([lying, list])).toEqual([]);
    expect(verdict(lying)).toBe('not');
  });

  it('and an end that moved by the rule of outages is one more thing that happened', () => {
    const [moved, at] = [late.endsAt + 600_000, late.endsAt + 100];
    const outage: Recorded = {
      asked: { kind: 'prolonged' },
      answer: { endsAt: moved },
      calledAt: at,
      returnedAt: at + 900,
    };
    const after = page(6, at + 1000, { endsAt: moved });
    expect(verdict([...history, after])).toBe('not');
    expect(verdict([...history, outage, after])).toBe('linearisable');
  });

  it('takes a bid that nobody heard about as one that may have been', () => {
    const lost = { ...bid(told(2, B, 91_000)), answer: undefined, returnedAt: Infinity };
    expect(verdict([bid(list[0]!), lost, page(1, 2500)])).toBe('linearisable');
    expect(verdict([bid(list[0]!), lost, page(2, 2500), page(2, 2600)])).toBe('linearisable');
    expect(verdict([bid(list[0]!), lost, page(2, 2500), page(1, 2600)])).toBe('not');
  });
});
