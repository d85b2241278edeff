import { describe, expect, it } from '@jest/globals';
import { day, fen, mu, parametersAt, term } from '#kernel';
import { accountToPayInto, depositDue, depositTerms } from './payment.rules.js';
import type { TransferFacts } from './transfer.facts.js';

const parcel = { areaMu: mu('120'), grantorId: 'a' };
const record = {
  areaMu: mu('120'),
  transfereeKind: 'cooperative',
  priceFen: fen(90_000),
  priceUnit: 'mu_year',
  parcelCount: 1,
};
const facts = (more: object = {}): TransferFacts =>
  ({
    record,
    parcels: [parcel],
    parameters: parametersAt([], day('2026-11-01')),
    term: term(day('2026-11-01'), day('2032-10-31')),
    escrow: { holder: '专户', number: '99990000', bank: '演练银行' },
    ...more,
  }) as unknown as TransferFacts;

describe('A demand for a deposit', () => {
  it('is by the rules of the case, the same that its agreement prints', () => {
    expect(depositTerms(facts())).toMatchObject({ areaMu: mu('120'), transfereeKind: 'cooperative' });
    expect(depositDue(facts()).waived).toBe(false);
  });

  it('is made where the town has an account, and where nothing is due', () => {
    expect(accountToPayInto(facts())).toBeUndefined();
    const member = { record: { ...record, transfereeKind: 'member' }, escrow: null };
    expect(accountToPayInto(facts(member))).toBeUndefined();
  });

  it('is not made while nobody can pay it', () => {
    expect(accountToPayInto(facts({ escrow: null }))).toMatchObject({
      rule: 'account-to-pay-into',
      article: '风险保障金协议第二条',
      way: { href: '/escrow-accounts' },
    });
  });
});
