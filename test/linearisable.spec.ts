import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Operation, type Sequential, judge } from './support/linearisable.js';

type Asked = { do: 'write'; value: number } | { do: 'read' } | { do: 'swap'; from: number; to: number };
type Answer = number | 'done' | 'refused';
type One = Operation<Asked, Answer>;

/** A register that also swaps one value for another: the object of the reference histories of the literature. */
const register: Sequential<number, Asked, Answer> = {
  initial: 0,
  key: String,
  readOnly: (asked, answer) => asked.do === 'read' || answer === 'refused',
  step(state, asked, answer) {
    if (asked.do === 'read') return answer === undefined || answer === state ? state : null;
    if (asked.do === 'write') return asked.value;
    if (answer === 'refused') return state === asked.from ? null : state;
    return state === asked.from ? asked.to : null;
  },
};

const write = (value: number, calledAt: number, returnedAt: number): One => ({
  ...{ asked: { do: 'write', value }, answer: 'done', calledAt, returnedAt },
});
const read = (answer: number, calledAt: number, returnedAt: number): One => ({
  ...{ asked: { do: 'read' }, answer, calledAt, returnedAt },
});
const swap = (from: number, to: number, answer: Answer, calledAt: number, returnedAt: number): One => ({
  ...{ asked: { do: 'swap', from, to }, answer, calledAt, returnedAt },
});
const unheard = (one: One): One => ({ ...one, answer: undefined, returnedAt: Infinity });

const histories: [string, boolean, One[]][] = [
  ['nothing', true, []],
  ['one after the other', true, [write(1, 0, 1), read(1, 2, 3), write(2, 4, 5), read(2, 6, 7)]],
  ['a read of what was written over before it was asked', false, [write(1, 0, 1), write(2, 2, 3), read(1, 4, 5)]],
  ['a read beside a write, of the old', true, [write(1, 0, 1), write(2, 2, 9), read(1, 3, 4)]],
  ['a read beside a write, of the new', true, [write(1, 0, 1), write(2, 2, 9), read(2, 3, 4)]],
  ['the new and then the old beside one write', false, [write(2, 2, 9), read(2, 3, 4), read(0, 5, 6)]],
  ['a read of what nobody wrote', false, [write(1, 0, 1), read(7, 2, 3)]],
  ['a read before the write began', false, [read(1, 0, 1), write(1, 2, 3)]],
  ['two readers that agree on two writes', true, [write(1, 0, 9), write(2, 0, 9), read(2, 1, 2), read(1, 3, 4)]],
  [
    'two readers that see two writes in two orders',
    false,
    [write(1, 0, 9), write(2, 0, 9), read(1, 1, 3), read(2, 4, 6), read(2, 1, 2), read(1, 5, 6)],
  ],
  ['a write that nobody heard of, seen', true, [unheard(write(3, 0, 1)), read(0, 2, 3), read(3, 4, 5)]],
  ['a write that nobody heard of, never seen', true, [unheard(write(3, 0, 1)), read(0, 2, 3), read(0, 4, 5)]],
  ['a write that nobody heard of, seen and taken back', false, [unheard(write(3, 0, 1)), read(3, 2, 3), read(0, 4, 5)]],
  ['a write that nobody heard of, seen before it was sent', false, [read(3, 0, 1), unheard(write(3, 2, 3))]],
  ['a swap that both won', false, [swap(0, 1, 'done', 0, 9), swap(0, 2, 'done', 0, 9)]],
  ['a swap that one won', true, [swap(0, 1, 'done', 0, 9), swap(0, 2, 'refused', 0, 9)]],
  ['a swap that nobody won', false, [swap(0, 1, 'refused', 0, 9), swap(0, 2, 'refused', 0, 9)]],
  [
    'a swap that nobody heard of made the other lose',
    true,
    [unheard(swap(0, 1, 'done', 0, 9)), swap(0, 2, 'refused', 1, 2)],
  ],
  [
    'a choice with reads behind it that must all be taken back',
    true,
    [write(1, 0, 9), write(2, 0, 9), read(1, 0, 9), read(1, 0, 9), read(2, 10, 11), unheard(write(1, 0, 1))],
  ],
  ['one moment is taken for concurrent', true, [write(1, 0, 4), read(0, 4, 5)]],
];

/** All orders that keep "answered before sent", tried one by one: too slow for anything but a test of the other. */
function byHand(rest: readonly One[], state: number): boolean {
  if (rest.every((one) => one.answer === undefined)) return true;
  const first = Math.min(...rest.map((one) => one.returnedAt));
  return rest.some((one) => {
    const next = one.calledAt <= first ? register.step(state, one.asked, one.answer) : null;
    return (
      next !== null &&
      byHand(
        rest.filter((other) => other !== one),
        next,
      )
    );
  });
}

const value = fc.integer({ min: 0, max: 2 });
const anyHistory = fc.array(
  fc
    .record({
      asked: fc.oneof(
        fc.record({ do: fc.constant('write' as const), value }),
        fc.record({ do: fc.constant('read' as const) }),
        fc.record({ do: fc.constant('swap' as const), from: value, to: value }),
      ),
      answer: value,
      lost: fc.nat({ max: 4 }),
      calledAt: fc.nat({ max: 12 }),
      length: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ asked, answer, lost, calledAt, length }): One => {
      const swapped = answer === 0 ? 'refused' : 'done';
      const heard: Answer = asked.do === 'read' ? answer : asked.do === 'write' ? 'done' : swapped;
      return lost === 0
        ? { asked, answer: undefined, calledAt, returnedAt: Infinity }
        : { asked, answer: heard, calledAt, returnedAt: calledAt + length };
    }),
  { maxLength: 7, size: 'max' },
);

describe('A history of concurrent operations', () => {
  it.each(histories)('%s: %s', (_name, fine, history) => {
    expect(judge(register, history).verdict).toBe(fine ? 'linearisable' : 'not');
    expect(byHand(history, 0)).toBe(fine);
  });

  it('is judged as by trying all orders', () => {
    const counted = { linearisable: 0, not: 0, undecided: 0 };
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { verdict } = judge(register, history);
        counted[verdict] += 1;
        expect(verdict).toBe(byHand(history, 0) ? 'linearisable' : 'not');
      }),
      { numRuns: 2000, seed: 4190 },
    );
    // Both kinds were among them, so that the two did not merely agree on one word.
    expect(Math.min(counted.linearisable, counted.not)).toBeGreaterThan(200);
    expect(counted.undecided).toBe(0);
  });

  it('is called undecided where the budget is too small, and says how far it came', () => {
    const many = Array.from({ length: 12 }, (_, nth) => write(nth, 0, 99));
    const never = [...many, read(77, 100, 101)];
    expect(judge(register, never, 500)).toMatchObject({ verdict: 'undecided', answered: 13, steps: 501 });
    expect(judge(register, never)).toMatchObject({ verdict: 'not', reached: 12, answered: 13 });
  });

  it('of two thousand operations by fifty clients is judged at once', () => {
    const history = Array.from({ length: 2000 }, (_, nth) =>
      nth % 2 === 0 ? write(nth, nth, nth + 40) : read(nth - 1, nth, nth + 30),
    );
    expect(judge(register, history)).toMatchObject({ verdict: 'linearisable', reached: 2000 });
  });
});
