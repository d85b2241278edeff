import { describe, expect, it } from '@jest/globals';
import { day } from './day.js';
import {
  formatTerm,
  term,
  termContains,
  termExceedsYears,
  termMonths,
  termOfYears,
  termText,
  termYears,
} from './term.js';

const span = (start: string, end: string) => term(day(start), day(end));

describe('A term', () => {
  it.each([
    ['2026-10-20', '2031-10-19', 5, '5年'],
    ['2026-10-20', '2031-10-18', 4, '4年11个月29天'],
    ['2026-10-20', '2032-01-19', 5, '5年3个月'],
    ['2026-10-20', '2026-10-20', 0, '1天'],
    ['2026-01-01', '2026-12-31', 1, '1年'],
    ['1998-10-01', '2028-09-30', 30, '30年'],
    ['2024-02-29', '2025-02-27', 1, '1年'],
  ])('from %s to %s has %d whole years: %s', (start, end, years, text) => {
    expect(termYears(span(start, end))).toBe(years);
    expect(termText(span(start, end))).toBe(text);
  });

  it('of five years ends on the day before the fifth anniversary', () => {
    expect(termOfYears(day('2026-10-20'), 5)).toEqual({ start: '2026-10-20', end: '2031-10-19' });
    expect(termMonths(termOfYears(day('2026-10-20'), 5))).toBe(60);
  });

  it.each([
    ['2026-10-20', '2026-10-19'],
    ['2027-01-01', '2026-12-31'],
  ])('from %s to %s is refused', (start, end) => {
    expect(() => span(start, end)).toThrow('before it starts');
  });

  it('of no year is refused', () => {
    expect(() => termOfYears(day('2026-10-20'), 0)).toThrow(RangeError);
  });

  it.each([
    ['2046-10-19', false],
    ['2046-10-20', true],
    ['2045-10-19', false],
  ])('that ends on %s is over twenty years: %s', (end, over) => {
    expect(termExceedsYears(span('2026-10-20', end), 20)).toBe(over);
  });

  it.each([
    ['2026-01-01', '2026-12-31', true],
    ['2026-03-01', '2026-03-01', true],
    ['2025-12-31', '2026-12-31', false],
    ['2026-01-01', '2027-01-01', false],
  ])('of the year 2026 contains %s to %s: %s', (start, end, contains) => {
    expect(termContains(span('2026-01-01', '2026-12-31'), span(start, end))).toBe(contains);
  });

  it('is written with both its days', () => {
    expect(formatTerm(span('2026-01-01', '2026-12-31'))).toBe('2026年1月1日至2026年12月31日');
  });
});
