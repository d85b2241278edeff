import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { Said } from '../support/acts-walked.js';
import { Given, refusal, village } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

interface Fit {
  listingId: string;
  wantedId: string;
  reasons: string[];
}
interface Wish {
  id: string;
  number: string | null;
  state: string;
  place: string;
  wanter: string;
  reason: string | null;
  endsOn: string | null;
  matches: Fit[];
  history: object[];
}

const wish = {
  ...{ kind: 'contracted', town: village.slice(0, 9), villages: '', areaFrom: '1', areaTo: '400', purpose: 'grain' },
  ...{ priceYuan: '950', yearsLeast: 3, remark: '连片，有机井' },
};

describe('Land is wanted', () => {
  let given: Given;
  let lots: GivenLots;
  let lot: Lot;
  let cooperative: ApiClient;
  let id: string;
  const trade = () => given.as('101-trade');
  const write = async (who: ApiClient, more: object = {}): Promise<string> =>
    (await who.post('/wanted', { ...wish, ...more })).replace('/wanted/', '');
  const see = (one: string, who: ApiClient): Promise<Wish> => who.get(`/wanted/${one}`);
  const published = async (who: ApiClient, more: object = {}): Promise<string> => {
    const one = await write(who, more);
    await who.post(`/wanted/${one}/submission`);
    await trade().post(`/wanted/${one}/publication`);
    return one;
  };
  const board = async (query = ''): Promise<Wish[]> =>
    (await given.stranger.get<{ rows: Wish[] }>(`/wanted${query}`)).rows;
  const own = async (): Promise<string[]> =>
    (await cooperative.get<{ wishes: Wish[] }>('/searches')).wishes.map(({ state }) => state);
  const wishes = async (who: ApiClient): Promise<Fit[]> =>
    (await who.get<{ wishes: Fit[] }>(`/listings/${lot.id}`)).wishes;

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    cooperative = given.as('cooperative');
    const [home] = await lots.households(1);
    lot = await lots.listed({ household: home!.code, startsOn: '2027-06-01', endsOn: '2032-05-31' });
  }, 120_000);
  afterAll(() => given.close());

  it('by a party that signed in, or for somebody at the counter; the town looks at it before everybody does', async () => {
    expect((await refusal(write(given.stranger))).status).toBe(401);
    expect((await refusal(write(lots.station))).type).toBe('wanted-nobody');
    id = await write(cooperative);
    expect(await own()).toEqual(['draft']);
    expect((await given.stranger.ask(`/wanted/${id}`)).statusCode).toBe(404);
    expect((await given.as('102-trade').ask(`/wanted/${id}`)).statusCode).toBe(404);
    await cooperative.post(`/wanted/${id}/wish`, { ...wish, areaTo: '500' });
    await cooperative.post(`/wanted/${id}/submission`);
    expect(await own()).toEqual(['checking']);
    expect((await refusal(cooperative.post(`/wanted/${id}/wish`, wish))).type).toBe('wanted-not-editable');
    const desk = await trade().get<{ rows: { kind: string; id: string }[] }>('/desk');
    expect(desk.rows).toContainEqual(expect.objectContaining({ kind: 'wanted', id }));
    expect((await refusal(cooperative.post(`/wanted/${id}/publication`))).type).toBe('not-your-step');
    await trade().post(`/wanted/${id}/return`, { reason: '写明要几年的' });
    expect(await see(id, cooperative)).toMatchObject({ state: 'draft', reason: '写明要几年的' });
    await cooperative.post(`/wanted/${id}/wish`, wish);
    await cooperative.post(`/wanted/${id}/submission`);
    await trade().post(`/wanted/${id}/publication`);
    expect(await own()).toEqual(['published']);
    expect((await given.page('/searches', cooperative)).body).toContain(`href="/wanted/${id}"`);
    const seen = await see(id, given.stranger);
    expect(seen).toMatchObject({ state: 'published', reason: null, endsOn: '2027-01-10', history: [] });
    expect(seen.number).toMatch(/^370126101W2610\d{4}$/);
  });

  it('fits a lot both ways, each with its reasons', async () => {
    const reasons = ['kind', 'town', 'area', 'purpose', 'price', 'term'];
    expect((await see(id, given.stranger)).matches).toMatchObject([{ listingId: lot.id, reasons }]);
    expect(await wishes(lots.station)).toMatchObject([{ wantedId: id, reasons }]);
    expect(await wishes(given.stranger)).toEqual([]);
    expect(await wishes(given.as('102-trade'))).toEqual([]);
    const page = await given.page(`/wanted/${id}`);
    for (const said of [
      '面积',
      '要 1.00 至 400.00 亩',
      '挂牌 900.00，最多出 950.00 元/亩/年',
      '能租 5 年，要至少 3 年',
    ])
      expect(page.body).toContain(said);
    expect((await given.page(`/listings/${lot.id}`, lots.station)).body).toContain('要至少 3 年');
  });

  it('fits none that is dearer, larger, shorter, elsewhere, or of another kind, use or class', async () => {
    const [land] = await given.exchange.database.ask<{ classes: string[] }>(
      'SELECT land_classes AS classes FROM listing WHERE id = $1',
      [lot.id],
    );
    const own = land!.classes[0]!;
    const bad = [
      ...[
        { priceYuan: '899.99' },
        { areaFrom: undefined, areaTo: '0.01' },
        { areaFrom: '399', areaTo: undefined },
        { yearsLeast: 6 },
      ],
      ...[{ purpose: 'vegetables' }, { landClass: own === '0103' ? '0101' : '0103' }, { town: '370126102' }],
      { kind: 'forest', purpose: undefined },
    ];
    const farmer = given.as('farmer');
    for (const more of bad) {
      const one = await write(farmer, more);
      expect([more, (await see(one, farmer)).matches]).toEqual([more, []]);
      await farmer.post(`/wanted/${one}/withdrawal`);
    }
    const name =
      lot.parcels.length > 0
        ? (
            await given.exchange.database.ask<{ name: string }>('SELECT name FROM division WHERE code = $1', [village])
          )[0]!.name
        : '';
    const near = await write(farmer, { villages: name.slice(0, -1), landClass: own });
    expect((await see(near, farmer)).matches).toMatchObject([
      { reasons: ['kind', 'town', 'village', 'area', 'land_class', 'purpose', 'price', 'term'] },
    ]);
    // Also while the town looks at it.
    await farmer.post(`/wanted/${near}/submission`);
    expect((await see(near, farmer)).state).toBe('checking');
    await farmer.post(`/wanted/${near}/withdrawal`);
    expect((await see(near, farmer)).state).toBe('withdrawn');
  });

  it('refuses what no board may say or no land gives, each thing at its field', async () => {
    const fault = async (more: object) => {
      const answer = await cooperative.send('/wanted', { ...wish, ...more });
      const said = answer.json<Said>();
      return { status: answer.statusCode, at: said.errors?.map(({ pointer }) => pointer), body: answer.body };
    };
    for (const number of ['10000000001', '1.0.0.0.0.0.0.0.0.0.1', '一三八零零零零一二三四', '0531 84870000']) {
      const said = await fault({ remark: `有地的打 ${number}` });
      expect(said).toMatchObject({ status: 422, at: ['#/remark'] });
      expect(said.body).not.toContain(number);
    }
    expect(await fault({ town: '370126999' })).toMatchObject({ status: 422, at: ['#/town'] });
    expect(await fault({ villages: '没有这个村、<script>' })).toMatchObject({ at: ['#/villages', '#/villages'] });
    expect(await fault({ areaFrom: '50', areaTo: '10' })).toMatchObject({ status: 422, at: ['#/areaTo'] });
    expect(await fault({ purpose: 'building' })).toMatchObject({ status: 422, at: ['#/purpose'] });
    expect(await fault({ kind: 'homestead' })).toMatchObject({ status: 422, at: ['#/kind'] });
    expect(await fault({ kind: 'equipment' })).toMatchObject({ at: ['#/areaFrom', '#/areaTo', '#/purpose'] });
    expect(await fault({ priceYuan: '-1', yearsLeast: 0, areaFrom: '1e9' })).toMatchObject({ status: 422 });
    const odd = await fault({ remark: '𠮷田·<b>连片</b>\u202e' });
    expect(odd.status === 201 || odd.status === 422).toBe(true);
    for (const one of await given.exchange.database.ask<{ id: string }>(`SELECT id FROM wanted WHERE state = 'draft'`))
      await cooperative.post(`/wanted/${one.id}/withdrawal`);
  });

  it('takes so many of one party, also when all are written at once', async () => {
    const sent = await Promise.all(Array.from({ length: 6 }, () => given.as('farmer-2').send('/wanted', wish)));
    const refused = sent.filter((answer) => answer.statusCode >= 400).map((answer) => answer.json<Said>());
    expect(refused).toMatchObject([{ type: '/problems/wanted-too-many', detail: '还有 5 条没有结束，先撤回不要的。' }]);
  });

  it('is found by its filters, as page, feed and workbook, without a name of a person', async () => {
    const farmer = given.as('farmer');
    const other = await published(farmer, {
      kind: 'forest',
      purpose: undefined,
      areaTo: undefined,
      priceYuan: undefined,
      yearsLeast: undefined,
    });
    expect((await board()).map((row) => row.id)).toEqual([other, id]);
    expect((await board('?kind=forest')).map((row) => row.id)).toEqual([other]);
    expect((await board('?mu=0.5')).map((row) => row.id)).toEqual([]);
    expect((await board('?use=grain&mu=12&q=机井')).map((row) => row.id)).toEqual([id]);
    expect((await board('?class=0103')).map((row) => row.id)).toEqual([]);
    expect((await given.stranger.ask('/wanted?mu=-1')).statusCode).toBe(422);
    const [row] = await board('?kind=forest');
    expect(row!.wanter).toMatch(/^.＊+$/);
    const feed = await given.stranger.ask('/wanted/feed?kind=forest');
    expect(feed.body).toContain('求租：');
    expect((await trade().ask('/wanted/sheet')).statusCode).toBe(200);
    expect((await given.stranger.ask('/wanted/sheet')).statusCode).toBe(401);
    const page = await given.page('/wanted');
    expect(page.body).toContain(row!.wanter);
    const [person] = await given.exchange.database.ask<{ name: string }>(
      'SELECT p.display_name AS name FROM wanted w JOIN party p ON p.id = w.party_id WHERE w.id = $1',
      [other],
    );
    for (const body of [page.body, feed.body]) expect(body).not.toContain(person!.name);
  });

  it('is taken down by the town with a reason, withdrawn by whose it is, and ends with its days', async () => {
    const down = await published(cooperative);
    await trade().post(`/wanted/${down}/taking-down`, { reason: '要的是建房的地，不能流转' });
    expect((await given.stranger.ask(`/wanted/${down}`)).statusCode).toBe(404);
    expect((await see(down, cooperative)).reason).toContain('不能流转');
    await cooperative.post(`/wanted/${id}/withdrawal`);
    expect((await see(id, cooperative)).state).toBe('withdrawn');
    expect(await wishes(lots.station)).toEqual([]);
    const last = await published(cooperative);
    given.exchange.clock.set(instant('2027-01-10T23:59:00+08:00'));
    await given.sweep();
    expect((await see(last, given.stranger)).state).toBe('published');
    given.exchange.clock.set(instant('2027-01-11T00:01:00+08:00'));
    await given.sweep();
    expect((await see(last, cooperative)).state).toBe('expired');
    expect(await board()).toEqual([]);
    expect(new Set(await own())).toEqual(new Set(['expired', 'withdrawn', 'taken_down']));
  });
});
