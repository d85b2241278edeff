import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

describe('HTTP', () => {
  let exchange: TestExchange;
  let given: Given;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
  });
  afterAll(() => exchange.close());

  const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' | 'PUT' = 'GET') =>
    exchange.app.inject({ url, headers, method });
  const kindOf = async (url: string, headers: Record<string, string> = {}) =>
    String((await ask(url, headers)).headers['content-type']).split(';')[0];

  it.each([
    ['nothing', {}, 'text/html'],
    ['anything', { accept: '*/*' }, 'text/html'],
    ['a picture', { accept: 'image/png' }, 'text/html'],
    ['what no header can mean', { accept: ';;;q=x' }, 'text/html'],
    ['JSON', { accept: 'application/json' }, 'application/json'],
    ['JSON, or else anything', { accept: 'application/json, text/plain, */*' }, 'application/json'],
    ['problems in JSON', { accept: 'application/problem+json' }, 'application/json'],
    ['pages rather than JSON', { accept: 'application/json;q=0.8, text/html' }, 'text/html'],
    ['JSON rather than pages', { accept: 'text/html;q=0.3, application/json;q=0.9' }, 'application/json'],
    ['anything but pages', { accept: 'text/html;q=0, */*' }, 'application/json'],
    ['anything, with a cookie', { accept: '*/*', cookie: 'session=x' }, 'text/html'],
    ['anything, with a token', { accept: '*/*', authorization: 'Bearer x' }, 'application/json'],
    ['pages, with a token', { accept: 'text/html', authorization: 'Bearer x' }, 'text/html'],
  ])('gives who asks for %s what he can read', async (_, headers, type) => {
    expect(await kindOf('/notices', headers)).toBe(type);
    expect(await kindOf('/api/notices', headers)).toBe('application/json');
  });

  it.each([
    ['/transfers/:id/push', '/transfers/:id/county-submission'],
    ['/transfers/:id/mandates?next=3', '/transfers/:id/powers-of-attorney?next=3'],
    ['/deposits/:id/payments', '/deposits/:id/receipts'],
    ['/deposits/:id/outflows/7/approval', '/deposits/:id/disbursements/7/approval'],
  ])('leads from %s, where an act was, to where it is', async (before, now) => {
    const [was, is] = [before, now].map((path) => path.replace(':id', '5f0c9d1e-0000-4000-8000-000000000000'));
    const { statusCode, headers } = await ask(`/api${was}`, { accept: 'application/json' }, 'POST');
    expect([statusCode, headers.location]).toEqual([308, `/api${is}`]);
    expect((await ask(was!, { accept: 'text/html' })).headers.location).toBe(is);
  });

  it('answers HEAD as GET, without the body', async () => {
    const [head, get] = [await ask('/notices', {}, 'HEAD'), await ask('/notices')];
    expect([head.statusCode, head.body, head.headers['content-type']]).toEqual([200, '', get.headers['content-type']]);
  });

  it('lets fall what a messenger adds to the link of a page, and names it to a program', async () => {
    for (const path of ['/notices', '/calculator', '/offices', '/verify'])
      expect([path, (await ask(`${path}?from=singlemessage&isappinstalled=0`)).statusCode]).toEqual([path, 200]);
    expect((await ask('/api/notices?from=singlemessage')).json()).toMatchObject({ type: '/problems/list-filter' });
    expect((await ask('/api/calculator?from=singlemessage')).statusCode).toBe(422);
  });

  it('names the methods of an address that has none of the asked', async () => {
    const put = await ask('/api/notices', {}, 'PUT');
    expect([put.statusCode, put.headers.allow, put.json<{ type: string }>().type]).toEqual([
      ...[405, 'GET, HEAD', '/problems/method-not-allowed'],
    ]);
    expect((await ask('/api/verify', {}, 'PUT')).headers.allow).toBe('GET, HEAD, POST');
    expect((await ask('/api/nowhere', {}, 'PUT')).statusCode).toBe(404);
  });

  it('says how to sign in, and that a token is worth nothing', async () => {
    expect((await ask('/api/transfers')).headers['www-authenticate']).toBe('Bearer realm="exchange"');
    const foreign = await ask('/api/transfers', { authorization: 'Bearer nobody' });
    expect(foreign.headers['www-authenticate']).toBe('Bearer realm="exchange", error="invalid_token"');
  });

  it.each([
    ['a text', 'text/plain', 'x'],
    ['XML', 'application/xml', '<x/>'],
    ['JSON in GBK', 'application/json; charset=gbk', '{}'],
    ['a page’s form', 'application/x-www-form-urlencoded', 'code=1'],
  ])('does not read %s from a program', async (_, type, payload) => {
    const headers = { 'content-type': type };
    const answer = await exchange.app.inject({ method: 'POST', url: '/api/verify', headers, payload });
    expect([answer.statusCode, answer.headers['accept'], answer.json<{ type: string }>().type]).toEqual([
      ...[415, 'application/json, multipart/form-data', '/problems/unsupported-media-type'],
    ]);
  });

  it('sends a public list once, until it changes', async () => {
    for (const url of ['/notices', '/api/notices', '/api/openapi.json', '/guide']) {
      const first = await ask(url);
      expect([url, first.headers['cache-control']]).toEqual([url, 'public, no-cache']);
      const again = await ask(url, { 'if-none-match': `"old", ${String(first.headers.etag)}` });
      expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
    }
    const { etag } = (await ask('/api/notices')).headers;
    await given.runningNotice();
    expect((await ask('/api/notices', { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  it('does nothing to what is not as it was read', async () => {
    const clerk = given.as('101-clerk');
    const [one, other] = [await given.transfer({ state: 'draft' }), await given.transfer({ state: 'draft' })];
    const tagOf = async ({ id }: { id: string }) => String((await clerk.ask(`/transfers/${id}`)).headers.etag);
    const withdraw = (tag: string, id = one.id) => clerk.send(`/transfers/${id}/withdrawal`, {}, { 'if-match': tag });
    const [own, foreign] = [await tagOf(one), await tagOf(other)];
    expect(own).not.toBe(foreign);
    const told = async (tag: string) => (await withdraw(tag)).json<{ type: string }>().type;
    for (const tag of [foreign, '"7"', '"another opaque tag"'.replaceAll(' ', '-')])
      expect([tag, await told(tag)]).toEqual([tag, '/problems/changed-meanwhile']);
    for (const tag of ['7', 'abc', '"half', '"1",', ''])
      expect([tag, await told(tag)]).toEqual([tag, '/problems/if-match-unreadable']);
    expect((await withdraw(`"${other.id}.1", ${own}`)).statusCode).toBe(201);
    expect((await withdraw('*', other.id)).statusCode).toBe(201);
  });

  it('takes the same act for the same, however its body is written', async () => {
    const [reviewer, { id }] = [given.as('101-reviewer'), await given.transfer({ state: 'town_review' })];
    const headers = { ...(await reviewer.headers()), 'content-type': 'application/json', 'idempotency-key': 'w-1' };
    const send = (payload: string, more: Record<string, string> = {}) =>
      exchange.app.inject({
        ...{ method: 'POST', url: `/api/transfers/${id}/rejection`, payload },
        ...{ headers: { ...headers, ...more } },
      });
    const first = await send('{"reason":"材料是假的","rule":"农村土地承包法第38条"}');
    const second = await send('{ "rule": "农村土地承包法第38条", "reason": "材料是假的" }');
    expect([first.statusCode, second.statusCode, second.body]).toEqual([201, 201, first.body]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const long = await send('{}', { 'idempotency-key': 'k'.repeat(300) });
    expect([long.statusCode, long.json<{ type: string }>().type]).toEqual([400, '/problems/idempotency-key-too-long']);
  });

  it('keeps nothing of what somebody known reads', async () => {
    const answer = await given.as('reviewer').ask('/notices');
    expect([answer.headers['cache-control'], answer.headers.etag]).toEqual(['no-store', undefined]);
  });
});
