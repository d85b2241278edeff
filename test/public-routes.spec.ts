import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicRoutes } from '#platform';
import { TestExchange } from './support/exchange.js';

describe('The routes open to everybody', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  it('are those of test/public-routes.txt, no more and no fewer', () => {
    const open = publicRoutes(exchange.app);
    const listed = readFileSync('test/public-routes.txt', 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect({ opened: open.filter((route) => !listed.includes(route)) }).toEqual({ opened: [] });
    expect({ gone: listed.filter((route) => !open.includes(route)) }).toEqual({ gone: [] });
  });
});
