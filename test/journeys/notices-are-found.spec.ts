import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cursorOf } from '#platform';
import { GivenNotices, draftOf, places, terms } from '../support/notice.js';

const nobody = '00000000-0000-4000-8000-000000000000';
const parcel = terms.parcels[0]!;
const other = { code: places.otherVillage, name: '苗李家村', board: '苗李家村公示栏' };

describe('Public notices', () => {
  let given: GivenNotices;
  const found = async (query: string): Promise<string[]> =>
    (await given.stranger.ask(`/notices${query}`)).json().rows.map((row: { title: string }) => row.title);

  beforeAll(async () => {
    given = await GivenNotices.open('2026-10-10T09:00:00+08:00');
    await given.publish();
    await given.publish(draftOf({ parcels: [{ ...parcel, areaMu: '8' }], use: '大蒜' }, { villages: [other] }));
    await given.publish(
      draftOf({ parcels: [{ ...parcel, areaMu: '300' }] }, { villages: [other], kind: 'collective' }),
    );
  });
  afterAll(() => given.close());

  const [small, large, whole] = [
    '殷巷镇苗李家村 8.00 亩土地经营权流转',
    '殷巷镇苗李家村 300.00 亩土地经营权流转',
    '殷巷镇李家桥村 120.00 亩土地经营权流转',
  ];

  it.each([
    ['by town', `?town=${places.town.slice(0, 9)}`, [whole, small, large]],
    ['by another town', '?town=370126102', []],
    ['by village', `?village=${places.otherVillage}`, [small, large]],
    ['by kind', '?kind=collective', [large]],
    ['by area', '?band=0-10', [small]],
    ['by the largest area', '?band=200-', [large]],
    ['by a word of two characters', '?q=大蒜', [small]],
    ['by one character', '?q=蒜', [small]],
    ['by two words', '?q=殷巷 苗李家', [small, large]],
    ['by the party that is a body', '?q=禾野', [whole, small, large]],
    ['by a parcel’s code', '?q=3701261012260000119', [whole]],
    ['by the number', '?q=第0002号', [small]],
    ['by several conditions', `?q=玉米&band=200-&kind=collective&village=${places.otherVillage}`, [large]],
  ])('are found %s', async (_how, query, titles) => {
    expect((await found(encodeURI(query))).toSorted()).toEqual(titles.toSorted());
  });

  it.each(['王演农', '演农', '身份证', '  '.trim() || '没有的字'])(
    'are not found by %s, which no public page shows',
    async (word) => {
      expect(await found(`?q=${encodeURIComponent(word)}`)).toEqual([]);
    },
  );

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
    expect(await found('?sort=largest')).toEqual([large, whole, small]);
    expect((await found('?sort=newest')).toSorted()).toEqual([large, whole, small].toSorted());
  });

  it('cost at most four statements, with a word or without', async () => {
    for (const query of ['', '?q=殷巷', `?town=${places.town.slice(0, 9)}`]) {
      expect(
        await given.exchange.queriesFor(() => given.stranger.ask(`/notices${encodeURI(query)}`)),
      ).toBeLessThanOrEqual(4);
    }
  });

  it('are leafed through by a key, each seen once', async () => {
    for (let index = 0; index < 21; index += 1)
      await given.publish(draftOf({ use: '花生' }, { caseNumber: `370126101A2609${1000 + index}` }));
    for (const state of ['', '&state=all']) {
      const first = (await given.stranger.ask(encodeURI(`/notices?q=花生${state}`))).json();
      const second = (await given.stranger.ask(first.next)).json();
      const ids = [...first.rows, ...second.rows].map((row: { id: string }) => row.id);
      expect([first.rows.length, second.rows.length, new Set(ids).size]).toEqual([20, 1, 21]);
      expect(second.next).toBe('');
    }
  });

  it('keep a draft to themselves', async () => {
    const draft = await given.draft(draftOf({ use: '芝麻' }));
    expect(await found(encodeURI('?q=芝麻&state=all'))).toEqual([]);
    expect((await given.stranger.ask(`/notices/${draft.id}`)).json()).toMatchObject({
      status: 404,
      type: '/problems/notice-not-found',
    });
    expect((await given.as.county.ask(`/notices/${draft.id}`)).statusCode).toBe(200);
    expect(
      (
        await given.stranger.send(`/notices/${draft.id}/objections`, {
          kind: 'use',
          facts: '还没有公开',
          name: '孙演邻',
          phone: '10000000001',
        })
      ).statusCode,
    ).toBe(404);
  });

  it('lose their names when they have been public long enough, but not to the offices of the place', async () => {
    const notice = await given.publish(draftOf({ use: '棉花', transferee: { name: '周演租', person: true } }));
    expect((await given.stranger.ask(`/notices/${notice.id}`)).body).toContain('周＊＊');
    given.exchange.setDay('2027-10-10', '09:00');
    const archived = await given.stranger.ask(`/notices/${notice.id}`);
    expect(archived.body).not.toMatch(/周＊＊|王＊＊|李＊＊/);
    expect(archived.json().notes[0]).toMatchObject({ title: '已归档。' });
    expect((await given.page(`/notices/${notice.id}/board`)).body).not.toMatch(/周＊＊|王＊＊/);
    expect((await given.stranger.ask(encodeURI('/notices?q=棉花&state=all'))).json().rows[0]).toMatchObject({
      parties: null,
    });
    expect((await given.page(encodeURI('/notices?q=棉花&state=all'))).body).toContain('已归档，姓名不再公开');
    expect((await given.as.county.ask(`/notices/${notice.id}`)).body).toContain('周＊＊');
  });

  it('show nothing for an id that is none', async () => {
    expect((await given.stranger.ask('/notices/none')).statusCode).toBe(400);
    expect((await given.page('/notices/00000000-0000-4000-8000-000000000000')).statusCode).toBe(404);
  });
});

describe('A hall’s screen', () => {
  let given: GivenNotices;
  beforeAll(async () => {
    given = await GivenNotices.open('2026-10-10T09:00:00+08:00');
  });
  afterAll(() => given.close());

  it('says so when nothing is on, and refreshes itself', async () => {
    const page = await given.page(`/screens/${places.town}`);
    expect(page.body).toContain('现在没有正在公示的流转');
    expect(page.headers['refresh']).toBe('20');
  });

  it('shows each notice in turn and logs each showing', async () => {
    const made = [await given.publish(), await given.publish(draftOf({ use: '花生' }))];
    await given.play(['town'], 4);
    const rows = await given.exchange.database.ask<{ publication_id: string; times: number }>(
      'SELECT publication_id, count(*) AS times FROM showing GROUP BY 1',
    );
    expect(rows.map((row) => row.times)).toEqual([2, 2]);
    expect(new Set(rows.map((row) => row.publication_id))).toEqual(new Set(made.map((each) => each.publicationId)));
    const rewritten = given.exchange.database.write(`UPDATE showing SET shown_at = shown_at - interval '1 day'`);
    await expect(rewritten).rejects.toThrow(/append-only|permission denied/);
  });

  it('proves nothing for who only looks, and knows no wrong token', async () => {
    const notice = await given.publish(draftOf({ use: '芝麻' }));
    await given.page(`/screens/${places.county}`);
    expect((await given.stranger.ask(`/notices/${notice.id}`)).json().missing).toHaveLength(3);
    const wrong = await given.stranger.ask(`/screens/${places.county}?terminal=wrong`);
    expect(wrong.json()).toMatchObject({ status: 401, type: '/problems/terminal-unknown' });
    expect((await given.stranger.ask('/screens/12')).statusCode).toBe(404);
  });

  it('of another town shows nothing of this one', async () => {
    const page = (await given.stranger.ask('/screens/370126102000')).json();
    expect(page).toMatchObject({ current: null, rows: [] });
  });

  it('is registered by the office it hangs in', async () => {
    const screen = { name: '殷巷-02', kind: 'screen_town' };
    expect((await given.as.information.send(`/screens/370126102000/terminals`, screen)).statusCode).toBe(403);
    const made = await given.as.information.send(`/screens/${places.town}/terminals`, screen);
    expect(made.json()).toMatchObject({
      name: '殷巷-02',
      address: expect.stringContaining(`/screens/${places.town}?terminal=`),
    });
    const stored = await given.exchange.database.ask<{ token_hash: string }>(
      `SELECT token_hash FROM terminal WHERE name = '殷巷-02'`,
    );
    expect(stored[0]?.token_hash).not.toBe(made.json().token);
  });

  it('leads the station to the boards it has to photograph, and the town to its letters', async () => {
    const boards = await given.page('/board-photos', given.as.clerk);
    expect(boards.body).toContain('要贴、要拍的公示 3 件');
    expect((await given.page('/board-photos', given.as.other)).body).toContain('都拍好了');
    const notice = await given.running(draftOf({ use: '棉花' }));
    await given.stranger.send(`/notices/${notice.id}/objections`, {
      kind: 'use',
      facts: '说是种棉花，其实要挖塘。',
      name: '孙演邻',
      phone: '10000000001',
    });
    given.exchange.setDay('2026-10-16', '09:00');
    const letters = await given.page('/objections', given.as.coordination);
    expect(letters.body).toContain('异议：用途');
    expect(letters.body).toContain('已超时');
    expect((await given.as.farmer.ask('/objections')).statusCode).toBe(403);
  });
});
