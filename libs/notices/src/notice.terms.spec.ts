import { describe, expect, it } from '@jest/globals';
import { day } from '#kernel';
import { noticeText } from './notice.letter.js';
import { type NoticeTerms, changedTerms } from './notice.terms.js';
import { maskBounds } from './parcel-bounds.js';
import { pairsOf, wordsOf } from '#platform';

const terms: NoticeTerms = {
  parcels: [
    {
      code: '3701261012260000118',
      name: '东大方',
      contractor: { name: '王演农', person: true },
      bounds: '东生产路、南李演禾',
      areaMu: '60',
      surveyedMu: null,
    },
  ],
  transferors: [{ name: '王演农', person: true }],
  transferee: { name: '禾野合作社', person: false },
  mode: '出租（转包）',
  termStart: day('2026-11-01'),
  termEnd: day('2032-10-31'),
  price: '900 元/亩/年',
  yearly: '每年 54,000.00 元',
  payment: '每年 10 月 20 日前付下一年',
  use: '小麦、玉米轮作',
};
const parcel = terms.parcels[0]!;

describe('The terms of a notice', () => {
  it.each<[string, Partial<NoticeTerms>, string[]]>([
    ['nothing', {}, []],
    ['an area written otherwise', { parcels: [{ ...parcel, areaMu: '60.0000' }] }, []],
    ['a measured area', { parcels: [{ ...parcel, surveyedMu: '59.9' }] }, []],
    ['a parcel', { parcels: [{ ...parcel, code: '3701261012260000119' }] }, ['parcels', 'area']],
    ['its bounds', { parcels: [{ ...parcel, bounds: '东路' }] }, ['parcels']],
    ['its area', { parcels: [{ ...parcel, areaMu: '61' }] }, ['area']],
    ['the transferee', { transferee: { name: '田野合作社', person: false } }, ['parties']],
    ['the mode', { mode: '入股' }, ['mode']],
    ['the term by a day', { termEnd: day('2032-10-30') }, ['term']],
    ['the price', { price: '901 元/亩/年' }, ['price']],
    ['the payment', { payment: '每年 11 月付' }, ['price']],
    ['the use', { use: '大蒜' }, ['use']],
  ])('know a change of %s', (_what, change, changed) => {
    expect(changedTerms(terms, { ...terms, ...change })).toEqual(changed);
  });

  it('name people in full on the village’s board only', () => {
    const words = { town: '殷巷镇', village: '李家桥村', basis: [], where: '', workingDays: 10 };
    expect(JSON.stringify(noticeText(terms, words, 'board'))).toContain('公示期不少于 10 个工作日');
    expect(JSON.stringify(noticeText(terms, words, 'public'))).not.toMatch(/王演农|李演禾/);
    expect(JSON.stringify(noticeText(terms, words, 'board'))).toMatch(/王演农.*李演禾/);
  });
});

describe('Bounds', () => {
  it.each([
    ['东生产路、南李演禾、西水渠、北村界路', '东生产路、南李＊＊、西水渠、北村界路'],
    ['东邻王演农，西至沟，南接路，北邻欧阳演禾', '东邻王＊＊，西至沟，南接路，北邻欧阳＊＊'],
    ['东王小路、南李河', '东王＊＊、南李＊'],
    ['东机动地、南李家桥村庄、西林带、北荒坡', '东机动地、南李家桥村庄、西林带、北荒坡'],
    ['东王演农承包地', '东王＊＊＊'],
  ])('%s are published as %s', (bounds, shown) => {
    expect(maskBounds(bounds)).toBe(shown);
  });
});

describe('Words looked for', () => {
  it('are asked by all their pairs and compared whole', () => {
    expect(wordsOf(' 殷巷　李家桥,Ａ12 ')).toEqual([
      { word: '殷巷', pairs: ['殷巷'] },
      { word: '李家桥', pairs: ['李家', '家桥'] },
      { word: 'a12', pairs: ['a1', '12'] },
    ]);
    expect(wordsOf('一 二 三 四 五 六')).toHaveLength(5);
    expect(wordsOf('  ')).toEqual([]);
  });

  it('find one character and every pair of neighbours', () => {
    expect(pairsOf('李家 桥')).toEqual(['李', '家', '桥', '李家', '家桥']);
  });
});
