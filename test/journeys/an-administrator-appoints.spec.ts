import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockActor } from '#kernel';
import { AccountsService, hashPassword, trainingAccounts, trainingPassword } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

interface Listed {
  rows: {
    id: string;
    login: string;
    name: string;
    kind: string;
    status: string;
    posts: { post: string; officeCode: string }[];
  }[];
  next: string;
}

describe('An administrator', () => {
  let exchange: TestExchange;
  let headers: { authorization?: string };
  let deputy: { authorization?: string };

  const inject = (options: Parameters<typeof exchange.app.inject>[0]) => exchange.app.inject(options);
  const post = (url: string, payload: object = {}) => inject({ method: 'POST', url: `/api${url}`, headers, payload });
  const idOf = async (login: string): Promise<string> => {
    const { rows } = (await inject({ url: `/api/accounts?q=${login}`, headers })).json<Listed>();
    return rows.find((each) => each.login === login)?.id ?? '';
  };

  beforeAll(async () => {
    exchange = await TestExchange.open();
    const [first] = trainingAccounts({ code: '370126000000', name: '商河县' }, []).filter(
      (each) => each.login === 'administrator',
    );
    if (!first) throw new Error('No administrator in training.');
    const hash = await hashPassword(trainingPassword);
    await exchange.act(clockActor, (act) =>
      exchange.app.get(AccountsService).openReady(act, { ...first, login: 'deputy' }, hash),
    );
    const given = new Given(exchange);
    [headers, deputy] = [await given.as('administrator').headers(), await given.as('deputy').headers()];
  });
  afterAll(() => exchange.close());

  it('takes a post away with the next request of a running session', async () => {
    expect((await inject({ url: '/api/accounts', headers: deputy })).statusCode).toBe(200);
    const id = await idOf('deputy');
    const { posts } = (await inject({ url: `/api/accounts/${id}`, headers })).json<{ posts: { id: string }[] }>();
    expect((await post(`/accounts/${id}/posts/${posts[0]?.id}/end`)).statusCode).toBe(201);
    expect((await inject({ url: '/api/accounts', headers: deputy })).json()).toMatchObject({
      type: '/problems/not-your-post',
    });
    expect((await post(`/accounts/${id}/posts`, { post: 'county_administrator', office: '商河县' })).statusCode).toBe(
      201,
    );
  });

  it('appoints to offices by their name, each post to its own level', async () => {
    const id = await idOf('101-clerk');
    expect((await post(`/accounts/${id}/posts`, { post: 'town_reviewer', office: '怀仁镇' })).statusCode).toBe(201);
    expect((await post(`/accounts/${id}/posts`, { post: 'town_reviewer', office: '怀仁镇' })).json()).toMatchObject({
      type: '/problems/post-already-held',
    });
    expect((await post(`/accounts/${id}/posts`, { post: 'town_clerk', office: '商河县' })).json()).toMatchObject({
      type: '/problems/post-wrong-level',
    });
    expect((await post(`/accounts/${id}/posts`, { post: 'village_clerk', office: '李家桥村' })).json()).toMatchObject({
      errors: [{ pointer: '#/office', detail: '有 2 个“李家桥村”，请带上镇街的名字' }],
    });
    expect((await post(`/accounts/${id}/posts`, { post: 'village_clerk', office: '殷巷镇李家桥村' })).statusCode).toBe(
      201,
    );
  });

  it('finds accounts by a part of login or name, by post, office and status, page by page and as a workbook', async () => {
    const list = async (query: string) => (await inject({ url: `/api/accounts?${query}`, headers })).json<Listed>();
    expect((await list('q=lerk')).rows.map(({ login }) => login)).toContain('101-clerk');
    const clerks = (await list('post=town_clerk&office=370126101&kind=staff')).rows;
    expect(clerks.length).toBeGreaterThan(0);
    for (const { posts } of clerks)
      expect(posts.some(({ post, officeCode }) => post === 'town_clerk' && officeCode === '370126101000')).toBe(true);
    expect(
      (await list('status=open&kind=party')).rows.every(({ kind, status }) => kind === 'party' && status === 'open'),
    ).toBe(true);
    const first = await list('limit=2');
    const second = (await inject({ url: `/api${first.next}`, headers })).json<Listed>();
    const logins = [...first.rows, ...second.rows].map(({ login }) => login);
    expect(logins).toEqual((await list('limit=4')).rows.map(({ login }) => login));
    const foreign = await inject({
      url: `/api/deposits?after=${new URL(first.next, 'http://x').searchParams.get('after')}`,
      headers,
    });
    expect(foreign.json()).toMatchObject({ type: '/problems/list-cursor' });
    for (const [query, type] of [
      ['state=x', 'list-filter'],
      ['sort=due', 'list-sort'],
      ['post=clock', 'invalid-input'],
    ])
      expect((await inject({ url: `/api/accounts?${query}`, headers })).json()).toMatchObject({
        type: `/problems/${type}`,
      });
    const sheet = await inject({ url: '/api/accounts/sheet?post=town_clerk', headers });
    expect(sheet.headers['content-disposition']).toContain('.xlsx');
    const page = await inject({ url: '/accounts?status=closed', headers: { ...headers, accept: 'text/html' } });
    expect(page.body).toContain('没有找到');
    expect(page.body).toContain('在用');
  });

  it('cannot be the last one to go', async () => {
    expect((await post(`/accounts/${await idOf('deputy')}/closure`)).statusCode).toBe(201);
    expect((await post(`/accounts/${await idOf('administrator')}/closure`)).json()).toMatchObject({
      type: '/problems/last-administrator',
    });
  });
});
