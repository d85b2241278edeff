import { describe, expect, it } from '@jest/globals';
import { type Term, type TransfereeKind, day, fen, mu, parametersAt } from '#kernel';
import { depositAmount } from './deposit.amount.js';

const today = day('2026-10-01');
const county = parametersAt([], today);
const years: Term = { start: today, end: day('2031-09-30') };

const amount = (rent: number, areaMu = '120', term = years, transfereeKind: TransfereeKind = 'cooperative') =>
  depositAmount(county, { annualRentFen: fen(rent), areaMu: mu(areaMu), term, transfereeKind });

describe('The amount of a risk deposit', () => {
  it.each([
    ['thirty per cent of a year’s rent', 108_000_00, 32_400_00],
    ['the least, where thirty per cent are less', 1_000_00, 1_000_00],
    ['the least to the fen below which it holds', 3_333_33, 1_000_00],
    ['more than the least by a fen', 3_333_37, 1_000_01],
    ['whole fen, half a fen upwards', 108_000_05, 32_400_02],
    ['the least for land that is let for nothing', 0, 1_000_00],
  ])('is %s', (_what, rent, owed) => {
    expect(amount(rent)).toMatchObject({ amountFen: owed, waived: false, waiver: null });
  });

  it.each([
    ['ten mu', '10', 'area', true],
    ['a ten-thousandth of a mu more', '10.0001', null, false],
    ['four mu', '4', 'area', true],
  ])('of %s is waived or not by the area', (_what, areaMu, waiver, waived) => {
    expect(amount(108_000_00, areaMu)).toMatchObject({ waiver, waived, ...(waived && { amountFen: 0 }) });
  });

  it.each([
    ['a year to its last day', '2027-09-30', 'term', true],
    ['a year and a day', '2027-10-01', null, false],
    ['one season', '2027-03-31', 'term', true],
  ])('for %s is waived or not by the term', (_what, end, waiver, waived) => {
    expect(amount(108_000_00, '120', { start: today, end: day(end) })).toMatchObject({ waiver, waived });
  });

  it('is waived for who belongs to the collective, before anything else is asked', () => {
    expect(amount(108_000_00, '4', years, 'member')).toMatchObject({ waiver: 'kind', waived: true, amountFen: 0 });
    expect(amount(108_000_00, '120', years, 'member')).toMatchObject({ waiver: 'kind', countedFen: 32_400_00 });
  });

  it('keeps what it was reckoned from, so that a letter can print it', () => {
    expect(amount(1_000_00)).toMatchObject({
      percent: 30,
      countedFen: 300_00,
      leastFen: 1_000_00,
      waivedUpToMonths: 12,
    });
    expect(amount(1_000_00).basis).toContain('第三十条');
  });
});
