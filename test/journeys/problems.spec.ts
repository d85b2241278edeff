import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

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

  const said = async (request: InjectOptions) => {
    const answer = await exchange.app.inject(request);
    expect(String(answer.headers['content-type'])).toMatch(/^application\/problem\+json/);
    const { title, detail, errors } = answer.json<{ title: string; detail: string; errors: { pointer: string }[] }>();
    return `${answer.statusCode} ${title}：${detail} ${errors.map(({ pointer }) => pointer).join(' ')}`;
  };
  const payloads = (payload: string, type = 'application/json'): InjectOptions => ({
    method: 'POST',
    url: '/api/verify',
    headers: { 'content-type': type, 'idempotency-key': 'one' },
    payload,
  });

  it.each([
    ['cannot be decoded', '/api/verify/%E0%A4%A'],
    ['is no UTF-8', '/api/offices/%ED%A0%80'],
    ['holds a NUL', '/api/verify/a%00b'],
    ['every object knows', '/api/guide/__proto__'],
    ['every object has', '/api/problems/toString'],
    ['has an endless part', `/api/offices/${'x'.repeat(201)}`],
  ])('of a path that %s is that of an unknown page', async (_, url) => {
    expect(await said({ url })).toContain('404 没有这一页');
    const page = await exchange.app.inject({ url: url.slice(4), headers: { accept: 'text/html' } });
    expect([page.statusCode, page.body.includes('没有这一页')]).toEqual([404, true]);
  });

  /** A page's form, of which somebody wants to know as a program why it is refused. */
  const form = (payload: string): InjectOptions => ({
    method: 'POST',
    url: '/verify',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    payload,
  });

  it.each([
    ['a text', payloads('"password"'), '一组有名字的项'],
    ['a number', payloads('7'), '一组有名字的项'],
    ['a list', payloads('[]'), '一组有名字的项'],
    ['half a form', payloads('--x', 'multipart/form-data; boundary=x'), '表单不完整'],
    ['parts without a boundary', payloads('x', 'multipart/form-data'), '表单不完整'],
    ['what is no JSON', payloads('{"code":'), '读不懂'],
  ])('says that the body is %s', async (_, request, words) => {
    expect(await said(request)).toMatch(new RegExp(`^400 请求的格式不对：.*${words}`));
  });

  it.each([
    ['a NUL', payloads('{"code":"a\\u0000b"}'), '不能保存的字符', '#/code'],
    ['half of a pair', payloads('{"code":"\\ud800"}'), '不能保存的字符', '#/code'],
    ['a NUL in a form', form('code=%00'), '不能保存的字符', '#/code'],
    ['a NUL in the address', { url: '/api/notices?q=%00' }, '不能保存的字符', '#/q'],
    ['what every object has', payloads('{"code":{"toString":"x"}}'), '没有“toString”这一项', '#/code'],
    ['endless brackets', payloads(`{"code":${'['.repeat(3000)}${']'.repeat(3000)}}`), '最多 32 层', '#/code'],
    ['endless dots', form(`${'a.'.repeat(9000)}a=1`), '没有“a.a.a', '#/a.a'],
    ['too much of a list', { url: '/api/offices?town=1' }, '镇街代码是 12 位', '#/town'],
  ])('names the field that has %s', async (_, request, words, pointer) => {
    const text = await said(request);
    expect([text.slice(0, 3), text.includes(words), text.includes(pointer)]).toEqual(['422', true, true]);
  });

  it('is in Chinese where an input class has no words of its own', async () => {
    const headers = await new Given(exchange).as('director').headers();
    expect(await said({ url: '/api/transfers?limit=1000', headers })).toContain('一页 1 到 100 件 #/limit');
    expect(await said({ url: '/api/transfers?limit=x', headers })).toContain('一页 1 到 100 件 #/limit');
    expect(await said({ url: '/api/transfers?household=1', headers })).toContain('这个列表没有这个条件');
    expect(await said({ url: `/api/transfers?after=${'x'.repeat(201)}`, headers })).toContain('#/after');
    const end = { method: 'POST' as const, url: '/api/seals/00000000-0000-4000-8000-000000000000/end', headers };
    const on = (validTo: string) => ({ ...end, payload: { validTo, reason: '换新章' } });
    expect(await said(on('2026-02-30'))).toContain('没有 2026-02-30 这一天 #/validTo');
    expect(await said(on('0000-00-00'))).toContain('没有 0000-00-00 这一天');
    expect(await said(on('9999-12-31'))).toContain('9999-12-31 太远了');
    expect(await said(on('明天'))).toContain('请填停用日期');
    for (const after of ['-1', `-1_${'-'.repeat(36)}`, '9999999999999999999_1'])
      for (const list of ['transfers', 'certificates', 'encumbrances', 'deposits', 'inspections', 'desk/ending']) {
        const answer = await exchange.app.inject({ url: `/api/${list}?after=${after}`, headers });
        expect([list, after, [200, 403, 422].includes(answer.statusCode)]).toEqual([list, after, true]);
      }
  });
});
