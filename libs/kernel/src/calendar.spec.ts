import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { isWorkday, findWorkday } from 'chinese-days';
import { Calendar } from './calendar.js';
import type { CalendarYear, Closure } from './calendar-year.js';
import { calendarYearFromHoliday } from './holiday.importer.js';
import { addDays, day, type Day } from './day.js';

const folder = `${process.cwd()}/data/holidays`;
const years: CalendarYear[] = readdirSync(folder).map((file) =>
  calendarYearFromHoliday(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
);
const calendar = new Calendar(years, [], 'test-1');

describe('A period in working days', () => {
  // The tables of the domain text, 6.2 and 6.4, and of the text on disclosure, 3.2, counted by hand.
  it.each([
    ['2026-01-05', 7, '2026-01-06', '2026-01-14'],
    ['2026-02-10', 7, '2026-02-11', '2026-02-26'],
    ['2026-02-14', 7, '2026-02-24', '2026-03-03'],
    ['2026-04-27', 7, '2026-04-28', '2026-05-09'],
    ['2026-09-18', 7, '2026-09-20', '2026-09-29'],
    ['2026-09-24', 7, '2026-09-28', '2026-10-12'],
    ['2026-09-30', 7, '2026-10-08', '2026-10-15'],
    ['2026-10-10', 7, '2026-10-12', '2026-10-20'],
    ['2026-09-18', 1, '2026-09-20', '2026-09-20'],
    ['2026-09-30', 1, '2026-10-08', '2026-10-08'],
    ['2026-02-10', 15, '2026-02-11', '2026-03-09'],
    ['2026-02-10', 20, '2026-02-11', '2026-03-16'],
    ['2026-02-13', 1, '2026-02-14', '2026-02-14'],
    ['2026-04-29', 7, '2026-04-30', '2026-05-12'],
    ['2026-09-21', 7, '2026-09-22', '2026-10-08'],
    ['2025-09-15', 20, '2025-09-16', '2025-10-17'],
    ['2025-09-26', 7, '2025-09-28', '2025-10-13'],
  ])('that starts on %s and has %d begins on %s and ends on %s', (start, n, firstDay, lastDay) => {
    const found = calendar.after(day(start), n);
    expect(found).toMatchObject({ firstDay, lastDay, n, unit: 'working-day', provisional: false, version: 'test-1' });
    expect(found.counted.map((each) => each.ordinal)).toEqual(Array.from({ length: n }, (_, index) => index + 1));
  });

  it('agrees with a second opinion on every start from 2016 to 2026', () => {
    let starts = 0;
    for (let start = day('2016-01-01'); start < '2026-10-01'; start = addDays(start, 1)) {
      if (calendar.isWorkingDay(start) !== isWorkday(start)) throw new Error(`working day ${start}`);
      for (const n of [1, 7, 20]) {
        const theirs = findWorkday(n, start);
        if (calendar.after(start, n).lastDay !== theirs) throw new Error(`${start} + ${n}: ${theirs}`);
      }
      starts += 1;
    }
    expect(starts).toBeGreaterThan(3900);
  });

  it('ends with the midnight after the last day in Shanghai', () => {
    expect(calendar.after(day('2026-09-30'), 7).dueAt.toISOString()).toBe('2026-10-15T16:00:00.000Z');
    expect(calendar.closeOfBusiness(day('2026-10-08'), '17:00').toISOString()).toBe('2026-10-08T09:00:00.000Z');
  });

  it('says of each day why it counts or not', () => {
    const found = calendar.after(day('2026-09-30'), 3, '公示不少于7个工作日');
    expect(found.basis).toBe('公示不少于7个工作日');
    expect(found.skipped.map((each) => each.day)).toEqual([1, 2, 3, 4, 5, 6, 7].map((date) => `2026-10-0${date}`));
    expect(found.skipped[0]).toMatchObject({
      reason: '国庆节放假',
      decree: { title: '国务院办公厅关于2026年部分节假日安排的通知' },
    });
    expect(found.skipped[0]?.decree?.url).toContain('gov.cn');
    expect(found.counted).toEqual([
      { day: '2026-10-08', ordinal: 1 },
      { day: '2026-10-09', ordinal: 2 },
      { day: '2026-10-10', ordinal: 3, note: '国庆节调休上班' },
    ]);
    expect(calendar.after(day('2026-10-16'), 1).skipped.map((each) => each.reason)).toEqual(['周六休息', '周日休息']);
  });

  it.each([0, -1, 1.5, Number.NaN, 2001])('of %d is refused', (n) => {
    expect(() => calendar.after(day('2026-09-30'), n)).toThrow(RangeError);
    expect(() => calendar.afterDays(day('2026-09-30'), n)).toThrow(RangeError);
  });
});

describe('A year without a notice', () => {
  it.each([
    ['2026-12-10', 20],
    ['2026-12-25', 1],
    ['2027-03-01', 7],
    ['2031-01-01', 7],
    ['2014-05-05', 3],
  ])('makes %s plus %d provisional', (start, n) => {
    expect(calendar.after(day(start), n).provisional).toBe(true);
  });

  it.each([
    ['2026-12-10', 10],
    ['2026-12-18', 5],
    ['2025-12-20', 10],
  ])('leaves %s plus %d firm', (start, n) => {
    expect(calendar.after(day(start), n).provisional).toBe(false);
  });

  it('may move the last days of December, as the notice for 2019 did', () => {
    const before = new Calendar(years.filter((year) => year.year < 2019));
    expect(before.after(day('2018-12-28'), 1)).toMatchObject({ lastDay: '2018-12-31', provisional: true });
    expect(calendar.after(day('2018-12-28'), 1)).toMatchObject({ lastDay: '2018-12-29', provisional: false });
    expect(calendar.isWorkingDay(day('2018-12-31'))).toBe(false);
  });

  it('counts Monday to Friday until the notice is there', () => {
    expect(calendar.after(day('2027-09-30'), 1)).toMatchObject({ lastDay: '2027-10-01', provisional: true });
  });
});

describe('A local closure', () => {
  const snow = (prefix: string, on = '2026-11-25'): Closure => ({
    day: day(on),
    reason: '暴雪停止办公',
    authority: '商河县人民政府',
    documentNumber: '商政发〔2026〕9号',
    officePrefix: prefix,
  });

  it('is skipped with its order', () => {
    const closed = new Calendar(years, [snow('370126')]).after(day('2026-11-24'), 1);
    expect(closed.lastDay).toBe('2026-11-26');
    expect(closed.skipped).toEqual([
      { day: '2026-11-25', reason: '暴雪停止办公', decree: { title: '商河县人民政府', number: '商政发〔2026〕9号' } },
    ]);
  });

  it.each([
    ['370126101000', false],
    ['370126101201', false],
    ['370126102000', true],
    ['370126000000', true],
  ])('of one town holds for the office %s or not', (office, working) => {
    expect(new Calendar(years, [snow('370126101')]).forOffice(office).isWorkingDay(day('2026-11-25'))).toBe(working);
  });

  it('of two offices on one day keeps the one that holds', () => {
    const both = new Calendar(years, [snow('370126101'), snow('370126102')]);
    expect(both.forOffice('370126101000').isWorkingDay(day('2026-11-25'))).toBe(false);
    expect(both.forOffice('370126104000').isWorkingDay(day('2026-11-25'))).toBe(true);
  });
});

describe('A period in calendar days', () => {
  it.each([
    ['2026-10-08', 10, '2026-10-19', '周日休息，期间最后一日顺延'],
    ['2026-09-20', 15, '2026-10-08', '国庆节放假，期间最后一日顺延'],
  ])('from %s of %d days rolls over to %s', (start, n, lastDay, reason) => {
    const found = calendar.afterDays(day(start), n);
    expect(found).toMatchObject({ lastDay, unit: 'day', provisional: false });
    expect(found.counted).toHaveLength(n);
    expect(found.skipped.at(-1)?.reason ?? found.skipped[0]?.reason).toBe(reason);
  });

  it.each([
    ['2026-10-08', 30, '2026-11-09'],
    ['2026-10-08', 7, '2026-10-15'],
    ['2026-09-10', 10, '2026-09-20'],
  ])('from %s of %d days ends on %s', (start, n, lastDay) => {
    expect(calendar.afterDays(day(start), n).lastDay).toBe(lastDay);
  });

  it('is provisional if its last day falls in a year without a notice', () => {
    expect(calendar.afterDays(day('2026-12-20'), 30).provisional).toBe(true);
    expect(calendar.afterDays(day('2026-12-01'), 10).provisional).toBe(false);
  });
});

describe('Days left', () => {
  it.each([
    ['2026-10-15', '2026-10-15', 0],
    ['2026-09-30', '2026-10-15', 7],
    ['2026-10-14', '2026-10-15', 1],
    ['2026-10-16', '2026-10-15', -1],
    ['2026-10-18', '2026-10-16', 0],
    ['2026-10-19', '2026-10-16', -1],
  ])('on %s until %s are %d', (today, lastDay, left) => {
    expect(calendar.workingDaysLeft(day(today), day(lastDay))).toBe(left);
  });

  it.each([
    ['2026-09-30', '2026-10-08'],
    ['2026-09-18', '2026-09-20'],
    ['2026-10-12', '2026-10-13'],
  ])('after %s the next working day is %s', (from, to) => {
    expect(calendar.next(day(from))).toBe(to);
  });
});

describe('A file of holidays', () => {
  it('without days is a year without a notice', () => {
    expect(years.find((year) => year.year === 2027)?.status).toBe('missing');
    expect(years.find((year) => year.year === 2020)?.amendments).toHaveLength(1);
  });

  const entry = (date: string, isOffDay: unknown = true): object => ({
    year: 2026,
    papers: [],
    days: [{ name: '元旦', date, isOffDay }],
  });
  it.each([
    [null, 'year'],
    [{}, 'year'],
    [{ year: 2026 }, 'days'],
    [entry('2026-02-30'), '不是有效日期'],
    [entry('2025-11-30'), '不属于该年度'],
    [entry('2027-01-01'), '不属于该年度'],
    [entry('2026-01-01', 'yes'), 'isOffDay'],
  ])('such as %j is refused', (json, reason) => {
    expect(() => calendarYearFromHoliday(json)).toThrow(reason);
  });

  it('may name days of the December before', () => {
    const read = calendarYearFromHoliday(entry('2025-12-31'));
    expect(read.off).toEqual([{ day: '2025-12-31' as Day, name: '元旦' }]);
  });
});

describe('Working days left', () => {
  const calendar = new Calendar([]);

  it.each([
    ['2026-10-12', '2026-10-15', 3],
    ['2026-10-15', '2026-10-15', 0],
    ['2026-10-16', '2026-10-15', -1],
    ['2026-12-30', '2027-01-05', 4],
    ['2021-01-04', '2026-01-02', 1304],
  ])('from %s to %s are %d, year after year counted once', (today, lastDay, left) => {
    expect(calendar.workingDaysLeft(today as never, lastDay as never)).toBe(left);
    expect(calendar.workingDaysLeft(today as never, lastDay as never)).toBe(left);
  });
});
