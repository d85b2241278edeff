import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '#platform';
import { buildApp } from '../../apps/exchange/src/open-exchange.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

/** Answers are kept in memory while nothing changes; two processes on one database never tell different stories. */
describe('A kept answer', () => {
  let given: Given;
  let apps: NestFastifyApplication[];
  const ask = (app: NestFastifyApplication, query = '') => app.inject({ url: `/api/notices${query}` });
  const idsIn = async (app: NestFastifyApplication, query = ''): Promise<string[]> =>
    (await ask(app, query)).json<{ rows: { id: string }[] }>().rows.map(({ id }) => id);
  const publish = async (): Promise<string> => {
    const story = await given.transfer({ state: 'on_notice' });
    return (await story.view()).noticeId ?? '';
  };

  beforeAll(async () => {
    const exchange = await TestExchange.open('2026-10-10T09:00:00+08:00', { ANSWER_CACHE: 'yes' });
    given = new Given(exchange);
    const settings = { STATE_FOLDER: process.env['TEST_FOLDER'], REQUESTS_PER_MINUTE: '0', ANSWER_CACHE: 'yes' };
    const other = await buildApp(readConfig(settings), exchange.clock, exchange.databaseUrl, ['error', 'warn']);
    apps = [exchange.app, other];
    await publish();
  }, 120_000);
  afterAll(async () => {
    await apps[1]?.close();
    await given.close();
  });

  it('costs one look at the numbers, and says the same with the same headers', async () => {
    const without = ({ date: _date, ...headers }: Record<string, unknown>) => headers;
    for (const app of apps) {
      const [first, second] = [await ask(app), await ask(app)];
      expect(second.body).toBe(first.body);
      expect(without(second.headers)).toEqual(without(first.headers));
      expect(await given.exchange.queriesFor(() => ask(app))).toBe(1);
      expect(await given.exchange.queriesFor(() => ask(app, '?state=all'))).toBeGreaterThan(1);
    }
  });

  it('is never older than an act that has been answered, in whichever process', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      for (const app of apps) await ask(app);
      const id = await publish();
      for (const app of apps) expect(await idsIn(app)).toContain(id);
    }
  }, 60_000);

  it('is never older while acts and questions cross', async () => {
    const published: string[] = [];
    let over = false;
    const publishing = (async () => {
      for (let turn = 0; turn < 3; turn += 1) published.push(await publish());
      over = true;
    })();
    for (let turn = 0; !over; turn += 1) {
      const before = [...published];
      expect(await idsIn(apps[turn % 2]!, '?sort=newest')).toEqual(expect.arrayContaining(before));
    }
    await publishing;
  }, 60_000);

  it('of one village outlives what changes in another', async () => {
    const [mine, others] = ['370126101226', '370126101201'];
    for (const app of apps) await ask(app, `?village=${mine}`);
    const elsewhere = { villageCode: others, parcels: await given.land('8.00', others) };
    const story = await given.transfer({ ...elsewhere, state: 'on_notice' });
    for (const app of apps) {
      // One look at the numbers, and one at which places they are of; nothing is read of the list.
      expect(await given.exchange.queriesFor(() => ask(app, `?village=${mine}`))).toBe(2);
      expect(await given.exchange.queriesFor(() => ask(app, `?village=${mine}`))).toBe(1);
      expect(await idsIn(app, `?village=${others}`)).toEqual([(await story.view()).noticeId]);
      expect(await idsIn(app, '?town=370126101&sort=newest')).toContain((await story.view()).noticeId);
    }
    const id = await publish();
    for (const app of apps) expect(await idsIn(app, `?village=${mine}`)).toContain(id);
  }, 60_000);

  it('ends when the hour strikes, without any act', async () => {
    const { id } = await given.runningNotice();
    const stateIn = async (app: NestFastifyApplication): Promise<string | undefined> =>
      (await ask(app)).json<{ rows: { id: string; state: string }[] }>().rows.find((row) => row.id === id)?.state;
    for (const app of apps) expect([await stateIn(app), await stateIn(app)]).toEqual(['running', 'running']);
    given.exchange.setDay('2026-12-10', '09:00');
    for (const app of apps) expect(await stateIn(app)).toBe('over');
    given.exchange.setDay('2026-10-12', '09:00');
    for (const app of apps) expect(await stateIn(app)).toBe('running');
  }, 60_000);

  it('is for strangers’ programs alone: who is signed in is looked up, and a page is made for its reader', async () => {
    const [app] = apps;
    await ask(app!);
    const page = { url: '/notices', headers: { accept: 'text/html' } };
    expect(await given.exchange.queriesFor(() => app!.inject(page))).toBeGreaterThan(1);
    expect(await given.exchange.queriesFor(() => given.as('reviewer').ask('/notices'))).toBeGreaterThan(1);
    expect((await ask(app!, '?colour=red')).statusCode).toBe(422);
  });
});
