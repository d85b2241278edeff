import { describe, expect, it } from '@jest/globals';
import { type Actor, type Rule, clockActor, day, fen, instant, mu, parametersAt } from '#kernel';
import { depositAmount } from './deposit.amount.js';
import * as rules from './deposit.rules.js';
import type { DepositFacts } from './deposit.facts.js';

const director: Actor = { ...clockActor, kind: 'staff', accountId: 'director', name: '演负责' };
const running = {
  purpose: 'risk',
  subject: 'transfer',
  subjectId: 'case',
  amountFen: fen(32_400_00),
  calledOffAt: null,
};
const over = { ...running, calledOffAt: instant('2032-11-20T09:00:00+08:00') };

/** A deposit of 32,400 yuan that is wholly held, while its transfer runs and nothing is being paid out. */
const held = { record: running, heldFen: 32_400_00, openDisbursements: 0, disbursement: null, partDue: null };

/** What a rule says about facts that differ in some points. */
function ask(claim: Rule<DepositFacts>, more: object = {}, actor = director) {
  const found = claim({ ...held, ...more } as unknown as DepositFacts, {
    now: instant('2027-03-01T09:00:00+08:00'),
    actor,
  });
  return [found ?? []].flat();
}
const next = { partDue: { ordinal: 1, amountFen: fen(10_000_00) } };

describe('A deposit', () => {
  it.each<[string, Rule<DepositFacts>, object]>([
    ['is paid in full with its last fen', rules.paidInFull, { heldFen: 32_400_00 }],
    ['is paid in full with more than was asked', rules.paidInFull, { heldFen: 32_400_01 }],
    ['has nothing in it', rules.nothingPaid, { heldFen: 0 }],
    ['stands against rent', rules.againstRent, {}],
    ['holds a fen to give back', rules.someHeld, { heldFen: 1 }],
    ['was given back to the last fen', rules.nothingHeld, { heldFen: 0 }],
    ['answers no more, for its transfer is over', rules.answersNoMore, { record: over }],
    ['gives back a part of the schedule before', rules.answersNoMore, next],
    ['still answers for a transfer that runs', rules.stillAnswers, {}],
    ['nobody forfeited', rules.notForfeited, { record: { ...over, forfeitedAt: null } }],
    ['has no payment under way', rules.oneAnswerAtATime, { openDisbursements: 0 }],
  ])('that %s passes', (_what, claim, more) => expect(ask(claim, more)).toEqual([]));

  it.each<[string, Rule<DepositFacts>, object, string, string]>([
    ['lacks a fen', rules.paidInFull, { heldFen: 32_399_99 }, 'paid-in-full', '第一条'],
    ['has a fen in it', rules.nothingPaid, { heldFen: 1 }, 'nothing-paid', '第七条'],
    ['is left for a bid', rules.againstRent, { record: { ...running, purpose: 'bid' } }, 'against-rent', '牌-06'],
    ['is empty', rules.someHeld, { heldFen: 0 }, 'some-held', '第七条'],
    ['holds a last fen', rules.nothingHeld, { heldFen: 1 }, 'nothing-held', '第七条'],
    ['answers for a transfer that runs', rules.answersNoMore, {}, 'answers-no-more', '第七条'],
    ['is to be filled up after the end', rules.stillAnswers, { record: over }, 'still-answers', '第五条'],
    [
      'was forfeited',
      rules.notForfeited,
      { record: { ...over, forfeitedAt: over.calledOffAt } },
      'not-forfeited',
      '牌-06',
    ],
    [
      'has a payment under way',
      rules.oneAnswerAtATime,
      { openDisbursements: 1 },
      'one-answer-at-a-time',
      '先办完上一笔',
    ],
  ])('that %s does not', (_what, claim, more, name, article) => {
    expect(ask(claim, more)).toMatchObject([{ rule: name, article: expect.stringContaining(article) }]);
  });

  it('says how much is missing, how much is there, and where the end is recorded', () => {
    expect(ask(rules.paidInFull, { heldFen: 32_000_00 })[0]!.text).toBe('还差 400.00 元。');
    expect(ask(rules.nothingHeld)[0]!.text).toBe('账上还有 32,400.00 元。');
    expect(ask(rules.answersNoMore)[0]!.way?.href).toBe('/transfers/case');
  });
});

describe('The amount of a deposit', () => {
  const term = { start: day('2026-10-01'), end: day('2031-09-30') };
  const reasons = (annualRent: number, areaMu: string): string[] => {
    const facts = { annualRentFen: fen(annualRent), areaMu: mu(areaMu), term, transfereeKind: 'cooperative' } as const;
    return rules.amountReasons(depositAmount(parametersAt([], day('2026-10-01')), facts));
  };

  it('is reckoned before the eyes of who pays it', () => {
    expect(reasons(108_000_00, '120')).toEqual([
      '一年流转价款 108,000.00 元 × 30% = 32,400.00 元。',
      '应缴风险保障金 32,400.00 元。',
    ]);
    expect(reasons(1_000_00, '12')).toEqual([
      '一年流转价款 1,000.00 元 × 30% = 300.00 元。',
      '不足最低额 1,000.00 元，按最低额收。',
      '应缴风险保障金 1,000.00 元。',
    ]);
  });

  it('is none up to ten mu, and says so', () => {
    expect(reasons(9_000_00, '10')).toEqual(['面积 10.00 亩，不超过 10.00 亩。', '免缴风险保障金。']);
  });
});
