import fc from 'fast-check';

/** So many milliseconds from now, from the end, from where a bid begins to move the end, or from the start. */
export interface Moment {
  from: 'now' | 'end' | 'window' | 'start';
  by: number;
}
/** So many steps and fen above the top; or, bare, an amount by itself. */
export interface Price {
  steps: number;
  off: number;
  bare?: boolean;
}
export type Process = 0 | 1;

/** What may happen to an auction that two processes serve. `atOnce`: the process decides it before anything else happens. */
export type Deed =
  | {
      do: 'bid' | 'maximum' | 'withdrawal';
      process: Process;
      number: number;
      price: Price;
      moment: Moment;
      atOnce: boolean;
    }
  | { do: 'decide' | 'crash' | 'again'; process: Process }
  | { do: 'suspend'; moment: Moment }
  | { do: 'resume'; moment: Moment; more: number }
  | { do: 'outage'; more: number }
  | { do: 'close' };

/** 7 and 8 have priority of the first rank, 9 of the second, the others none; 99 was not admitted. */
export const ranks = new Map(
  [1, 2, 3, 7, 8, 9].map((number) => [number, number < 7 ? 0 : number === 9 ? 2 : 1] as const),
);

const process = fc.constantFrom<Process>(0, 1);
const anybody = fc.constantFrom(...ranks.keys(), 99);
const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ from: fc.constant('now' as const), by: fc.constantFrom(0, 1, 1000, 60_000) }) },
  fc.record({ from: fc.constantFrom('end', 'window', 'start'), by: fc.integer({ min: -2, max: 1 }) }),
);
const exactly = (min: number, max: number): fc.Arbitrary<Price> =>
  fc.record({ steps: fc.integer({ min, max }), off: fc.constant(0) });
/** Off the step, the same, one step and more, the ceiling, and what is no price. */
const price: fc.Arbitrary<Price> = fc.oneof(
  { weight: 3, arbitrary: exactly(0, 3) },
  fc.record({ steps: fc.integer({ min: -2, max: 9 }), off: fc.constantFrom(0, 1, -1, 500) }),
  fc.constantFrom(Number.NaN, 0, -100, Number.MAX_SAFE_INTEGER + 1).map((off) => ({ steps: 0, off, bare: true })),
);
const attempt = { process, number: anybody, price, moment, atOnce: fc.constantFrom(true, true, true, false) };
const bid = fc.record({ ...attempt, do: fc.constant('bid' as const) });

/** Acts as they may come; those that bidding is made of come oftenest. */
export const deeds: readonly fc.Arbitrary<Deed>[] = [
  ...[bid, bid, bid],
  fc.record({ ...attempt, do: fc.constant('bid' as const), number: fc.constantFrom(7, 8, 9), price: exactly(0, 0) }),
  fc.record({ ...attempt, do: fc.constant('maximum' as const), price: fc.oneof(exactly(1, 5), price) }),
  fc.record({ ...attempt, do: fc.constant('withdrawal' as const) }),
  ...(['decide', 'crash', 'again'] as const).map((what) => fc.record({ do: fc.constant(what), process })),
  fc.record({ do: fc.constant('suspend' as const), moment }),
  fc.record({ do: fc.constant('resume' as const), moment, more: fc.constantFrom(0, 300_000) }),
  fc.record({ do: fc.constant('outage' as const), more: fc.constantFrom(1, 300_000) }),
  fc.constant({ do: 'close' as const }),
];
