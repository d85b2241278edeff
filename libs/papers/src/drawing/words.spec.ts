import { describe, expect, it } from '@jest/globals';
import { capitalYuan, dayText, yuanText } from './words.js';
import { muText, totalMu } from './parcel-table.js';

describe('An amount on a receipt', () => {
  it.each([
    ['0', '零元整'],
    ['5', '伍分'],
    ['50', '伍角整'],
    ['100', '壹元整'],
    ['105', '壹元零伍分'],
    ['1000', '壹拾元整'],
    ['101000', '壹仟零壹拾元整'],
    ['10000000', '壹拾万元整'],
    ['10800000', '壹拾万捌仟元整'],
    ['100001000', '壹佰万零壹拾元整'],
    ['5432100', '伍万肆仟叁佰贰拾壹元整'],
    ['10000000000', '壹亿元整'],
    ['10000050000', '壹亿零伍佰元整'],
    ['168032', '壹仟陆佰捌拾元叁角贰分'],
    ['-100', '负壹元整'],
  ])('of %s fen is written %s', (fen, words) => {
    expect(capitalYuan(fen)).toBe(words);
  });

  it('shows yuan with thousands and two decimals', () => {
    expect(yuanText('10800000')).toBe('108,000.00');
    expect(yuanText(-5n)).toBe('-0.05');
  });
});

describe('An area on a paper', () => {
  it('is rounded half up to two decimals', () => {
    expect(muText('18.425')).toBe('18.43');
    expect(muText('18.4249')).toBe('18.42');
    expect(muText('7')).toBe('7.00');
  });

  it('adds up as displayed, so that the column can be checked by hand', () => {
    expect(totalMu(['0.335', '0.335'])).toBe('0.68');
    expect(totalMu(['18.42', '16.75', '15.30', '14.08', '13.66', '15.91', '12.40', '13.48'])).toBe('120.00');
  });

  it('stands beside days in words', () => {
    expect(dayText('2026-11-01')).toBe('2026 年 11 月 1 日');
  });
});
