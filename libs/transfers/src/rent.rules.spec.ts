import { describe, expect, it } from '@jest/globals';
import { fen } from '#kernel';
import { rentText } from './rent.letter.js';
import { type Rent, type RentInKind, inKind, rentFaults, rentGiven, rentOf } from './rent.rules.js';

const wheat: RentInKind = {
  ...{ kind: 'converted', crop: '小麦（三等）', kgPerMu: '500', priceSource: '国家小麦最低收购价' },
  priceDay: '6月15日',
};
const free = { rentKgPerMuMost: null };
const faults = (asked: object, bounds: { rentKgPerMuMost: number | null } = free): string[] =>
  rentFaults(asked, bounds).map(({ pointer, detail }) => `${pointer} ${detail}`);

describe('A rent', () => {
  it('is money, goods or goods at a price, or was not asked about', () => {
    expect([rentOf(undefined), rentOf({}), rentOf({ kind: 'cash' })]).toEqual([null, null, { kind: 'cash' }]);
    expect(rentOf(wheat)).toEqual(wheat);
    expect([null, undefined, { kind: 'cash' } as const].map(inKind)).toEqual([null, null, null]);
    expect(inKind({ ...wheat, kind: 'goods' })).toEqual({ ...wheat, kind: 'goods' });
    for (const asked of [null, undefined, {}, { kind: 'cash' }, wheat]) expect(rentFaults(asked, free)).toEqual([]);
    expect([undefined, null, {}, { crop: '' }, { crop: '小麦' }].map(rentGiven)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['500.50', '500.5'],
    ['500.00', '500'],
    ['500', '500'],
    ['0.5', '0.5'],
  ])('of %s kg is kept as %s', (kgPerMu, kept) => {
    expect(rentOf({ ...wheat, kgPerMu })).toMatchObject({ kgPerMu: kept });
  });

  it.each(['6月15日', '每年6月15日', '06月15日', '每年 6 月 15 日'])('on %s is on one day of each year', (priceDay) => {
    expect(rentFaults({ ...wheat, priceDay }, free)).toEqual([]);
    expect(rentOf({ ...wheat, priceDay })).toMatchObject({ priceDay: '6月15日' });
  });

  it.each(['crop', 'kgPerMu', 'priceSource', 'priceDay'])('in goods is not agreed without %s', (name) => {
    for (const kind of ['goods', 'converted'])
      expect(rentFaults({ ...wheat, kind, [name]: ' ' }, free)).toEqual([
        { pointer: `#/rent/${name}`, detail: expect.stringMatching(/^写/) },
      ]);
  });

  it('in goods says everything that is missing at once', () => {
    expect(faults({ kind: 'goods' }).map((each) => each.split(' ')[0])).toEqual(
      ['crop', 'kgPerMu', 'priceSource', 'priceDay'].map((name) => `#/rent/${name}`),
    );
  });

  it('in cash names no goods, and goods name their kind: nothing is dropped without a word', () => {
    expect(faults({ kind: 'cash', crop: '小麦' })).toEqual([
      '#/rent/crop 租金选了现金，这一项就空着；给粮食的，上面改选实物或者实物折价',
    ]);
    expect(faults({ crop: '小麦' })).toEqual(['#/rent/kind 选租金给现金、实物，还是实物折价']);
  });

  it.each(['2月30日', '2月29日', '13月1日', '0月5日', '6月31日'])(
    'on %s is refused: it does not come every year',
    (priceDay) => {
      expect(faults({ ...wheat, priceDay })).toEqual([expect.stringMatching(/^#\/rent\/priceDay 不是每年都有/)]);
    },
  );

  it.each([
    ['1000', 1000, 0],
    ['1000.00', 1000, 0],
    ['1000.01', 1000, 1],
    ['5000', 1000, 1],
    ['5000', null, 0],
  ])('of %s kg beside a bound of %s', (kgPerMu, rentKgPerMuMost, many) => {
    expect(faults({ ...wheat, kgPerMu }, { rentKgPerMuMost })).toHaveLength(many);
  });

  it('is said in words with what it is held to be worth, and in money as it was', () => {
    const said = (rent: Rent | null): string => rentText({ rent, priceFen: fen(90_000) }, '900.00 元/亩/年');
    expect([said(null), said({ kind: 'cash' })]).toEqual(['900.00 元/亩/年', '900.00 元/亩/年']);
    expect(said({ ...wheat, kind: 'goods' })).toBe(
      '实物：每亩每年小麦（三等） 500 公斤；按6月15日的国家小麦最低收购价，折合每亩每年 900.00 元',
    );
    expect(said(wheat)).toBe(
      '实物折价：每亩每年小麦（三等） 500 公斤，每年按6月15日的国家小麦最低收购价折成现金付；折合每亩每年 900.00 元',
    );
  });
});
