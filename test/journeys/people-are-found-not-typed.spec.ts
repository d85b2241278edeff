import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityCheck } from '#kernel';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { TestExchange } from '../support/exchange.js';
import { Given, refusal } from '../support/given.js';
import { Walker, said } from '../support/walker.js';

interface Line {
  value: string;
  name: string;
  group: string;
  code: string;
  lastUsed: string | null;
}

interface List {
  kind: string;
  words: string;
  found: Line[];
  more: boolean;
}

interface Home {
  name: string;
  code: string;
  parcel: string;
  contract: string;
}

const ofTown = (town: string): string =>
  `SELECT p.display_name AS name, h.contractor_code AS code, c.id AS contract,
     (SELECT l.code FROM parcel l WHERE l.contract_id = c.id ORDER BY l.code LIMIT 1) AS parcel
   FROM household h JOIN party p ON p.id = h.id JOIN contract c ON c.contractor_id = h.id
   WHERE h.office_code LIKE '${town}%' AND EXISTS (SELECT FROM parcel l WHERE l.contract_id = c.id)
     AND (SELECT count(*) FROM contract o WHERE o.contractor_id = h.id) = 1
   ORDER BY h.contractor_code LIMIT 1`;

describe('People and land are found, not typed', () => {
  let exchange: TestExchange;
  let finance: ApiClient;
  let given: Given;
  let home: Home;
  let other: Home;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    finance = given.as('101-finance');
    const [mine] = await exchange.database.ask<Home & Record<string, unknown>>(ofTown('370126101'));
    const [theirs] = await exchange.database.ask<Home & Record<string, unknown>>(ofTown('370126102'));
    [home, other] = [mine!, theirs!];
  });
  afterAll(() => exchange.close());

  const find = (kind: string, query: Record<string, string>, who = finance): Promise<List> =>
    who.get<List>(`/finders/${kind}?${new URLSearchParams(query).toString()}`);

  it('by name, by village and name, and by code, each with its group and no number of a person', async () => {
    const byName = await find('household', { q: home.name });
    expect(byName).toMatchObject({ kind: 'household', words: home.name });
    const [line] = (await find('household', { q: home.code })).found;
    expect(line).toEqual({
      ...{ value: home.code, name: home.name, code: home.code, lastUsed: null },
      group: expect.stringMatching(/殷巷镇.+村/) as unknown,
    });
    expect(byName.found.map((each) => Object.keys(each).toSorted().join())).toEqual(
      byName.found.map(() => 'code,group,lastUsed,name,value'),
    );
    const village = /殷巷镇(.+?村)/.exec(line?.group ?? '')?.[1] ?? '';
    const near = await find('household', { q: `${village} ${home.name}` });
    expect(near.found.map((each) => each.code)).toContain(home.code);
    const [land] = (await find('parcel', { q: home.parcel })).found;
    expect(land?.name).toContain(home.name);
    const bodies = (await find('body', { q: '合作社' })).found;
    expect(bodies.map((each) => each.group)).toContain('农民专业合作社');
    expect((await find('transferee', { q: home.name })).found).toEqual([]);
  });

  it('never more than twenty at once, and says that there are more', async () => {
    const many = await find('household', { q: '370126101' });
    expect([many.found.length, many.more]).toEqual([20, true]);
    expect((await find('household', { q: '370126101', limit: '3' })).found).toHaveLength(3);
    expect(await refusal(find('household', { q: '37', limit: '10000' }))).toMatchObject({
      ...{ status: 422, type: 'find-too-many' },
    });
    for (const q of ['%', '_', '\\']) expect((await find('household', { q })).found).toEqual([]);
    expect((await refusal(find('secrets', { q: '37' }))).status).toBe(404);
  });

  it('never beyond the reader’s own offices: another town’s household is as if it were not there', async () => {
    expect((await find('household', { q: other.code })).found).toEqual([]);
    expect((await find('parcel', { q: other.parcel })).found).toEqual([]);
    const foreign = await refusal(finance.post('/encumbrances/object', { household: other.code }));
    const nobody = await refusal(finance.post('/encumbrances/object', { household: `${other.code.slice(0, 16)}99` }));
    expect(foreign).toMatchObject({ status: 422, type: 'find-unknown' });
    expect(foreign.text).not.toContain(other.name);
    expect(foreign).toEqual(nobody);
    const farmer = given.as('farmer');
    expect((await find('household', { q: '370126101' }, farmer)).found.length).toBeLessThan(3);
    expect((await find('body', { q: '合作社' }, farmer)).found).toEqual([]);
  });

  it('in a form by Enter: it comes back with what was found, and goes on once one is picked', async () => {
    const desk = await Walker.signIn(exchange, '101-finance');
    expect((await refusal(finance.get('/encumbrances/new'))).type).toBe('mortgage-object-first');
    const empty = await desk.open('/encumbrances/object');
    expect(said(empty.body)).toContain('哪一户');
    const box = { '_found.household.household': '-', '_found.parcel.parcel': '-' };
    const none = await desk.send('/encumbrances/object', { ...box, '_find.household.household': '没有这个人' });
    expect(said(none.body)).toContain('没有找到“没有这个人”');
    const several = await desk.send('/encumbrances/object', { ...box, '_find.household.household': '370126101' });
    expect(said(several.body)).toContain('找到 20 个，选一个');
    expect(said(several.body)).toContain('还有更多');
    const picked = { ...box, '_found.household.household': '370126101', '_find.household.household': '370126101' };
    const next = await desk.send('/encumbrances/object', { ...picked, household: home.code });
    expect(next.url).toBe(`/encumbrances/new?contract=${home.contract}`);
    await desk.open('/encumbrances/object');
    // The whole code needs no second look; the button only looks.
    const byCode = await desk.send('/encumbrances/object', { ...box, '_find.parcel.parcel': home.parcel });
    expect(byCode.url).toBe(`/encumbrances/new?contract=${home.contract}`);
    await desk.open('/encumbrances/object');
    const looked = await desk.send('/encumbrances/object', {
      ...{ ...box, '_find.parcel.parcel': home.parcel, _seek: 'parcel' },
    });
    expect(looked.body).toContain(`value="${home.parcel}" checked`);
    expect(said(looked.body)).not.toContain('处要改');
    const foreign = await desk.send('/encumbrances/object', { ...box, '_find.household.household': other.code });
    expect(said(foreign.body)).toContain(`没有找到“${other.code}”`);
    expect(said(foreign.body)).not.toContain(other.name);
  });

  it('a person by name, told from others by the household, in the reader’s own offices alone', async () => {
    const inTown = (town: string) =>
      exchange.database.ask<{ id: string; name: string; household: string }>(
        `SELECT p.id, p.display_name AS name, h.contractor_code AS household FROM member m JOIN party p ON p.id = m.person_id
         JOIN household h ON h.id = m.household_id WHERE h.office_code LIKE '${town}%' AND m.valid_to IS NULL LIMIT 1`,
      );
    const [[near], [far]] = [await inTown('370126101'), await inTown('370126102')];
    const station = given.as('101-clerk');
    const line = (await find('person', { q: near!.household }, station)).found.find(({ value }) => value === near!.id);
    expect(line).toEqual({
      ...{ value: near!.id, name: near!.name, code: near!.household, lastUsed: null },
      group: expect.stringMatching(/殷巷镇.+村.*，.+$/) as unknown,
    });
    expect((await find('person', { q: near!.name }, station)).found.map(({ value }) => value)).toContain(near!.id);
    expect((await find('person', { q: far!.household }, station)).found).toEqual([]);
    expect(
      (await find('person', { q: near!.name }, given.as('102-clerk'))).found.map(({ value }) => value),
    ).not.toContain(near!.id);
    for (const words of ['%', far!.household])
      expect((await find('person', { q: words }, given.as('farmer'))).found).toEqual([]);
  });

  it('those used last stand first, without a word', async () => {
    expect((await find('principal', {}, given.as('101-clerk'))).found).toEqual([]);
    const [head] = await exchange.database.ask<{ name: string; number: string }>(
      `SELECT b.name, b.credit_code AS number FROM body b WHERE b.kind = 'cooperative' ORDER BY credit_code LIMIT 1`,
    );
    const number = `99999919900101002${identityCheck('99999919900101002')}`;
    const clerk = given.as('101-clerk');
    await clerk.post('/assisted', {
      ...{ identityNumber: number, name: '禾来办', identityRead: 'card_reader', witness: '禾见证' },
      ...{ readAloud: '念了全部内容，本人点头', actsFor: head?.number },
    });
    await clerk.post('/assisted/end');
    const [first] = (await find('principal', {}, clerk)).found;
    expect(first).toMatchObject({ name: head?.name, lastUsed: exchange.today });
    const page = await (await Walker.signIn(exchange, '101-clerk')).open('/assisted/new');
    expect(said(page.body)).toContain('用过');
  });

  it('in the wizard: a body that the register knows need not be typed, and what a desk used last is offered first', async () => {
    const clerk = await Walker.signIn(exchange, '101-clerk');
    await clerk.open('/transfers/new');
    const here = (await clerk.send('/transfers/new', { side: 'desk' })).url.replace('/who', '');
    const [body] = await exchange.database.ask<{ name: string; code: string }>(
      `SELECT name, credit_code AS code FROM body WHERE kind = 'cooperative' ORDER BY credit_code LIMIT 1`,
    );
    await clerk.open(`${here}/who?q=${home.code}`);
    const who = { kind: 'contracted', contractIds: home.contract, ability: '种过三百亩', '_found.body.known': '-' };
    const looked = await clerk.send(`${here}/who`, { ...who, '_find.body.known': body?.name ?? '', _seek: 'known' });
    expect(looked.body).toContain(`value="${body?.code}" checked`);
    expect(looked.body).toContain('种过三百亩');
    expect(looked.body).toContain(`value="${home.contract}" checked`);
    const foreign = await clerk.send(`${here}/who`, { ...who, known: '91370100MA3C000000' });
    expect(said(foreign.body)).toContain('没有您选的这一个');
    await clerk.open(`${here}/who`);
    expect((await clerk.send(`${here}/who`, { ...who, known: body?.code ?? '' })).url).toBe(`${here}/land`);
    const kept = await clerk.open(`${here}/who`);
    expect(kept.body).toContain(`value="${body?.name}"`);
    await clerk.send(`${here}/land`, { [`parcels.${home.parcel}.code`]: home.parcel });
    const terms = {
      ...{
        mode: 'lease',
        'term.start': '2026-11-10',
        'term.end': '2028-09-30',
        priceYuan: '900',
        payment: '一年一付，先付钱后种地',
      },
      ...{ purpose: 'grain', 'declared.lease': '无', 'declared.dispute': '无', 'declared.credit': '无' },
    };
    expect((await clerk.send(`${here}/terms`, terms)).url).toBe(`${here}/materials`);
    await clerk.open('/transfers/new');
    const next = await clerk.send('/transfers/new', { side: 'desk' });
    expect(said(next.body)).toContain('最近用过的');
    expect(said(next.body)).toContain(home.name);
    expect(said(next.body)).toContain(body?.name);
  });
});
