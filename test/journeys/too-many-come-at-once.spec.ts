import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

/** Four hands, two of them for readers. A lock on the cases keeps them full for as long as the test wants. */
describe('When all hands are full', () => {
  let exchange: TestExchange;
  let headers: Record<string, string>;
  const keeper = (): pg.Client => new pg.Client(exchange.databaseUrl);

  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', { REQUESTS_AT_ONCE: '4' });
    headers = await new Given(exchange).as('101-clerk').headers();
  });
  afterAll(() => exchange.close());

  const inject = (asked: InjectOptions) => exchange.app.inject(asked);
  const reads = () => inject({ url: '/api/transfers', headers });
  const acts = () =>
    inject({
      method: 'POST',
      url: '/api/transfers/00000000-0000-4000-8000-000000000000/acceptance',
      headers,
      payload: {},
    });
  const looks = (url = '/api/problems', more: Record<string, string> = {}) => inject({ url, headers: more });
  const signsIn = () => inject({ method: 'POST', url: '/api/sessions', payload: {} });

  async function until(status: number, ask: () => Promise<{ statusCode: number }>): Promise<void> {
    while ((await ask()).statusCode !== status) await turn();
  }

  it('a reader is told at once when to come again, an act still goes, and beyond all hands that too is told', async () => {
    const lock = keeper();
    await lock.connect();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE transfer IN ACCESS EXCLUSIVE MODE');
    const reading = [reads(), reads()];
    await until(503, looks);
    const refused = await looks();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '10']);
    expect(refused.json()).toMatchObject({ type: '/problems/busy', detail: expect.stringContaining('10 秒以后再看') });
    expect((await signsIn()).statusCode).toBe(422);

    const acting = [acts(), acts()];
    await until(503, signsIn);
    const late = await signsIn();
    expect([late.statusCode, late.headers['retry-after']]).toEqual([503, '5']);
    expect(late.json()).toMatchObject({ type: '/problems/busy', detail: expect.stringContaining('还没有开始办') });
    const page = await looks('/', { accept: 'text/html' });
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '10']);
    expect(page.body).toContain('现在太忙');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");

    await lock.query('COMMIT');
    await lock.end();
    expect((await Promise.all(reading)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await Promise.all(acting)).map(({ statusCode }) => statusCode)).toEqual([404, 404]);
    expect((await looks()).statusCode).toBe(200);
    expect((await signsIn()).statusCode).toBe(422);
  });

  it('no place is lost to what was refused, unknown or not to be read', async () => {
    for (let round = 0; round < 6; round += 1) {
      expect((await looks('/api/nothing-here')).statusCode).toBe(404);
      expect(
        (
          await inject({
            method: 'POST',
            url: '/api/sessions',
            payload: '{',
            headers: { 'content-type': 'application/json' },
          })
        ).statusCode,
      ).toBe(400);
      expect((await inject({ url: '/api/transfers' })).statusCode).toBe(401);
    }
    expect((await reads()).statusCode).toBe(200);
  });
});
