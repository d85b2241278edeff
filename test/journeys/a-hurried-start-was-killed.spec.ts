import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { CONFIG, type Config } from '#platform';
import { playOnce } from '../../apps/exchange/src/training/play-once.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

/** The first start plays its cases in a hurry on its own PostgreSQL; killed meanwhile, it leaves the settings of the hurry behind. */
describe('A first start that was killed while it played', () => {
  let exchange: TestExchange;
  let owner: pg.Client;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    owner = new pg.Client(exchange.databaseUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await exchange?.close();
  });

  const left = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT name FROM pg_file_settings WHERE sourcefile LIKE '%postgresql.auto.conf' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('is followed by one that plays nothing again and works as safely as ever', async () => {
    await new Given(exchange).transfer({ state: 'draft' });
    await owner.query('ALTER SYSTEM SET synchronous_commit = off');
    await owner.query('ALTER SYSTEM SET plan_cache_mode = force_generic_plan');
    expect(await left()).toEqual(['plan_cache_mode', 'synchronous_commit']);
    const config: Config = { ...exchange.app.get<Config>(CONFIG), databaseUrl: null, trainingCases: 1 };
    await playOnce(exchange.app, config, exchange.clock, exchange.databaseUrl);
    expect(await left()).toEqual([]);
    expect(await exchange.database.ask('SELECT count(*)::int AS many FROM transfer')).toEqual([{ many: 1 }]);
  });
});
