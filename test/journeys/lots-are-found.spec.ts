import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addMinutes } from '#kernel';
import { scan } from '../../apps/exchange/src/training/made-up-files.js';
import { Given, refusal } from '../support/given.js';
import { GivenLots, type Lot } from '../support/lots.js';
import { GivenRights } from '../support/rights.js';

describe('Lots are found', () => {
  let given: Given;
  let lots: GivenLots;
  const made: Record<string, Lot> = {};
  const found = async (query: string): Promise<string[]> => {
    const { rows } = await given.stranger.get<{ rows: { id: string }[] }>(`/listings${encodeURI(query)}`);
    return rows.map(({ id }) => Object.keys(made).find((name) => made[name]!.id === id) ?? id).toSorted();
  };

  beforeAll(async () => {
    given = await Given.open('2026-10-12T09:00:00+08:00');
    lots = new GivenLots(given, await scan('signed paper'));
    const homes = await lots.households(3);
    const terms = [
      ['wheat', { crops: '小麦、玉米', conditions: '合作社' }],
      [
        'rare',
        {
          crops: '𠮷田何首乌',
          fixtures: '阿依古丽·买买提的井',
          priceYuan: '1300',
          floorYuan: '400',
          endsOn: '2028-11-09',
        },
      ],
      ['leek', { crops: '大葱', purpose: 'vegetables', priceYuan: '500', floorYuan: '400', endsOn: '2037-11-09' }],
    ] as const;
    for (const [at, [name, more]] of terms.entries())
      made[name] = await lots.listed({ household: homes[at]!.code, ...more });
  }, 180_000);
  afterAll(() => given.close());

  const every = ['leek', 'rare', 'wheat'];
  const queries: [string, string, string[]][] = [
    ['all of them', '', every],
    ['by town', '?town=370126101', every],
    ['by another town', '?town=370126102', []],
    ['by two characters', '?q=小麦', ['wheat']],
    ['by one character', '?q=麦', ['wheat']],
    ['by two words, in either field', '?q=合作社 玉米', ['wheat']],
    ['by three characters', '?q=何首乌', ['rare']],
    ['by four characters', '?q=田何首乌', ['rare']],
    ['by a character outside the basic plane', '?q=𠮷田', ['rare']],
    ['by a middle dot', '?q=古丽·买', ['rare']],
    ['by pairs that are there, in a word that is not', '?q=玉米麦', []],
    ['by price', '?price=1200-', ['rare']],
    ['by term', '?years=10-', ['leek']],
    ['by use and words', '?use=vegetables&q=大葱', ['leek']],
    ['by use, and words of others', '?use=vegetables&q=小麦', []],
    ['by kind', '?kind=contracted', every],
    ['by another kind', '?kind=forest', []],
    ['by state', '?state=failed', []],
    ['by state, whatever it is', '?state=all&price=0-600', ['leek']],
  ];

  it.each(queries)('%s', async (_how, query, names) => {
    expect(await found(query)).toEqual(names);
  });

  it('in the same way once PostgreSQL knows which words are common', async () => {
    const owner = new pg.Client(given.exchange.databaseUrl);
    await owner.connect();
    await owner.query('ANALYZE listing');
    await owner.end();
    given.exchange.clock.set(addMinutes(given.exchange.clock.now(), 11));
    for (const [how, query, names] of queries) expect([how, await found(query)]).toEqual([how, names]);
  });

  it('page by page, each once, in any order, with words and without', async () => {
    for (const query of [
      '?limit=1',
      '?limit=1&state=all',
      '?limit=1&q=殷巷',
      '?limit=1&sort=cheapest&kind=contracted',
    ]) {
      const ids: string[] = [];
      for (let path = `/listings${encodeURI(query)}`; path !== '';) {
        const view: { rows: { id: string }[]; next: string } = await given.stranger.get(path);
        ids.push(...view.rows.map(({ id }) => id));
        path = view.next;
      }
      expect([query, new Set(ids).size, ids.length]).toEqual([query, 3, 3]);
    }
  });

  it('in their order, however many say the same: each page goes on where the one before ended', async () => {
    const owner = new pg.Client(given.exchange.databaseUrl);
    await owner.connect();
    await owner.query('SET session_replication_role = replica');
    await owner.query(`
      INSERT INTO listing SELECT made.* FROM listing l, generate_series(1, 70) AS k,
        LATERAL jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', l.number || '-' || k, 'relists_id', NULL,
          'closes_on', l.closes_on + k % 5, 'published_at', l.published_at + k % 7 * interval '1 hour')) AS made
      WHERE l.id = '${made['wheat']!.id}'`);
    await owner.query('ANALYZE listing');
    given.exchange.clock.set(addMinutes(given.exchange.clock.now(), 11));
    for (const [query, order] of [
      ['?q=小麦', 'closes_on, id'],
      ['?kind=contracted&q=合作社 玉米', 'closes_on, id'],
      ['?use=grain&state=all&q=小麦', 'published_at DESC, id DESC'],
    ] as const) {
      const ids: string[] = [];
      for (let path = `/listings${encodeURI(query)}`; path !== '';) {
        const view: { rows: { id: string }[]; next: string } = await given.stranger.get(path);
        ids.push(...view.rows.map(({ id }) => id));
        path = view.next;
      }
      const all = await owner.query<{ id: string }>(
        `SELECT id FROM listing WHERE published_at IS NOT NULL AND crops LIKE '%小麦%' ORDER BY ${order}`,
      );
      const others = all.rows.map(({ id }) => id);
      expect(others.length).toBeGreaterThan(70);
      expect([query, ids]).toEqual([query, others]);
    }
    await owner.end();
  });

  it('and what cannot be meant is refused in words', async () => {
    for (const query of [
      '?price=cheap',
      '?kind=homestead',
      '?sort=luck',
      '?after=abc',
      '?town=1',
      `?q=${'x'.repeat(61)}`,
    ])
      expect((await refusal(given.stranger.get(`/listings${query}`))).status).toBeGreaterThanOrEqual(400);
  });

  it('the cheapest first within one unit: what is paid by the year is not set against what is paid by mu', async () => {
    const rights = await GivenRights.of(given);
    await rights.listedRight('assets');
    const { rows } = await given.stranger.get<{ rows: { priceUnit: string; priceFen: number }[] }>(
      '/listings?sort=cheapest&state=all&limit=100',
    );
    const units = [...new Set(rows.map(({ priceUnit }) => priceUnit))];
    expect(units.length).toBeGreaterThan(1);
    const ordered = units.flatMap((unit) =>
      rows.filter(({ priceUnit }) => priceUnit === unit).toSorted((one, other) => one.priceFen - other.priceFen),
    );
    expect(rows.map(({ priceFen }) => priceFen)).toEqual(ordered.map(({ priceFen }) => priceFen));
    expect(rows.map(({ priceUnit }) => priceUnit)).toEqual(ordered.map(({ priceUnit }) => priceUnit));
  });
});
