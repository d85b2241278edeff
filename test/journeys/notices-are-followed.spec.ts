import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { Given } from '../support/given.js';

interface Entry {
  id: string;
  title: string;
  updated: string;
  published: string;
  link: string;
  summary: string;
}

/** A feed as a strict reader of XML sees it; throws for what is none. */
function read(xml: string): { head: Record<string, string>; entries: Entry[] } {
  const parser = new SaxesParser();
  const head: Record<string, string> = {};
  const entries: Record<string, string>[] = [];
  let [name, inside] = ['', head];
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (tag === 'entry') entries.push((inside = {}));
    if (tag === 'link') inside[attributes['rel'] === 'self' ? 'self' : 'link'] = String(attributes['href']);
    name = tag;
  });
  const add = (text: string): void => {
    if (text.trim() !== '') inside[name] = (inside[name] ?? '') + text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { head, entries: entries as unknown as Entry[] };
}

describe('The notices', () => {
  let given: Given;
  const feed = (query = '', headers = {}) =>
    given.exchange.app.inject({ url: encodeURI(`/notices/feed${query}`), headers: { accept: '*/*', ...headers } });
  const followed = async (query = ''): Promise<Entry[]> => read((await feed(query)).body).entries;
  const listed = async (query = ''): Promise<{ id: string; title: string }[]> =>
    (await given.stranger.ask(encodeURI(`/notices?sort=newest&limit=50${query.replace('?', '&')}`))).json().rows;

  beforeAll(async () => {
    given = await Given.open('2026-10-10T09:00:00+08:00');
    await given.transfer({ state: 'on_notice', parcels: await given.land('60.00'), crops: '小麦' });
    await given.transfer({ state: 'on_notice', parcels: await given.land('8.00'), crops: '大蒜' });
  }, 120_000);
  afterAll(() => given.close());

  it('are followed in Atom: the same entries as the list has, with the list’s own filters', async () => {
    const answer = await feed();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    for (const [query, most] of [
      ['', 2],
      ['?q=大蒜', 1],
      ['?band=50-200', 1],
      ['?town=370126102', 0],
      ['?state=ended', 0],
    ] as const) {
      const entries = await followed(query);
      const rows = await listed(query);
      expect([query, entries.length]).toEqual([query, most]);
      expect(entries.map(({ id }) => id)).toEqual(rows.map(({ id }) => `urn:uuid:${id}`));
      expect(entries.every(({ title }, index) => title.startsWith(rows[index]!.title))).toBe(true);
    }
    const { head, entries } = read(answer.body);
    expect(head['self']).toMatch(/^https?:\/\/.*\/notices\/feed$/);
    expect(head['id']).toBe(head['self']);
    expect(head['author']).toBeUndefined();
    expect(head['name']).toContain('农村产权交易中心');
    expect(Date.parse(head['updated'] ?? '')).toBe(Math.max(...entries.map(({ updated }) => Date.parse(updated))));
    expect(new URL(entries[0]!.link).pathname).toBe(`/notices/${entries[0]!.id.slice(9)}`);
  });

  it('tell nobody’s name, number or case', async () => {
    const { body } = await feed('?state=all');
    const known = await given.exchange.database.ask<{ word: string }>(
      `SELECT parties AS word FROM notice UNION SELECT case_number FROM notice
       UNION SELECT p.name FROM person p JOIN member m ON m.person_id = p.id JOIN transfer_parcel t ON t.grantor_id = m.household_id`,
    );
    expect(known.length).toBeGreaterThan(4);
    expect(known.filter(({ word }) => body.includes(word))).toEqual([]);
    expect(body).not.toMatch(/＊|\d{17}[\dX]|1\d{10}/);
  });

  it('are fetched again for nothing while nothing changed, and keep their ids when something did', async () => {
    const first = await feed();
    const again = await feed('', { 'if-none-match': String(first.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const before = await followed('?state=all');
    const [notice] = await listed();
    given.exchange.setDay('2026-10-12', '10:00');
    await given.exchange.database.transaction((tx) =>
      tx.query(`UPDATE notice SET title = $2, revision = revision + 1 WHERE id = $1`, [
        notice?.id,
        '关于 a & b <i> ]]> \u0007 的公示',
      ]),
    );
    const after = await followed('?state=all');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]?.title).toContain('a &amp; b &lt;i&gt; ]]&gt;');
    expect((await feed('', { 'if-none-match': String(first.headers['etag']) })).statusCode).toBe(200);
  });

  it('are updated when their days are told', async () => {
    const before = await followed('?q=大蒜');
    given.exchange.setDay('2026-10-13', '10:00');
    const running = await given.runningNotice({ crops: '棉花' });
    const entry = (await followed('?q=棉花'))[0]!;
    expect(entry.id).toBe(`urn:uuid:${running.id}`);
    expect(entry.summary).toContain('最后一天');
    expect(Date.parse(entry.updated)).toBeGreaterThan(Date.parse(entry.published));
    expect(await followed('?q=大蒜')).toEqual(before);
  });

  it('name their feed in the head of their page, with what is asked', async () => {
    const { body } = await given.page(encodeURI('/notices?q=大蒜'));
    const [, href = ''] = /<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/.exec(body) ?? [];
    expect(href).toMatch(/^\/notices\/feed\?q/);
    const found = await given.exchange.app.inject({ url: href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') });
    expect(read(found.body).entries).toHaveLength(1);
    expect((await given.page('/guide')).body).not.toContain('application/atom+xml');
  });

  it('refuse a filter, an order and a mark of another list to a program', async () => {
    for (const [query, type] of [
      ['colour=red', 'list-filter'],
      ['sort=price', 'list-sort'],
      ['after=1', 'list-cursor'],
    ])
      expect((await given.stranger.ask(`/notices/feed?${query}`)).json()).toMatchObject({ type: `/problems/${type}` });
  });
});
