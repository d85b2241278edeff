import { describe, expect, it } from '@jest/globals';
import { inTime, onTimeRule } from './review-rates.rules.js';

describe('The share of reviews in time', () => {
  it.each([
    ['nothing', { done: 0, late: 0, overdue: 0 }, ''],
    ['all that ended, three overdue beside them', { done: 9, late: 0, overdue: 3 }, '75'],
    ['nothing ended, one overdue', { done: 0, late: 0, overdue: 1 }, '0'],
    ['one late of two thousand', { done: 2000, late: 1, overdue: 0 }, '99.9'],
    ['all', { done: 3, late: 0, overdue: 0 }, '100'],
  ])('of %s', (_what, rate, said) => {
    expect(inTime(rate)).toBe(said);
  });

  it('says that what is overdue counts before it ends', () => {
    expect(onTimeRule).toContain('还没有审完的，从过期那一刻起就算超时');
  });
});
