import { describe, expect, it } from '@jest/globals';
import { mu } from '#kernel';
import { landSums } from '../land.view.js';
import { capitalText, dayText, muText, yuanText } from './figures.js';

describe('A figure on a paper', () => {
  it('is money with thousands, and in capital numerals beside it', () => {
    expect(yuanText('10800000')).toBe('108,000.00');
    expect(capitalText('10800000')).toBe('壹拾万捌仟元整');
  });

  it('is an area rounded half up to two decimals', () => {
    expect(muText('18.425')).toBe('18.43');
    expect(muText('7')).toBe('7.00');
  });

  it('adds up as displayed, so that the column can be checked by hand', () => {
    const parcelsOf = (...areas: string[]) =>
      areas.map((area) => ({ contractor: '演一', name: '东大方', code: '1', areaMu: mu(area) }));
    expect(muText(landSums(parcelsOf('0.335', '0.335')).totalMu)).toBe('0.68');
    expect(muText(landSums(parcelsOf('18.42', '16.75', '84.83')).totalMu)).toBe('120.00');
  });

  it('is a day in words', () => {
    expect(dayText('2026-11-01')).toBe('2026年11月1日');
  });

  it('is refused when it is no figure', () => {
    expect(() => dayText('2026-02-30')).toThrow('is no day');
    expect(() => muText('十亩')).toThrow('is no area');
    expect(() => yuanText('1.5')).toThrow('whole fen');
  });
});
