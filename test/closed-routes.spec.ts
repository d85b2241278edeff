import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routesOf } from '#platform';
import { TestExchange } from './support/exchange.js';
import { Given } from './support/given.js';
import { cookieOf } from './support/people.js';

const some = '00000000-0000-4000-8000-000000000000';
const safe = new Set(['GET', 'HEAD']);

describe('Every route that is not on the public list', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  const closed = (): { method: 'GET' | 'POST' | 'DELETE'; url: string }[] =>
    routesOf(exchange.app)
      .filter((route) => !route.public)
      .map(({ method, path }) => ({ method: method as 'GET', url: `/api${path.replaceAll(/:\w+/g, some)}` }));

  it('sends a stranger to sign in, before it looks at anything else', async () => {
    const wrong = [];
    for (const { method, url } of closed()) {
      const answer = await exchange.app.inject({ method, url });
      if (answer.statusCode !== 401) wrong.push(`${method} ${url} ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
  });

  it('refuses what another site sends, whoever is signed in', async () => {
    const cookie = await cookieOf(new Given(exchange).as('reviewer'));
    const headers = { cookie, 'sec-fetch-site': 'cross-site' };
    const wrong = [];
    for (const { method, url } of closed().filter((each) => !safe.has(each.method))) {
      const answer = await exchange.app.inject({ method, url, headers });
      if (answer.statusCode !== 403 || answer.json<{ type: string }>().type !== '/problems/cross-site')
        wrong.push(`${method} ${url} ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
  });
});
