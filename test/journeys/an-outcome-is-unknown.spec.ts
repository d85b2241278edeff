import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

type Query = (this: pg.Client, ...asked: unknown[]) => unknown;

describe('An act', () => {
  let exchange: TestExchange;
  let given: Given;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    // Signed in before anything is lost.
    await given.as('101-clerk').headers();
  });
  afterAll(() => exchange.close());

  const wish = async () => {
    const { villageCode: _village, ...rest } = await given.wish();
    return { ...rest, mode: 'lease', payment: '每年 10 月 20 日前付下一年', ability: '经营土地 6 年' };
  };
  const send = async (who: string, key: string, payload: object) => {
    const headers = { ...(await given.as(who).headers()), 'idempotency-key': key };
    const answer = await exchange.app.inject({ method: 'POST', url: '/api/transfers', headers, payload });
    return { status: answer.statusCode, retry: answer.headers['retry-after'], ...answer.json<{ type?: string }>() };
  };
  const many = async () =>
    (await exchange.database.ask<{ many: number }>('SELECT count(*)::int AS many FROM transfer'))[0]?.many;

  /** The driver loses its connection as this statement is answered, or instead of sending it. */
  async function losing<Result>(text: RegExp, after: boolean, work: () => Promise<Result>): Promise<Result> {
    const driver = pg.Client.prototype as unknown as { query: Query };
    const { query } = driver;
    const lost = (): Error => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    driver.query = function lose(this: pg.Client, ...asked) {
      const first = asked[0] as string | { text: string };
      if (!text.test(typeof first === 'string' ? first : first.text)) return query.apply(this, asked);
      const told = asked.at(-1);
      if (typeof told === 'function') return (told as (error: Error) => void)(lost());
      return (after ? (query.apply(this, asked) as Promise<unknown>) : Promise.resolve()).then(() => {
        throw lost();
      });
    };
    try {
      return await work();
    } finally {
      driver.query = query;
    }
  }

  it('whose commit was not answered is unknown, and told when it is asked again', async () => {
    const [draft, before] = [await wish(), (await many()) ?? 0];
    const lost = await losing(/^COMMIT$/, true, () => send('101-clerk', 'lost-commit', draft));
    expect(lost).toMatchObject({ status: 503, retry: '5', type: '/problems/outcome-unknown' });
    expect(await many()).toBe(before + 1);
    expect((await send('101-clerk', 'lost-commit', draft)).status).toBe(201);
    expect(await many()).toBe(before + 1);
  });

  it('that finds the database away is not done, and says when to come back', async () => {
    const [draft, before] = [await wish(), await many()];
    const away = await losing(/^START TRANSACTION$/, false, () => send('101-clerk', 'away', draft));
    expect(away).toMatchObject({ status: 503, retry: '5', type: '/problems/database-away' });
    expect(await many()).toBe(before);
  });

  it('of somebody who is no party and of no office of the place is refused before anything stands', async () => {
    const [draft, before] = [await wish(), await many()];
    for (const who of ['102-clerk', '102-reviewer'])
      expect(await send(who, `stranger ${who}`, draft)).toMatchObject({
        status: 403,
        type: '/problems/transfer-not-party',
      });
    expect(await many()).toBe(before);
  });
});
