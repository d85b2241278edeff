import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import type { Said } from '../support/acts-walked.js';
import { Given, refusal } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';

interface Search {
  id: string;
  name: string;
  at: string;
  fresh: { id: string }[];
  more: boolean;
  feed: string | null;
}

describe('A search is kept', () => {
  let given: Given;
  let lots: GivenLots;
  let cooperative: ApiClient;
  let id: string;
  const save = async (who: ApiClient, name: string, query = ''): Promise<string> =>
    (await who.post('/searches', { name, query })).replace('/searches/', '');
  const see = (who: ApiClient = cooperative): Promise<Search> => who.get(`/searches/${id}`);
  const all = async (who: ApiClient): Promise<Search[]> =>
    (await who.get<{ searches: Search[] }>('/searches')).searches;
  const listed = async (): Promise<Lot> => {
    const homes = await lots.households(1);
    return lots.listed({ household: homes[0]!.code, startsOn: '2027-06-01', endsOn: '2032-05-31' });
  };

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    cooperative = given.as('cooperative');
    await listed();
    await given.pass(1);
  }, 120_000);
  afterAll(() => given.close());

  it('from the list with its filters, by who signed in', async () => {
    expect((await refusal(save(given.stranger, '地'))).status).toBe(401);
    const page = await given.page('/listings?use=grain&area=0-10', cooperative);
    const [, keep = ''] = /href="(\/searches\/new[^"]*)"/.exec(page.body) ?? [];
    const form = await given.page(keep.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='), cooperative);
    expect(form.body).toContain('use&#x3D;grain&amp;area&#x3D;0-10');
    expect((await given.page('/listings')).body).not.toContain('/searches/new');
    id = await save(cooperative, '种粮的地', 'use=grain');
    expect(await see()).toMatchObject({ name: '种粮的地', at: '/listings?use=grain', fresh: [], feed: null });
    expect((await given.as('farmer').ask(`/searches/${id}`)).statusCode).toBe(404);
    expect(await all(given.as('farmer'))).toEqual([]);
  });

  it('shows whose it is what is new since his last look, also where his day begins', async () => {
    const lot = await listed();
    expect((await see()).fresh).toMatchObject([{ id: lot.id }]);
    expect((await given.page('/transfers', cooperative)).body).toContain('关注的条件有 1 宗新挂牌');
    expect((await given.page('/searches', cooperative)).body).toContain(`href="/listings/${lot.id}"`);
    await given.pass(1);
    await cooperative.post(`/searches/${id}/look`);
    expect((await see()).fresh).toEqual([]);
    expect((await given.page('/transfers', cooperative)).body).toContain('我关注的、我的求租');
    await cooperative.post('/searches', { name: '种菜的地', query: 'use=vegetables' });
    expect((await all(cooperative)).map(({ name }) => name)).toEqual(['种粮的地', '种菜的地']);
  });

  it('has a feed under an address of its own, which can be changed and taken back', async () => {
    await cooperative.post(`/searches/${id}/feed`);
    const { feed: first } = await see();
    expect(first).toMatch(/^\/searches\/feed\/[\w-]{43}$/);
    const read = await given.stranger.ask(first!);
    expect(read.headers['content-type']).toContain('application/atom+xml');
    expect(read.body).toContain(first!);
    expect(read.body.match(/<entry>/g)).toHaveLength(2);
    const rows = await given.exchange.database.ask<{ kept: string }>('SELECT s::text AS kept FROM saved_search s');
    for (const { kept } of rows) expect(kept).not.toContain(first!.split('/').at(-1));
    await cooperative.post(`/searches/${id}/feed`);
    const { feed: second } = await see();
    expect((await given.stranger.ask(first!)).statusCode).toBe(404);
    expect((await given.stranger.ask(second!)).statusCode).toBe(200);
    expect((await given.as('farmer').send(`/searches/${id}/feed/closing`, {})).statusCode).toBe(404);
    await cooperative.post(`/searches/${id}/feed/closing`);
    expect((await given.stranger.ask(second!)).statusCode).toBe(404);
    expect((await see()).feed).toBeNull();
  });

  it('refuses what the list does not know, and more than the county lets one keep', async () => {
    for (const query of ['use=gold', 'owner=1', 'q=' + '地'.repeat(61), 'after=x', 'sort=dearest'])
      expect([query, (await refusal(save(cooperative, '坏的', query))).status]).toEqual([query, 422]);
    expect((await refusal(save(cooperative, ''))).status).toBe(422);
    const farmer = given.as('farmer');
    const sent = await Promise.all(
      Array.from({ length: 11 }, (_, index) => farmer.send('/searches', { name: `第 ${index}`, query: '' })),
    );
    const refused = sent.filter((answer) => answer.statusCode >= 400).map((answer) => answer.json<Said>());
    expect(refused).toMatchObject([{ type: '/problems/search-too-many', detail: '最多关注 10 个，先删掉不看的。' }]);
  });

  it('is forgotten when nobody wants it any more', async () => {
    await cooperative.post(`/searches/${id}/removal`);
    expect((await all(cooperative)).map(({ name }) => name)).toEqual(['种菜的地']);
    const rows = await given.exchange.database.ask('SELECT id FROM saved_search WHERE id = $1', [id]);
    expect(rows).toEqual([]);
  });
});
