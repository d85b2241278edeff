import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

/** Each list by the desk that lives in it, with the statements one request may send: who asks, and the list itself. */
const lists = [
  ['/desk', 'reviewer', 4],
  ['/desk', '101-clerk', 4],
  ['/transfers', 'reviewer', 4],
  ['/transfers', '101-clerk', 4],
  ['/deposits', '101-finance', 4],
  ['/certificates', 'certifier', 4],
  ['/inspections', '101-surveyor', 4],
  ['/cases', 'reviewer', 6],
  ['/encumbrances', '101-finance', 4],
  ['/notices', 'information', 4],
  ['/register', '101-clerk', 4],
  ['/register/parcels', '101-clerk', 4],
  ['/register/overlaps', '101-clerk', 4],
  ['/register/bodies', '101-clerk', 4],
  ['/register/rights', '101-clerk', 4],
  ['/papers', 'reviewer', 4],
  ['/ledger', '101-finance', 6],
  ['/desk/ending', '101-trade', 4],
  ['/desk/land-out', '101-trade', 4],
] as const;

describe('A list', () => {
  let exchange: TestExchange;
  let given: Given;
  let certified: TransferStory;
  const cost = async (path: string, login: string): Promise<number> => {
    const desk = given.as(login);
    // Once to warm what is kept in memory: names of places, parameters, the calendar.
    await desk.get(path);
    return exchange.queriesFor(() => desk.get(path));
  };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    certified = await given.transfer({ state: 'certified' });
  }, 120_000);
  afterAll(() => exchange.close());

  it('is counted at the driver: whoever sends a statement, in a transaction or not', async () => {
    const { database } = exchange;
    expect(await exchange.queriesFor(() => database.ask('SELECT 1'))).toBe(1);
    expect(await exchange.queriesFor(() => database.reader.query('SELECT 1'))).toBe(1);
    expect(await exchange.queriesFor(() => database.transaction((tx) => tx.query('SELECT 1')))).toBe(3);
  });

  it.each(lists)('%s of %s costs at most %d statements, and no more for more cases', async (path, login, most) => {
    const before = await cost(path, login);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThanOrEqual(most);
  });

  it.each(['reviewer', '101-clerk', '101-village-226', '101-finance'])(
    'of work for %s is planned once, not for every reader',
    async (login) => {
      const planned = `SELECT name, custom_plans::int AS anew, generic_plans::int AS once FROM pg_prepared_statements WHERE name LIKE 'desk%'`;
      const desk = given.as(login);
      for (let asked = 0; asked < 20; asked += 1) await desk.get('/desk');
      const found = await exchange.database.ask<{ name: string; anew: number; once: number }>(planned);
      expect(found.length).toBeGreaterThan(0);
      // PostgreSQL tries a statement five times with its values before it decides.
      expect(found.filter(({ anew }) => anew > 5)).toEqual([]);
    },
  );

  it('of notices keeps its statement for words that are looked for in each row, not for those of an index', async () => {
    const kept = `SELECT name FROM pg_prepared_statements WHERE name LIKE 'notices % words1'`;
    const look = (query: string) => given.stranger.get(`/notices?q=${encodeURIComponent('李家')}${query}`);
    await look('&state=all');
    expect(await exchange.database.ask(kept)).toEqual([]);
    await look('');
    expect(await exchange.database.ask(kept)).toEqual([{ name: expect.stringMatching(/^notices along ending/) }]);
  });

  it('of a station’s boards goes to their texts by an index', async () => {
    const plan = await exchange.database.transaction(async (tx) => {
      // Of few rows the planner reads all; of many it may not have to.
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query(`EXPLAIN SELECT FROM venue_posting v JOIN publication p ON p.id = v.publication_id
        WHERE v.office_code = '370126101226' AND v.kind = 'village_board' AND v.removed_at IS NULL`);
    });
    expect(JSON.stringify(plan)).toContain('publication_pkey');
  });

  it('costs the same when there are more of everything', async () => {
    const costs = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const [path, login] of lists) found.push(`${path} ${login} ${await cost(path, login)}`);
      return found;
    };
    const before = await costs();
    for (const state of ['survey', 'on_notice', 'deposit'] as const) await given.transfer({ state });
    expect(await costs()).toEqual(before);
  }, 120_000);

  it('leads to a case, whose page asks for the version of the rules once and has the case by a kept statement', async () => {
    const page = () => given.as('reviewer').get(`/transfers/${certified.id}`);
    await page();
    const asked = await exchange.statementsFor(page);
    expect(asked.filter((text) => text.includes('FROM calendar_version'))).toHaveLength(1);
    // TypeORM writes its own statements anew each time, with a prefix to each column.
    expect(asked.filter((text) => text.includes('"Transfer_id"'))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(45);
  });
});
