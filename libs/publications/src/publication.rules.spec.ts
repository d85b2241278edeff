import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Calendar, at, calendarYearFromHoliday, canonical, day, identityCheck } from '#kernel';
import { contentHash } from './content-hash.js';
import type { PublicText } from './publication.entity.js';
import { erratumFault, joined, linesOf, lostWorkingDays, officeMinutes, personalFaults } from './publication.rules.js';

const folder = `${process.cwd()}/data/holidays`;
const years = readdirSync(folder).map((file) =>
  calendarYearFromHoliday(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
);
const calendar = new Calendar(years);
const period = { firstDay: day('2026-10-08'), lastDay: day('2026-10-15') };
const measure = { open: '08:30', close: '17:00', atLeastDays: 1 };
const span = (from: string, to: string) => {
  const moment = (text: string) => at(day(`2026-${text.slice(0, 5)}`), text.slice(6));
  return { from: moment(from), to: moment(to) };
};
const identity = '99999919900101001' + identityCheck('99999919900101001');

const text: PublicText = {
  title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示',
  facts: [
    { label: '受让方', value: '禾野合作社', material: true },
    { label: '价款', value: '900.00 元/亩/年', material: true },
  ],
  paragraphs: ['本次流转由殷巷镇交易所初审，县中心审合通过。'],
  parcels: [
    {
      number: 1,
      contractor: '王＊＊',
      name: '东大方',
      code: '3701261012260000118',
      bounds: '东路',
      area: '120.0000',
      surveyed: '',
    },
  ],
};

describe('An outage of a venue', () => {
  it.each([
    ['less than a working day', '10-08 08:30', '10-08 16:59', 0],
    ['exactly a working day', '10-08 08:30', '10-08 17:00', 1],
    ['the afternoon of one day and the morning of the next', '10-08 12:45', '10-09 12:45', 1],
    ['a day and an hour: rounded up', '10-08 08:30', '10-09 09:30', 2],
    ['a whole night', '10-08 17:00', '10-09 08:30', 0],
    ['a Sunday', '10-11 00:00', '10-11 24:00', 0],
    ['a Saturday that is worked', '10-10 08:30', '10-10 17:00', 1],
    ['National Day, before the period', '10-01 00:00', '10-07 24:00', 0],
    ['a day after the period', '10-16 08:30', '10-16 17:00', 0],
    ['the whole period', '10-01 00:00', '10-20 00:00', 7],
  ])('for %s costs the days it costs', (_what, from, to, days) => {
    expect(lostWorkingDays(span(from, to), period, calendar, measure)).toBe(days);
  });

  it('costs nothing below the county’s own least loss', () => {
    const two = { ...measure, atLeastDays: 2 };
    expect(lostWorkingDays(span('10-08 08:30', '10-09 16:00'), period, calendar, two)).toBe(0);
    expect(lostWorkingDays(span('10-08 08:30', '10-09 17:00'), period, calendar, two)).toBe(2);
  });

  it('is silent only while the hall is open', () => {
    expect(officeMinutes(span('10-08 16:50', '10-09 08:40'), calendar, measure)).toBe(20);
    expect(officeMinutes(span('10-10 17:00', '10-12 08:30'), calendar, measure)).toBe(0);
  });

  it('at two places at once is one outage', () => {
    const [one, other, apart] = [
      span('10-08 08:30', '10-08 12:00'),
      span('10-08 11:00', '10-08 17:00'),
      span('10-12 08:30', '10-12 17:00'),
    ];
    expect(joined([apart, other, one])).toEqual([{ from: one.from, to: other.to }, apart]);
  });
});

describe('A text that is to be public', () => {
  it('has nobody’s number in it', () => {
    expect(personalFaults(text, [])).toEqual([]);
  });

  it.each([
    ['an identity number', identity, '#/paragraphs/0'],
    [
      'one in full-width digits',
      identity.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      '#/paragraphs/0',
    ],
    [
      'one written in groups',
      `${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}`,
      '#/paragraphs/0',
    ],
    ['a phone', '10000000001', '#/paragraphs/0'],
  ])('is refused for %s, and the refusal does not repeat it', (_what, number, pointer) => {
    const faults = personalFaults({ ...text, paragraphs: [`联系 ${number}`] }, []);
    expect(faults.map((fault) => fault.pointer)).toEqual([pointer]);
    expect(JSON.stringify(faults)).not.toContain(number);
  });

  it('is read line by line, each line with its place; what is measured and counted is none to read', () => {
    expect(linesOf(text).map(({ pointer, line }) => `${pointer} ${line}`)).toEqual([
      '#/title 关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示',
      '#/facts/0 禾野合作社',
      '#/facts/1 900.00 元/亩/年',
      '#/paragraphs/0 本次流转由殷巷镇交易所初审，县中心审合通过。',
      '#/parcels/0 王＊＊ 东大方 东路',
    ]);
    expect(linesOf({ title: '空', facts: [], paragraphs: [], parcels: [] })).toHaveLength(1);
  });

  it('is looked through in its title, its facts and its parcels too', () => {
    expect(personalFaults({ ...text, title: identity }, [])[0]?.pointer).toBe('#/title');
    expect(
      personalFaults({ ...text, facts: [{ label: '付款', value: identity, material: true }] }, [])[0]?.pointer,
    ).toBe('#/facts/0');
    const parcels = text.parcels.map((parcel) => ({ ...parcel, bounds: `东邻 ${identity}` }));
    expect(personalFaults({ ...text, parcels }, [])[0]?.pointer).toBe('#/parcels/0');
  });
});

describe('An erratum', () => {
  it.each([
    ['审合', undefined],
    ['没有', 'not-found'],
    ['900', 'material'],
    ['禾野', 'material'],
    ['东大方', 'material'],
    ['120.0', 'material'],
    ['3701261012260000118', 'not-found'],
  ])('of %s is judged %s', (wrong, fault) => {
    expect(erratumFault(text, wrong)).toBe(fault);
  });
});

describe('A fingerprint', () => {
  it('does not depend on the order in which a database gives keys back', () => {
    expect(contentHash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(contentHash({ b: [{ d: 3, c: 2 }], a: 1 }));
    expect(canonical({ b: 1, a: null })).toBe('{"a":null,"b":1}');
  });

  it('changes with a single character', () => {
    expect(contentHash(text)).not.toBe(contentHash({ ...text, title: `${text.title}。` }));
  });
});
