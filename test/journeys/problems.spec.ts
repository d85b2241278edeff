import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';

describe('A refusal', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  it('has a page of its own that explains it, and the same as JSON', async () => {
    const page = await exchange.app.inject({ url: '/problems/step-blocked', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('还有事没办完');
    const json = await exchange.app.inject({ url: '/api/problems/step-blocked' });
    expect(json.json()).toMatchObject({ type: 'step-blocked', status: 409 });
  });

  it('keeps its status on the page as in the answer to a program', async () => {
    const page = await exchange.app.inject({ url: '/nowhere', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(404);
    const json = await exchange.app.inject({ url: '/api/nowhere' });
    expect(json.headers['content-type']).toContain('application/problem+json');
    expect(json.json()).toMatchObject({ status: 404, type: '/problems/not-found' });
  });
});
