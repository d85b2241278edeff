import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { applicationOf } from '../../apps/exchange/src/training/made-up-wishes.js';
import { Given, village } from '../support/given.js';
import { Walker, faultsOf, said } from '../support/walker.js';

jest.setTimeout(180_000);

const wheat = {
  ...{ kind: 'converted', crop: '小麦', kgPerMu: '500', priceSource: '国家小麦最低收购价' },
  priceDay: '6月15日',
};

describe('A rent in grain is asked for whole', () => {
  let given: Given;
  beforeAll(async () => {
    given = await Given.open();
  });
  afterAll(() => given.close());

  it.each<[string, object, string, string]>([
    ['no crop', { ...wheat, crop: undefined }, '#/rent/crop', '写租金给哪一样'],
    ['no weight', { ...wheat, kgPerMu: undefined }, '#/rent/kgPerMu', '写每亩每年多少公斤'],
    ['no source', { ...wheat, priceSource: undefined }, '#/rent/priceSource', '写按哪里的价钱'],
    ['no day', { ...wheat, priceDay: undefined }, '#/rent/priceDay', '写按每年哪一天'],
    ['nothing but a crop', { crop: '小麦' }, '#/rent/kind', '选租金给现金、实物，还是实物折价'],
    ['money and a crop', { kind: 'cash', crop: '小麦' }, '#/rent/crop', '租金选了现金'],
    ['a kind of its own', { ...wheat, kind: 'gold' }, '#/rent/kind', '租金选现金、实物或者实物折价'],
    ['a weight of nothing', { ...wheat, kgPerMu: '0.00' }, '#/rent/kgPerMu', '公斤数不能是 0'],
    ['a weight below nothing', { ...wheat, kgPerMu: '-5' }, '#/rent/kgPerMu', '写成数字'],
    ['a weight in jin', { ...wheat, kgPerMu: '800斤' }, '#/rent/kgPerMu', '写成数字'],
    ['a weight as a number', { ...wheat, kgPerMu: 500 }, '#/rent/kgPerMu', '写成数字'],
    ['a day of no year', { ...wheat, priceDay: '2月30日' }, '#/rent/priceDay', '不是每年都有 2月30日'],
    ['a day in other words', { ...wheat, priceDay: '收麦子那天' }, '#/rent/priceDay', '写几月几日'],
    ['a field nobody asks for', { ...wheat, jin: '1000' }, '#/rent/jin', ''],
  ])('is refused with %s, at its field', async (_what, rent, pointer, words) => {
    const wish = await given.wish({ rent, term: { start: '2028-11-10', end: '2032-11-09' } });
    const refused = await given.as('101-clerk').send('/transfers', applicationOf(wish));
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer, detail: expect.stringContaining(words) }],
    });
  });

  it('is asked in the wizard with money first, says what is missing, and is read over before it is handed in', async () => {
    const [land] = await given.exchange.database.ask<{ contract: string; code: string }>(
      `SELECT c.id AS contract, p.code FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code = $1 AND c.ends_on = '2059-09-30' AND p.basic_farmland
         AND NOT EXISTS (SELECT FROM transfer_parcel t WHERE t.parcel_id = p.id) ORDER BY p.code LIMIT 1`,
      [village],
    );
    const walker = await Walker.signIn(given.exchange, 'cooperative');
    await walker.open('/transfers/new');
    const here = (await walker.send('/transfers/new', { side: 'in' })).url.replace('/who', '');
    await walker.send(`${here}/who`, { kind: 'contracted', contractIds: land!.contract, ability: '种粮 6 年' });
    await walker.send(`${here}/land`, { [`parcels.${land!.code}.code`]: land!.code });
    const { body } = await walker.open(`${here}/terms`);
    expect(body).toMatch(/<select[^>]*name="rent\.kind"[^>]*>\s*<option value="cash">/);
    expect(said(body)).toContain('多数给现金，所以现金在前');
    const terms = {
      ...{ mode: 'lease', 'term.start.year': '2028', 'term.start.month': '3', 'term.start.day': '10' },
      ...{ 'term.end.years': 'P5Y', priceYuan: '900', payment: '一年一付，先付钱后种地', purpose: 'grain' },
      ...{ 'declared.lease': '无', 'declared.dispute': '无', 'declared.credit': '无' },
      ...{ 'rent.kind': 'goods', 'rent.kgPerMu': '500' },
    };
    const again = await walker.send(`${here}/terms`, terms);
    expect(faultsOf(again.body)).toEqual([
      '写租金给哪一样，例如小麦',
      '写按哪里的价钱折合，例如国家小麦最低收购价',
      '写按每年哪一天的价钱折合，例如 6月15日',
    ]);
    expect(again.body).toMatch(/name="rent\.kgPerMu"[^>]*value="500"/);
    const whole = { 'rent.crop': '小麦', 'rent.priceSource': '国家小麦最低收购价', 'rent.priceDay': '6 月 15 日' };
    expect((await walker.send(`${here}/terms`, { ...terms, ...whole })).url).toBe(`${here}/materials`);
    const words = said((await walker.open(`${here}/check`)).body);
    expect(words).toContain(
      '实物：每亩每年小麦 500 公斤；按6月15日的国家小麦最低收购价，折合每亩每年 900.00 元，每年折合 ',
    );
    expect(words).toMatch(/整个期限一共 折合 [\d,.]+ 元/);
    expect(await given.as('cooperative').get(`${here}/check`)).toMatchObject({
      rentInKind: { ...wheat, kind: 'goods' },
    });
  });
});
