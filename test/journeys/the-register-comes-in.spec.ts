import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#rights';
import { cursorOf } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { csvOf, registerFiles } from '../support/register-files.js';
import { type Clerk, hire } from '../support/people.js';

const files = registerFiles(12, 'journey', '370126101221');

describe('A county hands in its register', () => {
  let exchange: TestExchange;
  let staff: Record<'administrator' | 'town' | 'elsewhere' | 'village', Clerk>;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    staff = await hire(exchange, {
      administrator: ['county_administrator', '370126000000'],
      town: ['town_clerk', '370126101000'],
      elsewhere: ['town_clerk', '370126102000'],
      village: ['village_clerk', '370126101221'],
    });
  });
  afterAll(() => exchange.close());

  const get = (url: string, who: Clerk, person = false) =>
    exchange.app.inject({ url, headers: { ...who.headers, ...(person ? { accept: 'text/html' } : {}) } });
  const post = (url: string, who: Clerk, payload: object | Buffer = {}, headers = {}) =>
    exchange.app.inject({ method: 'POST', url, payload, headers: { ...who.headers, ...headers } });

  async function handIn(name: string, content: string): Promise<string> {
    const file = new File([content], name);
    const answer = await staff.administrator.client.send('/register/imports', { file });
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json<{ id: string }>();
    await exchange.app.get(ImportsService).settled(id);
    return id;
  }

  async function takeIn(name: string, content: string): Promise<Record<string, unknown>> {
    const id = await handIn(name, content);
    await post(`/api/register/imports/${id}/run`, staff.administrator);
    await exchange.app.get(ImportsService).settled(id);
    return (await get(`/api/register/imports/${id}`, staff.administrator)).json();
  }

  it('file after file, and sees beforehand what each would do', async () => {
    const id = await handIn('发包方.csv', csvOf(files.FBF));
    const page = await get(`/register/imports/${id}`, staff.administrator, true);
    expect(page.body).toContain('试导完了');
    expect(page.body).toContain('导入能导的行');
    expect(page.headers['refresh']).toBeUndefined();
    const file = { kind: 'register_import', at: `/register/imports/${id}`, number: '发包方.csv', state: 'checked' };
    const waiting = async () => (await get('/api/desk', staff.administrator)).json<{ rows: object[] }>().rows;
    expect(await waiting()).toMatchObject([file]);
    for (const [name, content] of [
      ['FBF.csv', csvOf(files.FBF)],
      ['CBF.csv', csvOf(files.CBF)],
      ['JTCY.csv', csvOf(files.CBF_JTCY)],
      ['CBHT.csv', csvOf(files.CBHT)],
      ['DK.geojson', JSON.stringify(files.DK)],
      ['CBDKXX.csv', csvOf(files.CBDKXX)],
    ] as const) {
      expect(await takeIn(name, content)).toMatchObject({ status: 'done', rows: [] });
    }
    // What is taken in waits no more.
    expect(await waiting()).toMatchObject([file]);
    expect((await get('/register/imports', staff.administrator, true)).body).toContain('DK.geojson');
    const names = async (query: string) =>
      (await get(`/api/register/imports?${query}`, staff.administrator))
        .json<{ rows: { fileName: string }[] }>()
        .rows.map(({ fileName }) => fileName);
    expect(await names('kind=DK&status=done')).toEqual(['DK.geojson']);
    expect(await names('q=jtcy')).toEqual(['JTCY.csv']);
    expect(await names('rows=bad')).toEqual([]);
  });

  it('with a bad row, and takes home a sheet that says which and why', async () => {
    const id = await handIn('错.csv', csvOf([{ ...files.CBF[0]!, CBFZJHM: '999999197001010010' }]));
    const page = await get(`/register/imports/${id}`, staff.administrator, true);
    expect(page.body).toContain('校验位不符');
    expect(page.body).not.toContain('999999197001010010');
    const seen = (query: string) => get(`/api/register/imports/${id}?${query}`, staff.administrator);
    expect((await seen('field=CBFZJHM&q=%E6%A0%A1%E9%AA%8C')).json().rows).toMatchObject([{ field: 'CBFZJHM' }]);
    expect((await seen('field=CBFMC')).json().rows).toEqual([]);
    const foreign = cursorOf('register', 'row', { key: '1', id: '1' });
    expect((await seen(`after=${foreign}`)).json()).toMatchObject({ type: '/problems/list-cursor' });
    const many = [1, 2, 3].map((n) => ({ ...files.CBF[n]!, CBFZJHM: '999999197001010010' }));
    const several = await handIn('三错.csv', csvOf(many));
    const first = (await get(`/api/register/imports/${several}?limit=2`, staff.administrator)).json();
    const second = (await get(`/api${first.next}`, staff.administrator)).json();
    const numbers = [...first.rows, ...second.rows].map((row: { rowNumber: number }) => row.rowNumber);
    expect([first.rows.length, new Set(numbers).size, second.next]).toEqual([2, numbers.length, '']);
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
    const csv = await get(`/register/imports/${id}/errors.csv`, staff.administrator);
    expect(csv.body).toContain('CBFZJHM');
    expect(
      (await get(`/register/imports/${id}/errors.xlsx`, staff.administrator)).rawPayload.subarray(0, 2).toString(),
    ).toBe('PK');
  });

  it('and no one but its administrator may', async () => {
    for (const who of [staff.town, staff.village])
      expect((await get('/api/register/imports', who)).statusCode).toBe(403);
    expect((await exchange.app.inject({ url: '/api/register/imports' })).statusCode).toBe(401);
  });

  it('which its clerks then search, each in their own area, numbers masked', async () => {
    const code = files.CBF[3]!['CBFBM']!;
    const found = (await get(`/api/register?q=${code}`, staff.town)).json<{
      rows: { id: string; name: string; officeCode: string }[];
    }>();
    expect(found.rows).toHaveLength(1);
    const { id, name, officeCode: village } = found.rows[0]!;
    expect((await get(`/api/register?q=${files.CBDKXX[0]!['DKBM']}`, staff.village)).json().rows).toHaveLength(1);
    expect(
      (await get(`/api/register?q=${encodeURIComponent(files.CBF[3]!['CBFMC']!)}`, staff.town)).json().rows.length,
    ).toBeGreaterThan(0);
    expect((await get(`/api/register?q=${code}`, staff.elsewhere)).json().rows).toEqual([]);
    const ids = async (query: string) =>
      (await get(`/api/register?limit=100&${query}`, staff.town))
        .json<{ rows: { id: string }[] }>()
        .rows.map((each) => each.id);
    const contract = files.CBHT.find((each) => each['CBFBM'] === code)!['CBHTBM']!;
    expect(await ids(`q=${contract}`)).toEqual([id]);
    expect(await ids(`q=${encodeURIComponent(name)}&office=${village}`)).toContain(id);
    expect(await ids('q=%25')).toEqual([]);
    expect(await ids('office=370126102')).toEqual([]);
    const inVillage = await ids(`office=${village}`);
    expect((await ids(`office=${village}&sort=name`)).toSorted()).toEqual(inVillage.toSorted());
    expect(inVillage).toContain(id);
    const ends = (await get(`/api/register?q=${code}`, staff.town)).json().rows[0].endsOn.slice(0, 4);
    expect(await ids(`q=${code}&ends=${ends}`)).toEqual([id]);
    expect(await ids(`q=${code}&ends=2001`)).toEqual([]);
    const household = await get(`/register/households/${id}`, staff.town, true);
    expect(household.statusCode).toBe(200);
    expect(household.body).toContain('999999********');
    expect(household.body).not.toContain(files.CBF[3]!['CBFZJHM']!);
    expect(household.body).not.toContain(files.CBF[3]!['LXDH']!);
    expect((await get(`/register/households/${id}`, staff.elsewhere)).statusCode).toBe(404);
    const parcel = /\/register\/parcels\/[0-9a-f-]{36}/.exec(household.body)![0];
    const page = await get(parcel, staff.town, true);
    expect(page.body).toContain('没有流转，承包方自己种');
    expect(page.body.match(/<polygon/g)!.length).toBeGreaterThan(2);
    expect((await get(parcel, staff.elsewhere)).statusCode).toBe(404);
    expect(await exchange.queriesFor(() => get('/api/register', staff.town))).toBeLessThanOrEqual(4);
  });

  it('and in which a farmer at the station is acted for, with a receipt', async () => {
    const head = files.CBF[5]!;
    const wish = {
      identityNumber: head['CBFZJHM']!,
      identityRead: 'card_reader',
      witness: '禾见证',
      readAloud: '念了全部内容',
    };
    expect((await get('/assisted/new', staff.village, true)).body).toContain('开始代办');
    expect(
      (await post('/api/assisted', staff.village, { ...wish, identityNumber: '999999190001010015' })).statusCode,
    ).toBe(404);
    const begun = await post('/api/assisted', staff.village, wish);
    expect(begun.json()).toMatchObject({ name: `${head['CBFMC']}户` });
    const home = await get('/register', staff.village, true);
    expect(home.body).toContain(`正在代 ${head['CBFMC']}户 办理`);
    const ended = await post('/api/assisted/end', staff.village);
    const { id } = ended.json<{ id: string }>();
    const receipt = await get(`/assisted/${id}`, staff.village, true);
    expect(receipt.body).toContain('见证人');
    expect(receipt.body).not.toContain(head['CBFZJHM']!);
    expect((await get(`/api/assisted/${id}`, staff.elsewhere)).statusCode).toBe(404);
    expect((await post('/api/assisted/end', staff.village)).statusCode).toBe(409);
  });
});
