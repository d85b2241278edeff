import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Given, refusal } from '../support/given.js';
import { GivenRights, rightsOf } from '../support/rights.js';

describe('A right of another kind than contracted land', () => {
  let given: Given;
  let rights: GivenRights;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    rights = await GivenRights.of(given);
  }, 120_000);
  afterAll(() => given.close());

  describe('is refused in clear words', () => {
    it.each([
      ['fields of another kind', 'forest', { quantity: 3 }, '林权没有“数量”这一项'],
      ['a field left out', 'forest', { species: undefined }, '林权要写树种'],
      [
        'a lease above the legal maximum',
        'waterworks',
        { endsOn: '2047-01-01' },
        '期限最长 20 年（民法典第七百零五条）',
      ],
      ['a forest beyond seventy years', 'forest', { endsOn: '2097-01-01' }, '期限最长 70 年'],
      ['four wastes beyond fifty', 'wasteland', { endsOn: '2077-01-01' }, '济南市农村四荒资源开发管理条例'],
      ['a term beyond the right itself', 'knowledge', { endsOn: '2036-01-01' }, '权利有效到2035年12月31日'],
      ['a term for what is sold', 'equipment', { endsOn: '2028-01-01' }, '没有期限'],
      ['no term for what is let', 'assets', { endsOn: undefined }, '结束日期要在'],
      ['a way that the kind does not know', 'equipment', { mode: 'share' }, '不能入股'],
      ['a homestead', 'homestead', {}, '宅基地使用权不能在这里流转（国办发〔2014〕71号；土地管理法第六十二条'],
      ['a farm house', 'farmhouse', {}, '农民住房不能在这里流转'],
      ['shares of the collective', 'shares', {}, '集体资产股权不能在这里流转（国办发〔2014〕71号）'],
      ['contracted land', 'contracted', { mode: 'lease' }, '按户、按地块录'],
      ['a holder whom nobody knows', 'assets', { holder: '91370126MA3ABCDE0X' }, '没有您选的这一个'],
      ['a floor above the price', 'assets', { floorYuan: '301' }, '底价不能高于'],
      ['a start in the past', 'assets', { startsOn: '2026-10-11' }, '不能早于今天'],
    ])('with %s', async (_what, kind, more, words) => {
      const said = await refusal(rights.enteredRight(kind, { ...(rightsOf[kind] ? {} : rightsOf['other']), ...more }));
      expect(said).toMatchObject({ status: 422 });
      expect(said.text).toContain(words);
    });

    it('where only a collective can give it', async () => {
      const [home] = await rights.households(1);
      const said = await refusal(rights.enteredRight('wasteland', { holder: home!.code }));
      expect(said.text).toContain('是集体的');
    });
  });

  it('is taken no more where the county has closed its kind, and goes no further before it is public', async () => {
    const { id } = await rights.enteredRight('equipment');
    await given.pass(1);
    const value = ['contracted', 'forest', 'assets'];
    const parameter = { value, validFrom: given.exchange.today, basis: '县里规定：设施设备暂不进场' };
    await given.as('administrator').send('/parameters/openRightKinds/values', parameter);
    expect((await refusal(rights.enteredRight('equipment'))).text).toContain('农业生产设施设备本县现在不收挂牌');
    const late = await refusal(rights.station.post(`/listings/${id}/gathering`));
    expect(late.text).toContain('本县现在不收挂牌');
  });
});
