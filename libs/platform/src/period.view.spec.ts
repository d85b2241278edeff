import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Calendar, calendarYearFromHoliday, day, instant } from '#kernel';
import { dueView, miniView, stripView, whyView } from './period.view.js';

const years = [2026, 2027].map((year) =>
  calendarYearFromHoliday(JSON.parse(readFileSync(`data/holidays/${year}.json`, 'utf8'))),
);
const calendar = new Calendar(years, [], '2026-1');
const notice = calendar.after(day('2026-09-30'), 7, '公示期不少于七个工作日');
const at = (moment: string): Date => instant(`${moment}+08:00`);

describe('A deadline in words', () => {
  it.each([
    ['2026-09-30T18:00', 'calm', '还剩 7 个工作日'],
    ['2026-10-12T10:27', 'soon', '还剩 4 个工作日'],
    ['2026-10-11T10:27', 'soon', '还剩 4 个工作日'],
    ['2026-10-15T23:59', 'today', '今天截止'],
    ['2026-10-16T00:00', 'late', '超时 1 个工作日'],
  ])('at %s is %s: %s', (moment, level, words) => {
    expect(dueView(notice, at(moment), calendar)).toMatchObject({ level, words });
  });

  it('names the midnight after the last day as 24:00 of that day', () => {
    expect(dueView(notice, at('2026-10-12T10:27'), calendar).note).toBe('10月15日（周四）24:00 截止');
  });

  it('ends with the office where a review is due at close of business', () => {
    const review = { start: day('2026-09-28'), lastDay: day('2026-09-29'), dueAt: at('2026-09-29T17:00') };
    expect(dueView(review, at('2026-09-28T09:30'), calendar, 1)).toMatchObject({
      level: 'soon',
      words: '还剩 1 个工作日',
    });
    expect(dueView(review, at('2026-09-29T09:30'), calendar, 1)).toMatchObject({
      level: 'today',
      words: '今天 17:00 到期',
      note: '还剩 7 小时 30 分',
    });
    expect(dueView(review, at('2026-09-29T17:00'), calendar, 1).words).toBe('已超时');
  });
});

describe('A strip of days', () => {
  const strip = stripView(notice, day('2026-10-12'), {
    label: '公示期每一天',
    events: [
      { day: day('2026-09-28'), note: '网站' },
      { day: day('2026-09-30'), note: '村里' },
    ],
  });

  it('begins on a Monday and ends with the last day', () => {
    expect(strip.days[0]).toMatchObject({ day: '2026-09-28', top: '周一', kind: 'event', note: '网站' });
    expect(strip.days.at(-1)).toMatchObject({ day: '2026-10-15', kind: 'count', note: '第7天' });
  });

  it('leaves National Day fallow and sows the Saturday worked in exchange', () => {
    const of = (value: string) => strip.days.find((cell) => cell.day === value);
    expect(of('2026-10-01')).toMatchObject({ kind: '', note: '国庆' });
    expect(of('2026-10-10')).toMatchObject({ kind: 'done', top: '补班', note: '第3天' });
    expect(of('2026-10-11')).toMatchObject({ kind: '', note: '休息' });
    expect(of('2026-10-12')).toMatchObject({ kind: 'today', top: '今天', note: '第4天' });
  });

  it('in small tells how many days are over', () => {
    expect(miniView(notice.counted, day('2026-10-12'))).toEqual({
      label: '共 7 个工作日，已过 3 个',
      cells: ['on', 'on', 'on', 'now', '', '', ''],
    });
  });
});

describe('Why this is the last day', () => {
  it('tells a holiday once, with its first and last day', () => {
    const [holiday] = whyView(notice).reckoning.skipped;
    expect(holiday).toMatchObject({ day: '2026-10-01', until: '2026-10-07', reason: '国庆节放假' });
  });
});
