import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  addYears,
  at,
  day,
  dayOf,
  daysBetween,
  dueDayOf,
  formatDay,
  formatDue,
  formatLastDay,
  formatMoment,
  instant,
  isDay,
  isTime,
  startOf,
  timeOf,
  weekdayName,
  weekdayOf,
} from './day.js';

describe('A day', () => {
  it.each(['2026-10-15', '2024-02-29', '2000-02-29', '1900-01-01', '2026-12-31'])('%s is read', (text) => {
    expect(day(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-5',
    '20261015',
    '2026/10/15',
    '2026-10-15T00:00',
    '',
    ' 2026-10-15',
    '1899-12-31',
    '２０２６-10-15',
  ])('%s is refused', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => day(text)).toThrow(TypeError);
    expect(() => day(text)).toThrow('is no day');
  });

  it.each([undefined, null, 20261015, new Date(0)])('%p is no day', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it.each([
    ['2026-09-22T15:59:59Z', '2026-09-22', '23:59'],
    ['2026-09-22T16:00:00Z', '2026-09-23', '00:00'],
    ['2026-09-23T09:00+08:00', '2026-09-23', '09:00'],
    ['2026-09-23T00:30-05:00', '2026-09-23', '13:30'],
    ['2026-12-31T18:00:00.000Z', '2027-01-01', '02:00'],
  ])('of the instant %s is %s at %s on the wall in Shanghai', (text, expected, time) => {
    expect(dayOf(instant(text))).toBe(expected);
    expect(timeOf(instant(text))).toBe(time);
  });

  it('does not depend on the zone of the process', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['America/New_York', 'UTC', 'Pacific/Auckland']) {
        process.env['TZ'] = other;
        expect(dayOf(instant('2026-09-22T16:00:00Z'))).toBe('2026-09-23');
        expect(startOf(day('2026-09-23')).toISOString()).toBe('2026-09-22T16:00:00.000Z');
      }
    } finally {
      process.env['TZ'] = zone;
    }
  });

  it.each([
    ['00:00', '2026-10-14T16:00:00.000Z'],
    ['08:30', '2026-10-15T00:30:00.000Z'],
    ['17:00', '2026-10-15T09:00:00.000Z'],
    ['24:00', '2026-10-15T16:00:00.000Z'],
  ])('at %s is the instant %s', (time, expected) => {
    expect(at(day('2026-10-15'), time).toISOString()).toBe(expected);
  });

  it.each(['24:01', '25:00', '8:30', '17', '17:60', '', '下午五点'])('has no time %s', (time) => {
    expect(isTime(time)).toBe(false);
    expect(() => at(day('2026-10-15'), time)).toThrow('is no time');
  });
});

describe('An instant', () => {
  it.each([
    '2026-09-23',
    '2026-09-23T09:00',
    '2026-09-23 09:00+08:00',
    '2026-02-30T09:00Z',
    '2026-09-23T25:00Z',
    'now',
    '',
  ])('is not read from %s', (text) => {
    expect(() => instant(text)).toThrow('with its offset');
  });
});

describe('Reckoning with days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-10-15', 0, '2026-10-15'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s plus %d days is %s', (from, number, expected) => {
    expect(addDays(day(from), number)).toBe(expected);
    expect(daysBetween(day(from), day(expected))).toBe(number);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('%s plus %d months is %s, the last day where the month has no such day', (from, number, expected) => {
    expect(addMonths(day(from), number)).toBe(expected);
  });

  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-10-20', 30, '2056-10-20'],
  ])('%s plus %d years is %s', (from, number, expected) => {
    expect(addYears(day(from), number)).toBe(expected);
  });

  it.each([0.5, Number.NaN, Infinity])('refuses to add %d', (number) => {
    expect(() => addDays(day('2026-10-15'), number)).toThrow('whole numbers');
    expect(() => addMonths(day('2026-10-15'), number)).toThrow('whole numbers');
    expect(() => addYears(day('2026-10-15'), number)).toThrow('whole numbers');
  });

  it.each([
    ['2026-10-15', 4, '周四'],
    ['2026-09-20', 0, '周日'],
    ['1969-12-31', 3, '周三'],
    ['1900-01-01', 1, '周一'],
  ])('%s is weekday %d, %s', (text, number, name) => {
    expect(weekdayOf(day(text))).toBe(number);
    expect(weekdayName(day(text))).toBe(name);
  });

  it('writes days and moments as papers do', () => {
    expect(formatDay(day('2026-10-05'))).toBe('2026年10月5日');
    expect(formatMoment(at(day('2026-10-15'), '17:00'))).toBe('10月15日（周四）17:00');
  });

  it('says of what is due at midnight the day that is over then, and of a last day that it counts', () => {
    const midnight = at(day('2026-12-08'), '00:00');
    expect(dueDayOf(midnight)).toBe('2026-12-07');
    expect(formatDue(midnight)).toBe('12月7日（周一）24:00');
    expect(formatDue(at(day('2026-12-07'), '17:00'))).toBe('12月7日（周一）17:00');
    expect(formatLastDay(day('2026-12-07'))).toBe('2026年12月7日（含当日）');
  });
});
