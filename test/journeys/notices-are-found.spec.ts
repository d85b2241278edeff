import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cursorOf } from '#platform';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { collectiveCase, memberOf } from '../support/collective.js';
import { Given, missingOf, noticeOf } from '../support/given.js';
import { Screens } from '../support/screens.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const [county, town, other] = ['370126000000', '370126101000', '370126101201'];

describe('Public notices', () => {
  let given: Given;
  let parcel = '';
  const found = async (query: string): Promise<string[]> =>
    (await given.stranger.ask(`/notices${query}`)).json().rows.map((row: { title: string }) => row.title);

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    const parcels = await given.land('60.00');
    parcel = parcels[1]!.code;
    await given.transfer({ state: 'on_notice', parcels, crops: '小麦、玉米' });
    const few = { villageCode: other, parcels: await given.land('8.00', other), purpose: 'vegetables', crops: '大蒜' };
    await given.transfer({ ...few, state: 'on_notice' });
    await collectiveCase(given, { state: 'on_notice', villageCode: other, crops: '小麦、玉米' });
  }, 120_000);
  afterAll(() => given.close());

  const [small, common, large] = [
    '殷巷镇殷巷村 8.00 亩土地经营权流转',
    '殷巷镇殷巷村 32.51 亩土地经营权流转',
    '殷巷镇李家桥村 60.00 亩土地经营权流转',
  ];

  it.each([
    ['by town', `?town=${town.slice(0, 9)}`, [large, small, common]],
    ['by another town', '?town=370126102', []],
    ['by village', `?village=${other}`, [small, common]],
    ['by kind', '?kind=collective', [common]],
    ['by area', '?band=0-10', [small]],
    ['by a larger area', '?band=50-200', [large]],
    ['by the largest area', '?band=200-', []],
    ['by a word of two characters', '?q=大蒜', [small]],
    ['by one character', '?q=蒜', [small]],
    ['by two words', '?q=殷巷 60.00', [large]],
    ['by the number', '?q=第0002号', [small]],
    ['by several conditions', `?q=玉米&band=10-50&kind=collective&village=${other}`, [common]],
  ])('are found %s', async (_how, query, titles) => {
    expect((await found(encodeURI(query))).toSorted()).toEqual(titles.toSorted());
  });

  it('are found by a parcel’s code, and by the party that is a body', async () => {
    expect(await found(`?q=${parcel}`)).toEqual([large]);
    const { name } = (await given.wish()).transferee;
    expect((await found(encodeURI(`?q=${name.slice(0, 4)}`))).toSorted()).toEqual([small, large].toSorted());
  });

  it('are not found by a name or a word that no public page shows', async () => {
    const [person] = await given.exchange.database.ask<{ name: string }>(
      `SELECT n.name FROM transfer_parcel t JOIN parcel p ON p.id = t.parcel_id JOIN household h ON h.id = t.grantor_id
         JOIN person n ON n.id = h.representative_id WHERE p.code = $1`,
      [parcel],
    );
    const name = person?.name ?? '';
    expect(name.length).toBeGreaterThan(1);
    for (const word of [name, name.slice(1), '身份证', '没有的字'])
      expect([word, await found(`?q=${encodeURIComponent(word)}`)]).toEqual([word, []]);
  });

  const foreign = cursorOf('transfers', 'newest', { key: '2026-09-23 09:00:00+08', id: nobody });
  const otherOrder = cursorOf('notices', 'newest', { key: '2026-09-23 09:00:00+08', id: nobody });
  const noDay = cursorOf('notices', 'ending', { key: '2026-02-31', id: nobody });
  it.each([
    ['?band=7', 'invalid-input', '#/band'],
    ['?kind=x', 'invalid-input', '#/kind'],
    ['?state=draft', 'invalid-input', '#/state'],
    ['?town=37', 'invalid-input', '#/town'],
    ['?town=370126101&town=370126102', 'invalid-input', '#/town'],
    ['?colour=red', 'list-filter', '#/colour'],
    ['?__proto__=1', 'invalid-input', '#'],
    ['?sort=price', 'list-sort', '#/sort'],
    ['?sort=toString', 'list-sort', '#/sort'],
    ['?after=1', 'list-cursor', '#/after'],
    [`?after=${foreign}`, 'list-cursor', '#/after'],
    [`?after=${otherOrder}`, 'list-cursor', '#/after'],
    [`?after=${noDay}`, 'list-cursor', '#/after'],
  ])('refuse %s by name', async (query, type, pointer) => {
    const refused = await given.stranger.ask(`/notices${query}`);
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ type: `/problems/${type}`, errors: [{ pointer }] });
    expect(refused.body).not.toMatch(/SELECT|transfers/);
  });

  it('are sorted as a reader asks', async () => {
    expect(await found('?sort=largest')).toEqual([large, common, small]);
    expect((await found('?sort=newest')).toSorted()).toEqual([large, common, small].toSorted());
  });

  it('cost at most four statements, with a word or without', async () => {
    for (const query of ['', '?q=殷巷', `?town=${town.slice(0, 9)}`]) {
      expect(
        await given.exchange.queriesFor(() => given.stranger.ask(`/notices${encodeURI(query)}`)),
      ).toBeLessThanOrEqual(4);
    }
  });

  it('are leafed through by a key, each seen once', async () => {
    for (const plot of await given.plots(21)) await given.transfer({ ...plot, state: 'on_notice', crops: '花生' });
    for (const state of ['', '&state=all']) {
      const first = (await given.stranger.ask(encodeURI(`/notices?q=花生${state}`))).json();
      const second = (await given.stranger.ask(first.next)).json();
      const ids = [...first.rows, ...second.rows].map((row: { id: string }) => row.id);
      expect([first.rows.length, second.rows.length, new Set(ids).size]).toEqual([20, 1, 21]);
      expect(second.next).toBe('');
    }
  }, 180_000);

  it('do not tell of a case before the county has approved it', async () => {
    const story = await given.transfer({ state: 'county_review', parcels: await given.land('3.00'), crops: '芝麻' });
    expect(await found(encodeURI('?q=芝麻&state=all'))).toEqual([]);
    await story.review();
    await story.approve();
    expect(await found(encodeURI('?q=芝麻&state=all'))).toHaveLength(1);
  });

  it('lose their names when they have been public long enough, but not to the offices of the place', async () => {
    const transferee = await memberOf(given);
    const [parcels, masked] = [await given.land('3.00'), `${transferee.name[0]}＊＊`];
    const { id } = await noticeOf(await given.transfer({ state: 'on_notice', parcels, transferee, crops: '棉花' }));
    expect((await given.stranger.ask(`/notices/${id}`)).body).toContain(masked);
    given.exchange.setDay('2027-10-10', '09:00');
    const archived = await given.stranger.ask(`/notices/${id}`);
    expect(archived.body).not.toContain('＊＊');
    expect(archived.json()).toMatchObject({ archived: true, terms: { transferor: null, transferee: null } });
    expect((await given.page(`/notices/${id}/board`)).body).not.toContain('＊＊');
    const list = encodeURI('/notices?q=棉花&state=all');
    expect((await given.stranger.ask(list)).json().rows[0]).toMatchObject({ parties: null });
    expect((await given.page(list)).body).toContain('已归档，姓名不再公开');
    expect((await given.as('reviewer').ask(`/notices/${id}`)).body).toContain(masked);
  });

  it('show nothing for an id that is none', async () => {
    expect((await given.stranger.ask('/notices/none')).statusCode).toBe(400);
    expect((await given.page('/notices/00000000-0000-4000-8000-000000000000')).statusCode).toBe(404);
  });
});

describe('A hall’s screen', () => {
  let given: Given;
  let neighbour: ApiClient;
  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    neighbour = await given.hire('neighbour', ['village_clerk', '370126101227']);
  });
  afterAll(() => given.close());

  it('says so when nothing is on, and refreshes itself', async () => {
    const page = await given.page(`/screens/${town}`);
    expect(page.body).toContain('现在没有正在公示的流转');
    expect(page.headers['refresh']).toBe('20');
  });

  it('shows each notice in turn and logs each showing', async () => {
    for (const crops of ['玉米', '花生']) await given.transfer({ state: 'on_notice', crops });
    await (await Screens.hang(given)).play(['town'], 4);
    const rows = await given.exchange.database.ask<{ publication_id: string; times: number }>(
      'SELECT publication_id, count(*) AS times FROM showing GROUP BY 1',
    );
    expect(rows.map((row) => row.times)).toEqual([2, 2]);
    const made = await given.exchange.database.ask<{ id: string }>('SELECT publication_id AS id FROM notice');
    expect(new Set(rows.map((row) => row.publication_id))).toEqual(new Set(made.map((each) => each.id)));
    const rewritten = given.exchange.database.write(`UPDATE showing SET shown_at = shown_at - interval '1 day'`);
    await expect(rewritten).rejects.toThrow(/append-only|permission denied/);
  });

  it('proves nothing for who only looks, and knows no wrong token', async () => {
    const notice = await noticeOf(await given.transfer({ state: 'on_notice', crops: '芝麻' }));
    await given.page(`/screens/${county}`);
    expect(missingOf((await given.stranger.ask(`/notices/${notice.id}`)).json())).toHaveLength(3);
    const wrong = await given.stranger.ask(`/screens/${county}?terminal=wrong`);
    expect(wrong.json()).toMatchObject({ status: 401, type: '/problems/terminal-unknown' });
    expect((await given.stranger.ask('/screens/12')).statusCode).toBe(404);
  });

  it('of another town shows nothing of this one', async () => {
    const page = (await given.stranger.ask('/screens/370126102000')).json();
    expect(page).toMatchObject({ current: null, turns: [] });
  });

  it('is registered by the office it hangs in', async () => {
    const screen = { name: '殷巷-02' };
    expect((await given.as('101-information').send(`/screens/370126102000/terminals`, screen)).statusCode).toBe(403);
    const made = await given.as('101-information').send(`/screens/${town}/terminals`, screen);
    expect(made.json()).toMatchObject({
      name: '殷巷-02',
      address: expect.stringContaining(`/screens/${town}?terminal=`),
    });
    const stored = await given.exchange.database.ask<{ token_hash: string }>(
      `SELECT token_hash FROM terminal WHERE name = '殷巷-02'`,
    );
    expect(stored[0]?.token_hash).not.toBe(made.json().token);
    expect((await given.as('101-information').send(`/screens/${town}/terminals`, screen)).json()).toMatchObject({
      status: 409,
      type: '/problems/terminal-name-taken',
    });
  });

  it('leads the station to the boards it has to photograph, and the town to its letters', async () => {
    const boards = await given.page('/board-photos', given.as('101-village-226'));
    expect(boards.body).toMatch(/aria-current="true">全部 3</);
    expect((await given.page('/board-photos', neighbour)).body).toContain('都拍好了');
    const notice = await given.runningNotice({ crops: '棉花' });
    await given.stranger.send(`/notices/${notice.id}/objections`, {
      kind: 'use',
      facts: '说是种棉花，其实要挖塘。',
      name: '孙演邻',
      phone: '10000000001',
    });
    given.exchange.setDay('2026-10-16', '09:00');
    const letters = await given.page('/cases', given.as('101-coordination'));
    expect(letters.body).toContain('异议：用途');
    expect(letters.body).toContain('已超时');
    expect((await given.as('farmer-2').ask('/cases')).statusCode).toBe(403);
    const seen = async (query: string, login = '101-coordination') =>
      (await given.as(login).get<{ rows: { number: string }[] }>(`/cases?${query}`)).rows;
    const [letter] = await seen('');
    expect(letter).toMatchObject({ kind: 'objection', topic: 'use', state: 'received' });
    expect(JSON.stringify(letter)).not.toMatch(/孙演邻|10000000001/);
    for (const query of [
      'topic=use',
      'kind=objection',
      'state=all&sort=newest',
      `q=${encodeURI(letter!.number)}`,
      `office=${town}`.slice(0, 16),
    ])
      expect([query, await seen(query)]).toEqual([query, [letter]]);
    for (const query of ['kind=priority_claim', 'state=over', 'topic=title', 'office=370126102'])
      expect([query, await seen(query)]).toEqual([query, []]);
    expect(await seen('', '102-coordination')).toEqual([]);
  });
});
