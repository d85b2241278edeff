import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OfficesService } from '#offices';
import { TestExchange } from '../support/exchange.js';

describe('A stranger', () => {
  let exchange: TestExchange;
  const read = (url: string, accept = 'text/html') => exchange.app.inject({ method: 'GET', url, headers: { accept } });

  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  it('reads the front page without signing in, also where nothing has happened yet', async () => {
    const page = await read('/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('明明白白地转');
    expect(page.body).toContain('现在没有正在公示的流转');
    expect(page.body).not.toContain('NaN');
  });

  it('gets the same figures as JSON', async () => {
    const { figures } = (await read('/', 'application/json')).json<{ figures: object }>();
    expect(figures).toMatchObject({ running: 0, rights: 0, reviewed: 0, onTimePercent: null });
  });

  it('costs the database few statements for it', async () => {
    await exchange.app.get(OfficesService).names();
    expect(await exchange.queriesFor(() => read('/'))).toBeLessThanOrEqual(6);
  });

  it('reads in the guide the limits that are in force, not copied ones', async () => {
    const page = await read('/guide');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('满 7 个工作日');
    expect(page.body).toContain('1 个工作日');
    expect(page.body).toContain('30%');
  });

  it.each(['assistance', 'priority', 'figures'])('finds the guide on %s', async (topic) => {
    expect((await read(`/guide/${topic}`)).statusCode).toBe(200);
  });

  it.each(['/guide/nothing', '/no/such/page'])('is told in plain words that %s is not there', async (url) => {
    const page = await read(url);
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('没有这一页');
    expect(page.body).toContain('href="/"');
  });
});
