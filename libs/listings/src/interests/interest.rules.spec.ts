import { describe, expect, it } from '@jest/globals';
import { type Rule, clockActor, day, fen, instant } from '#kernel';
import * as rules from './interest.rules.js';
import type { InterestFacts } from './interest.rules.js';

/** Somebody with nothing in the way. */
const whole = {
  record: { id: 'i', depositFen: fen(100_00), priorityAsked: null, priority: null, priorityRefusal: null },
  listing: { state: 'listed' },
  parameters: { ageMin: 18, ageMax: 70 },
  age: 40,
  staff: [],
  transferors: [],
  heldFen: fen(100_00),
  timelyFen: fen(100_00),
  standing: null,
};

const bar = { id: 'b', state: 'decided', fromDay: day('2026-10-12'), untilDay: day('2026-12-31') };

function ask(claim: Rule<InterestFacts>, more: object = {}) {
  const facts = { ...whole, ...more } as unknown as InterestFacts;
  return [claim(facts, { now: instant('2026-10-12T15:00:00+08:00'), actor: clockActor }) ?? []].flat();
}

describe('A rule of who is interested', () => {
  it.each([
    ['the lot still takes anybody', rules.listingOpen, { listing: { state: 'agreed' } }, '不收'],
    ['a minor stays out', rules.ageAllowed, { age: 17 }, '17 周岁'],
    ['who is above the age stays out', rules.ageAllowed, { age: 71 }, '71 周岁'],
    ['staff and their household stay out', rules.staffOutside, { staff: ['高演员'] }, '高演员'],
    ['who gives the land stays out', rules.notTransferor, { transferors: ['禾田'] }, '转出方'],
    ['one fen is missing', rules.depositInTime, { timelyFen: fen(99_99), heldFen: fen(99_99) }, '还差 0.01 元'],
    [
      'a claim of priority waits for an answer',
      rules.priorityAnswered,
      { record: { id: 'i', priorityAsked: 'incumbent', priority: null, priorityRefusal: null } },
      '还没有核实',
    ],
    ['who defaulted is barred', rules.notBarred, { standing: bar }, '2026年12月31日'],
    ['money came a second late', rules.depositInTime, { timelyFen: fen(0) }, '期满以后到的'],
  ] as const)('says why: %s', (_what, claim, more, words) => {
    expect(ask(claim, more)[0]?.text).toContain(words);
  });

  it('lets whoever has nothing in the way pass, and a body that has no age', () => {
    const { priorityOpen: _open, ...claims } = rules;
    expect(Object.values(claims).flatMap((claim) => ask(claim))).toEqual([]);
    expect(ask(rules.ageAllowed, { age: null })).toEqual([]);
    expect(ask(rules.ageAllowed, { age: 70 })).toEqual([]);
  });
});
