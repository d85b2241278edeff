import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../apps/exchange/src/training/api-client.js';
import { TestExchange } from '../support/exchange.js';

interface Refused {
  type: string;
  detail: string;
  errors: { pointer: string; detail: string }[];
}

const names = (many: number, longer = ''): [string, string][] =>
  Array.from({ length: many }, (_, index) => [`u${longer}${index}`, '1']);
const json = (many: number, longer = ''): string => JSON.stringify(Object.fromEntries(names(many, longer)));
const doors = ['/api/sessions', '/api/verify', '/api/follow', '/api/transfers', '/api/notices/370126/objections'];

describe('A body of more than anybody asks for', () => {
  let exchange: TestExchange;
  beforeAll(async () => void (exchange = await TestExchange.open()));
  afterAll(() => exchange.close());

  const post = (url: string, payload: string, type = 'application/json', accept = 'application/json') =>
    exchange.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, accept } }) as Promise<Answer>;
  const form = 'application/x-www-form-urlencoded';

  it.each(doors)('is refused at %s before it is looked at, and not said back', async (door) => {
    for (const many of [4001, 60_000, 201]) {
      const answer = await post(door, json(many));
      expect([many, answer.statusCode, answer.json<Refused>().type]).toEqual([many, 422, '/problems/too-many-fields']);
      expect(answer.rawPayload.length).toBeLessThan(1000);
    }
  });

  it('is refused wherever its names stand', async () => {
    const [inner, list] = [Object.fromEntries(names(201)), Array.from({ length: 2001 }, () => ({}))];
    for (const body of [{ a: inner }, { a: [{ b: inner }] }, { parcels: list }])
      expect((await post('/api/sessions', JSON.stringify(body))).json<Refused>().type).toBe(
        '/problems/too-many-fields',
      );
    const query = new URLSearchParams(names(201)).toString();
    expect((await exchange.app.inject(`/api/notices?${query}`)).json<Refused>().type).toBe('/problems/too-many-fields');
  });

  it('is refused as a form too, with files and without', async () => {
    for (const many of [201, 4001, 60_000]) {
      const answer = await post('/sign-in', new URLSearchParams(names(many)).toString(), form, 'text/html');
      expect([many, answer.statusCode]).toEqual([many, 422]);
      expect(answer.rawPayload.length).toBeLessThan(20_000);
    }
    const same = await post('/sign-in', 'login=a&'.repeat(60_000), form, 'text/html');
    expect(same.statusCode).toBe(422);
  });

  it('has twenty of its faults told, each in short words', async () => {
    for (const [many, longer] of [
      [200, ''],
      [200, '\u0007'.repeat(500)],
      [200, '长'.repeat(900)],
    ] as const) {
      const answer = await post('/api/sessions', json(many, longer));
      const { type, errors } = answer.json<Refused>();
      expect([type, errors.length]).toEqual(['/problems/invalid-input', 20]);
      expect(answer.rawPayload.length).toBeLessThan(20_000);
    }
    const deep = JSON.stringify({
      ['长'.repeat(100_000)]: { ['x'.repeat(100_000)]: Array.from({ length: 90 }, () => '\0') },
    });
    const answer = await post('/api/sessions', deep);
    expect([answer.statusCode, answer.json<Refused>().errors.length]).toEqual([422, 20]);
    expect(answer.rawPayload.length).toBeLessThan(20_000);
  });

  it('is not the largest that anybody means', async () => {
    const parcels = Array.from({ length: 400 }, (_, index) => ({ code: `${index}`, side: 'north', areaMu: '1.5' }));
    const answer = await post('/api/transfers', JSON.stringify({ ability: 'x', parcels }));
    expect(answer.json<Refused>().type).not.toBe('/problems/too-many-fields');
  });
});
