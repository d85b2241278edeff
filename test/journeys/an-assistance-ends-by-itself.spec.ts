import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMinutes } from '#kernel';
import { Sweeper } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { Walker, said } from '../support/walker.js';

/** The person has gone home, the clerk is on the telephone: nobody acts in a name that is no longer there. */
describe('An assistance', () => {
  let exchange: TestExchange;
  let clerk: Walker;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    clerk = await Walker.signIn(exchange, '101-village-226');
  });
  afterAll(() => exchange.close());

  const minutesPass = (minutes: number): void => {
    exchange.passMinutes(minutes);
    exchange.clock.set(addMinutes(exchange.clock.now(), minutes));
  };
  const field = (body: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

  async function begin(): Promise<string> {
    await clerk.open('/assisted/new');
    const card = await clerk.send('/assisted/practice-card');
    const read = { identityNumber: field(card.body, 'identityNumber'), name: field(card.body, 'name') };
    expect(read.identityNumber).toMatch(/^999999/);
    await clerk.open('/assisted/new');
    const begun = await clerk.send('/assisted', {
      ...{ ...read, identityRead: 'card_reader', witness: '禾见证', readAloud: '念了全部内容，本人点头' },
    });
    expect(said(begun.body)).toContain('正在代');
    const draft = await clerk.send('/transfers/new', { side: 'out' });
    return draft.url;
  }

  it('goes on as long as something is done, and ends a quarter of an hour after the last act', async () => {
    const draft = await begin();
    minutesPass(14);
    expect(said((await clerk.open(draft)).body)).toContain('正在代');
    minutesPass(14);
    expect(said((await clerk.open(draft)).body)).toContain('正在代');
    minutesPass(16);
    const late = await clerk.send(draft, { ability: '种粮六年' });
    expect(late.status).toBe(404);
    expect(said(late.body)).toContain('代办');
    expect(said((await clerk.open('/desk')).body)).not.toContain('正在代');
    await exchange.app.get(Sweeper).sweep();
    const rows = await exchange.database.ask<{ reason: string }>(
      'SELECT end_reason AS reason FROM assisted_session ORDER BY started_at',
    );
    expect(rows).toEqual([{ reason: 'idle' }]);
  });

  it('whose page is gone: what was refused of what came from it is still read', async () => {
    const draft = await begin();
    minutesPass(16);
    expect((await clerk.open(draft)).status).toBe(404);
    const refused = await clerk.send('/listings', { priceYuan: '八百', payment: '付' });
    expect(refused.status).toBe(404);
    expect(said(refused.body)).toContain('刚才填的没有办成');
    for (const fault of ['找到一户或者一块地', '付款方式写 4 到 200 个字', '每亩每年多少元'])
      expect(said(refused.body)).toContain(fault);
    // It is said once.
    expect(said((await clerk.open(draft)).body)).not.toContain('刚才填的没有办成');
  });

  it('ends with the clerk’s signing out', async () => {
    await begin();
    await clerk.send('/sign-out');
    // The record learns of it with the next round of the clock, a minute later at the most.
    minutesPass(1);
    await exchange.app.get(Sweeper).sweep();
    const rows = await exchange.database.ask<{ reason: string }>(
      'SELECT end_reason AS reason FROM assisted_session ORDER BY started_at',
    );
    expect(rows.map((row) => row.reason)).toEqual(['idle', 'idle', 'sign_out']);
  });
});
