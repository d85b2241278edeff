import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Given, village } from '../support/given.js';
import { Walker, faultsOf, said } from '../support/walker.js';

jest.setTimeout(180_000);

const terms = {
  mode: 'lease',
  'term.start.year': '2027', 'term.start.month': '3', 'term.start.day': '10',
  priceYuan: '900', payment: '一年一付，先付钱后种地', purpose: 'grain', crops: '小麦、玉米',
  'declared.lease': '无', 'declared.dispute': '无', 'declared.credit': '无',
}; // prettier-ignore
const typedDay = { 'term.end.year': '2032', 'term.end.month': '11', 'term.end.day': '9' };

describe('Nothing is decided for a farmer', () => {
  let given: Given;
  let walker: Walker;
  let here = '';
  let parcel = '';

  /** Sends the terms, and says how the page has them then. */
  const send = (changes: Record<string, string>) => walker.send(`${here}/terms`, { ...terms, ...changes });
  const keptTerm = async (): Promise<unknown> => {
    const [row] = await given.exchange.database.ask<{ content: { terms: { term: object } } }>(
      'SELECT content FROM application_draft WHERE id = $1',
      [here.split('/').at(-1)],
    );
    return row?.content.terms.term;
  };
  const cases = () =>
    given.exchange.database.ask<{ id: string; term: string; price: string; confirmed: unknown }>(
      `SELECT id, term::text, price_fen AS price, price_confirmed AS confirmed FROM transfer WHERE state = 'draft'`,
    );

  beforeAll(async () => {
    given = await Given.open();
    for (let deals = 0; deals < 3; deals += 1) await given.transfer({ state: 'certifying' });
    const three = { value: 3, validFrom: given.exchange.today, basis: '县里规定：三宗就比' };
    await given.as('administrator').send('/parameters/pricesShownFrom/values', three);
    walker = await Walker.signIn(given.exchange, 'cooperative');
    const [land] = await given.exchange.database.ask<{ contract: string; code: string }>(
      `SELECT c.id AS contract, p.code FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code = $1 AND c.ends_on = '2059-09-30' AND p.basic_farmland
         AND NOT EXISTS (SELECT FROM right_portion r WHERE r.parcel_id = p.id) ORDER BY p.code LIMIT 1`,
      [village],
    );
    parcel = land!.code;
    await walker.open('/transfers/new');
    here = (await walker.send('/transfers/new', { side: 'in' })).url.replace('/who', '');
    await walker.send(`${here}/who`, { kind: 'contracted', contractIds: land!.contract, ability: '种粮 6 年' });
    await walker.send(`${here}/land`, { [`parcels.${parcel}.code`]: parcel });
  });
  afterAll(() => given.close());

  it('offers 3, 5 and 10 years and a day, and has chosen none of them', async () => {
    const { body } = await walker.open(`${here}/terms`);
    expect(said(body)).toMatch(/3 年.*5 年.*10 年.*写日期/);
    expect(said(body)).toContain('最晚 2059年9月30日');
    expect(body).not.toContain('value="2059"');
    expect(body).not.toContain(' checked');
    expect(body).not.toMatch(/<option value="[^"]+" selected/);
    expect(body).not.toContain('name="priceConfirmed"');
  });

  it('takes neither years and a day at once, nor years from no day', async () => {
    const both = await send({ 'term.end.years': 'P5Y', ...typedDay });
    expect(faultsOf(both.body)).toEqual(['选了几年，又写了日期：只留一样']);
    expect(both.body).toMatch(/value="P5Y" checked/);
    expect(both.body).toContain('value="2032"');
    const { body } = await send({ 'term.start.year': '', 'term.start.month': '', 'term.start.day': '', 'term.end.years': 'P5Y' }); // prettier-ignore
    expect(faultsOf(body)).toEqual(['“从哪天开始”写成 年 月 日', '先写从哪天开始，才算得出到哪天结束']);
  });

  it('says everything that is wrong at once, down the page: what the class knows and what the land does', async () => {
    const { body } = await walker.send(`${here}/terms`, {
      ...{ 'term.start.year': '2026', 'term.start.month': '2', 'term.start.day': '1', 'term.end.years': 'P50Y' },
      ...{ 'handoverOn.year': '2026', 'handoverOn.month': '12', 'handoverOn.day': '1' },
      ...{ priceYuan: '9000', purpose: 'orchard', 'declared.lease': '无', 'declared.credit': '无' },
    });
    expect(faultsOf(body).map((each) => each.slice(0, 12))).toEqual([
      '选出租或者转包；入股的合',
      '开始的日期已经过去了',
      '您填的 2076年1月3',
      '交地最晚和开始那天一样',
      '本镇近一年 3 宗的中间',
      '付款方式写 4 到 20',
      expect.stringContaining('永久基本农田'),
      '权属、边界的争议：没有的',
    ]);
  });

  it('asks again about a price ten times the town’s, and keeps that it was written twice', async () => {
    const asked = await send({ 'term.end.years': 'P5Y', priceYuan: '9000' });
    expect(faultsOf(asked.body)).toEqual([
      '本镇近一年 3 宗的中间价是 900.00 元/亩/年，您写的 9,000.00 元高了 900%。没有写错，就把价钱再写一遍',
    ]);
    expect(asked.body).toContain('name="priceConfirmed"');
    expect(faultsOf((await send({ 'term.end.years': 'P5Y', priceYuan: '9000', priceConfirmed: '900' })).body)).toHaveLength(1); // prettier-ignore
    expect(await cases()).toEqual([]);
    const done = await send({ 'term.end.years': 'P5Y', priceYuan: '9,000', priceConfirmed: '9000.00' });
    expect(done.url).toBe(`${here}/materials`);
    expect(await keptTerm()).toEqual({ start: '2027-03-10', end: 'P5Y' });
    expect(await cases()).toMatchObject([
      {
        term: '[2027-03-10,2032-03-10)',
        price: 900_000,
        confirmed: { medianFen: 90_000, deals: 3, percent: 900 },
      },
    ]);
  });

  it('reads the term in words and the rent of the whole term over', async () => {
    const [row] = await cases();
    const { areaMu } = await given.as('101-clerk').get<{ areaMu: string }>(`/transfers/${row!.id}`);
    const words = said((await walker.open(`${here}/check`)).body);
    expect(words).toContain('从2027年3月10日起，到2032年3月9日止，一共5年');
    const whole = (Math.round(Number(areaMu) * 100) * 9000 * 5) / 100;
    expect(words).toContain(`${whole.toLocaleString('en', { minimumFractionDigits: 2 })} 元`);
    expect(words).toContain('和本镇近一年 3 宗的中间价 900.00 元差 900%，写了两遍确认过');
    expect(said((await walker.open(`/transfers/${row!.id}`)).body)).toContain('申请时写了两遍');
  });

  it('says what the days beyond whole years come to, and how', async () => {
    await send({ 'term.end.year': '2028', 'term.end.month': '5', 'term.end.day': '21' });
    const words = said((await walker.open(`${here}/check`)).body);
    expect(words).toContain('一共1年2个月12天');
    expect(words).toContain('不满一年的 73 天，按一年 365 天折算');
  });

  it('asks a program the same, and takes years from it', async () => {
    const [row] = await cases();
    const application = {
      ...{ ability: '种粮 6 年', parcels: [{ code: parcel }], mode: 'lease' },
      ...{ term: { start: '2027-03-10', end: 'P3Y' }, priceYuan: '90', payment: '一年一付', purpose: 'grain' },
    };
    const party = given.as('cooperative');
    const refused = await party.send(`/transfers/${row!.id}/application`, application);
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/priceConfirmed', detail: expect.stringContaining('低了 90%') }],
    });
    await party.post(`/transfers/${row!.id}/application`, { ...application, priceConfirmed: '90' });
    expect(await cases()).toMatchObject([{ term: '[2027-03-10,2030-03-10)', confirmed: { percent: 90 } }]);
  });

  it('is told where land is chosen until when it is let, and from which day it is free', async () => {
    await given.transfer({ state: 'town_review', parcels: await given.land('30.00') });
    const rows = await given.exchange.database.ask<{ status: string; contract: string; code: string; name: string }>(
      `SELECT DISTINCT ON (o.status) o.status, c.id AS contract, p.code, p.name FROM right_portion o JOIN parcel p ON p.id = o.parcel_id
       JOIN contract c ON c.id = p.contract_id JOIN management_right r ON r.id = o.right_id
       WHERE p.office_code = $1 AND o.whole AND r.subject = 'transfer' AND upper(r.term) = '2032-11-10' ORDER BY o.status, p.code`,
      [village],
    );
    const [active, reserved] = rows;
    expect(rows.map(({ status }) => status)).toEqual(['active', 'reserved']);
    await walker.open('/transfers/new');
    here = (await walker.send('/transfers/new', { side: 'in' })).url.replace('/who', '');
    const contractIds = [active!.contract, reserved!.contract];
    const land = await walker.send(`${here}/who`, { kind: 'contracted', contractIds, ability: '种粮 6 年' });
    expect(said(land.body)).toContain('已租出到 2032年11月9日，从2032年11月10日起可以再租');
    expect(said(land.body)).toContain('正在办另一件流转，现在不能选；那一件办成的话，从2032年11月10日起才空出来');
    const picked = Object.fromEntries(rows.map(({ code }) => [`parcels.${code}.code`, code]));
    const told = await walker.send(`${here}/land`, picked);
    expect(faultsOf(told.body)).toEqual([expect.stringContaining('从 2032年11月10日起才空出来')]);
    await walker.send(`${here}/land`, { [`parcels.${active!.code}.code`]: active!.code });
    const early = await send({ 'term.end.years': 'P3Y' });
    expect(faultsOf(early.body)).toEqual([`${active!.name}已租出到 2032年11月9日，最早从 2032年11月10日开始`]);
    const day = {
      'term.start.year': '2032',
      'term.start.month': '11',
      'term.start.day': '10',
      'term.end.years': 'P3Y',
    };
    expect((await send(day)).url).toBe(`${here}/materials`);
  });
});
