import { describe, expect, it } from '@jest/globals';
import { day, fen, mu, parametersAt, term } from '#kernel';
import * as rule from './payment.rules.js';
import type { TransferFacts } from './transfer.facts.js';

/** 120 mu at 900 yuan to an enterprise for six years: 108,000 yuan a year, into an account that is recorded. */
const facts = (more: object = {}, record: object = {}) =>
  ({
    record: { priceFen: fen(900_00), areaMu: mu('120'), transfereeKind: 'enterprise', ...record },
    term: term(day('2026-11-01'), day('2032-10-31')),
    parameters: parametersAt([], day('2026-11-01')),
    escrow: { id: 'account' },
    ...more,
  }) as unknown as TransferFacts;
const of = (record: object, more: object = {}) => facts(more, record);

describe('The deposit of a case', () => {
  it('is counted from what the case says of rent, land, term and transferee', () => {
    expect(rule.depositTerms(facts())).toEqual({
      annualRentFen: 108_000_00,
      areaMu: mu('120'),
      term: { start: '2026-11-01', end: '2032-10-31' },
      transfereeKind: 'enterprise',
    });
  });

  it.each([
    ['thirty per cent of a year', facts(), 32_400_00],
    ['the least sum, where that is more', of({ priceFen: fen(10_00) }), 1_000_00],
    ['nothing of a member', of({ transfereeKind: 'member' }), 0],
    ['nothing for ten mu', of({ areaMu: mu('10') }), 0],
    ['something for a little more than ten mu', of({ areaMu: mu('10.01') }), 2_702_70],
    ['nothing for a year', facts({ term: term(day('2026-11-01'), day('2027-10-31')) }), 0],
    ['something for a year and a day', facts({ term: term(day('2026-11-01'), day('2027-11-01')) }), 32_400_00],
  ])('is %s', (_what, asked, amountFen) => {
    expect(rule.depositDue(asked)).toMatchObject({ amountFen, waived: amountFen === 0 });
  });

  it('follows the parameters the case began under', () => {
    const parameters = { ...parametersAt([], day('2026-11-01')), riskDepositPercent: 10 };
    expect(rule.depositDue(facts({ parameters })).amountFen).toBe(10_800_00);
  });
});

describe('A contract is filed', () => {
  it.each([
    ['with an account to pay into', facts()],
    ['without one where nothing is to be paid', of({ transfereeKind: 'member' }, { escrow: null })],
  ])('%s', (_what, asked) => expect(rule.accountToPayInto(asked)).toBeUndefined());

  it('not without one where something is, and the refusal shows where accounts are recorded', () => {
    expect(rule.accountToPayInto(facts({ escrow: null }))).toMatchObject({
      rule: 'account-to-pay-into',
      article: '风险保障金协议第二条',
      way: { href: '/escrow-accounts' },
    });
  });
});
