import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';
import { village } from '../support/given.js';
import { photoOf } from '../support/made-up-files.js';
import { Walker, faultsOf, said, wayTo } from '../support/walker.js';

interface Land {
  contract: string;
  code: string;
  parcel: string;
  name: string;
  area: string;
}

const ability = '种粮 6 年，有农机 8 台，12 个人';
const terms = {
  mode: 'lease',
  'term.start.year': '2026', 'term.start.month': '11', 'term.start.day': '10',
  'term.end.year': '2032', 'term.end.month': '11', 'term.end.day': '9',
  'handoverOn.year': '2026', 'handoverOn.month': '11', 'handoverOn.day': '10',
  priceYuan: '900', payment: '一年一付，先付钱后种地', purpose: 'grain', crops: '小麦、玉米', 'declared.lease': '无', 'declared.dispute': '无', 'declared.credit': '无',
}; // prettier-ignore

describe('A cooperative applies on the phone', () => {
  let exchange: TestExchange;
  let walker: Walker;
  let stranger: Walker;
  let land: Land;
  let here = '';

  beforeAll(async () => {
    exchange = await TestExchange.open();
    walker = await Walker.signIn(exchange, 'cooperative');
    stranger = await Walker.signIn(exchange, 'farmer-2');
    const [row] = await exchange.database.ask<Land & Record<string, unknown>>(
      `SELECT c.id AS contract, c.code, p.code AS parcel, p.name, p.contract_mu AS area FROM parcel p JOIN contract c ON c.id = p.contract_id
       WHERE p.office_code = $1 AND p.basic_farmland AND c.ends_on = '2059-09-30' ORDER BY p.code LIMIT 1`,
      [village],
    );
    land = row!;
  });
  afterAll(() => exchange.close());

  it('begins once, however often the button is pressed', async () => {
    await walker.open('/transfers/new');
    const first = await walker.send('/transfers/new', { side: 'in', _once: 'pressed-twice' });
    await walker.open('/transfers/new');
    const second = await walker.send('/transfers/new', { side: 'in', _once: 'pressed-twice' });
    expect(first.url).toMatch(/^\/transfers\/new\/[0-9a-f-]{36}\/who$/);
    expect(second.url).toBe(first.url);
    here = first.url.replace('/who', '');
  });

  it('finds the household by the contract it holds, and sees no more than the family name', async () => {
    const found = await walker.send(`${here}/who`, { act: 'find', q: land.code, ability });
    expect(found.body).toContain(land.contract);
    expect(said(found.body)).toMatch(/＊+户/);
    expect(found.body).toContain(ability);
  });

  it('finds nobody by name: that is for the office', async () => {
    const found = await walker.send(`${here}/who`, { act: 'find', q: '李家桥村' });
    expect(said(found.body)).toContain('没有找到');
  });

  it('is told at the field what is missing, and keeps what was typed', async () => {
    const refused = await walker.send(`${here}/who`, { kind: 'contracted', ability });
    expect(faultsOf(refused.body)[0]).toContain('选是哪一户的地');
    expect(refused.body).toContain(ability);
    const chosen = await walker.send(`${here}/who`, { kind: 'contracted', contractIds: land.contract, ability });
    expect(chosen.url).toBe(`${here}/land`);
  });

  it('cannot take 0 mu, nor more than there is', async () => {
    const part = (area: string) => ({
      [`parcels.${land.parcel}.code`]: land.parcel,
      [`parcels.${land.parcel}.side`]: 'east',
      [`parcels.${land.parcel}.areaMu`]: area,
    });
    expect(faultsOf((await walker.send(`${here}/land`, part('0'))).body)[0]).toContain('亩数不能是 0');
    const refused = await walker.send(`${here}/land`, part('999'));
    expect(faultsOf(refused.body)[0]).toContain('一部分要比它小');
    expect(refused.body).toContain('value="999"');
    expect(faultsOf((await walker.send(`${here}/land`, {})).body)[0]).toContain('至少选一块地');
  });

  it('picks the parcel on the map by a link, before anything is kept', async () => {
    const page = await walker.open(`${here}/land?on=1`);
    expect(page.body).toContain('已选 1 块');
    expect(page.body).toMatch(/href="[^"]*\?on&#x3D;#parcels"/);
    const chosen = await walker.send(`${here}/land`, { [`parcels.${land.parcel}.code`]: land.parcel });
    expect(chosen.url).toBe(`${here}/terms`);
    expect(said(chosen.body)).toContain('最晚 2059年9月30日');
    expect(chosen.body).not.toContain('value="2059"');
    expect(chosen.body).not.toContain(' checked');
    expect(chosen.body).not.toMatch(/<option value="[^"]+" selected/);
  });

  it('is refused a term of 40 years, orchards on farmland, and a price of nothing', async () => {
    const refused = await walker.send(`${here}/terms`, {
      ...terms,
      'term.end.year': '2066',
      purpose: 'orchard',
      priceYuan: '0',
      'declared.dispute': '',
    });
    const faults = faultsOf(refused.body).join('；');
    expect(faults).toContain('超过了承包期');
    expect(faults).toContain('永久基本农田');
    expect(faults).toContain('价钱不能是 0');
    expect(faults).toContain('权属、边界的争议：没有的写“无”');
    expect(refused.body).toContain('value="2066"');
  });

  it('puts it by, and goes on where it stopped', async () => {
    await walker.send(`${here}/terms`, { ...terms, later: 'yes' });
    const list = await walker.open('/transfers/new');
    expect(list.body).toContain(`href="${here}"`);
    expect((await walker.open(here)).url).toBe(`${here}/terms`);
  });

  it('is nobody else’s to read or to write', async () => {
    expect((await stranger.open(`${here}/who`)).status).toBe(404);
    expect((await stranger.send(`${here}/who`, { ability: '不是我的' })).status).toBe(404);
  });

  it('becomes one case with the last needed field, and stays one when it is written over', async () => {
    const done = await walker.send(`${here}/terms`, terms);
    expect(done.url).toBe(`${here}/materials`);
    await walker.send(`${here}/terms`, { ...terms, priceYuan: '950' });
    const rows = await exchange.database.ask<{ price: string; state: string }>(
      'SELECT price_fen AS price, state FROM transfer',
    );
    expect(rows.map((row) => [Number(row.price), row.state])).toEqual([[95_000, 'draft']]);
  });

  it('takes papers one by one', async () => {
    const way = wayTo((await walker.open(`${here}/materials`)).body, 'files');
    const done = await walker.upload(way, { kind: 'identity', file: photoOf('licence') });
    expect(said(done.body)).toContain('licence.jpg');
    expect((await walker.upload(way, { kind: 'identity', file: new File(['no photo'], 'x.jpg') })).status).toBe(422);
  });

  it('is read over and handed in, once', async () => {
    const check = await walker.open(`${here}/check`);
    expect(said(check.body)).toContain('950.00 元/亩/年');
    const [row] = await exchange.database.ask<{ id: string }>('SELECT id FROM transfer');
    const handed = await walker.send(`/transfers/${row?.id}/submission`, { _once: 'hand-in' });
    expect(said(handed.body)).toMatch(/370126101A2609\d{4}/);
    await walker.open(`/transfers/${row?.id}`);
    expect((await walker.send(`/transfers/${row?.id}/submission`, { _once: 'hand-in' })).status).toBe(200);
    expect((await walker.send(`${here}/who`, { ability: '还想改' })).status).toBe(409);
  });
});
