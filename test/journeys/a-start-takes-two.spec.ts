import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMinutes, type Post } from '#kernel';
import { AccountsService, codeAt, hashPassword } from '#platform';
import { TestExchange } from '../support/exchange.js';
import { type Clerk, hire } from '../support/people.js';

const county = '370126000000';

describe('A start password of staff', () => {
  let exchange: TestExchange;
  let staff: Record<'admin' | 'admin2' | 'watcher' | 'head' | 'certifier', Clerk>;

  const send = async (who: Clerk, path: string, payload: object = {}) => {
    // A second for each, so that the newest is known.
    exchange.passMinutes(1 / 60);
    return who.client.send(path, payload);
  };
  const confirmed = async (who: Clerk): Promise<void> =>
    void (await send(who, '/account/confirmation', { proof: '000000' }));
  const ask = async (id: string): Promise<{ startPassword: string; waits: boolean }> =>
    (await send(staff.admin, `/accounts/${id}/start-password`, { reason: '手机丢了，本人带证件来' })).json();
  const newest = async (who: Clerk): Promise<string> => {
    const answer = await exchange.app.inject({ url: '/api/account-starts', headers: who.headers });
    return answer.json<{ rows: { id: string }[] }>().rows[0]?.id ?? '';
  };
  const enter = async (login: string, password: string, code = '') =>
    exchange.app.inject({ method: 'POST', url: '/api/sessions', payload: { login, password, code } });

  beforeAll(async () => {
    exchange = await TestExchange.open();
    staff = await hire(exchange, {
      admin: ['county_administrator', county],
      admin2: ['county_administrator', county],
      watcher: ['supervisor', county],
      head: ['county_director', county],
      certifier: ['county_certifier', county],
    });
    for (const who of Object.values(staff)) await confirmed(who);
  });
  afterAll(() => exchange.close());

  it('changes nothing while it waits, and the asker holds only half', async () => {
    const id = staff.certifier.actor.accountId ?? '';
    const first = await ask(id);
    expect(first.waits).toBe(true);
    expect(first.startPassword).toMatch(/^\w{4}-\w{4}$/);
    expect((await enter('test-certifier', first.startPassword)).statusCode).toBe(422);
    expect((await exchange.app.inject({ url: '/api/account', headers: staff.certifier.headers })).statusCode).toBe(200);
  });

  it('stands in a list of what waits, by what is asked', async () => {
    const list = async (query: string) =>
      (await staff.head.client.ask(`/account-starts${query}`)).json<{
        rows: { kind: string; login: string; own: boolean; posts: object[] }[];
      }>();
    expect((await list('?kind=restart&sort=ending')).rows).toMatchObject([
      { login: 'test-certifier', own: false, posts: [{ post: 'county_certifier', officeCode: county }] },
    ]);
    expect((await list('?kind=open')).rows).toEqual([]);
    for (const [query, type] of [
      ['?q=x', 'list-filter'],
      ['?sort=login', 'list-sort'],
      ['?kind=x', 'invalid-input'],
    ])
      expect((await staff.head.client.ask(`/account-starts${query}`)).json()).toMatchObject({
        type: `/problems/${type}`,
      });
    const sheet = await staff.head.client.ask('/account-starts/sheet');
    expect(sheet.headers['content-disposition']).toContain('.xlsx');
    const page = await exchange.app.inject({
      url: '/account-starts',
      headers: { ...staff.head.headers, accept: 'text/html' },
    });
    expect(page.body).toContain('手机丢了，本人带证件来');
    expect(page.body).not.toContain('half');
  });

  it('is confirmed by neither the asker, nor another administrator, nor the account itself', async () => {
    const start = await newest(staff.watcher);
    for (const who of [staff.admin, staff.admin2, staff.certifier])
      expect((await send(who, `/account-starts/${start}/confirmation`)).json()).toMatchObject({
        type: '/problems/not-your-post',
      });
    await send(staff.admin, `/accounts/${staff.watcher.actor.accountId}/start-password`, { reason: '忘了密码' });
    expect(
      (await send(staff.watcher, `/account-starts/${await newest(staff.watcher)}/confirmation`)).json(),
    ).toMatchObject({ type: '/problems/own-start', status: 403 });
    await send(staff.head, `/account-starts/${await newest(staff.head)}/refusal`);
    expect((await exchange.app.inject({ url: '/api/account', headers: staff.watcher.headers })).statusCode).toBe(200);
  });

  it('is refused by the database where one person would be both', async () => {
    const [admin, watcher] = [staff.admin.actor.accountId, staff.watcher.actor.accountId];
    const columns =
      'id, account_id, kind, reason, half_sealed, asked_by, asked_by_name, asked_at, until, decided_by, decided_by_name, decided_at, confirmed';
    const insert = (asked: string | null, decided: string | null): Promise<unknown> =>
      exchange.database.write(
        `INSERT INTO account_start (${columns}) VALUES (gen_random_uuid(), $1, 'restart', 'x', '-', $2, 'x', '2026-09-23', '2026-09-24', $3, 'x', '2026-09-23', true)`,
        [staff.certifier.actor.accountId, asked, decided],
      );
    await expect(insert(admin, admin)).rejects.toMatchObject({ constraint: 'account_start_two_persons' });
    await expect(insert(admin, staff.certifier.actor.accountId)).rejects.toMatchObject({
      constraint: 'account_start_two_persons',
    });
    await expect(insert(admin, watcher)).resolves.toEqual([]);
  });

  it('is both halves together, for a day, and opens nothing before an own password and an authenticator', async () => {
    const id = staff.certifier.actor.accountId ?? '';
    const first = await ask(id);
    const second = (await send(staff.watcher, `/account-starts/${await newest(staff.watcher)}/confirmation`)).json<{
      half: string;
    }>();
    expect((await exchange.app.inject({ url: '/api/account', headers: staff.certifier.headers })).statusCode).toBe(401);
    for (const part of [first.startPassword, second.half])
      expect((await enter('test-certifier', part)).statusCode).toBe(422);
    const whole = `${first.startPassword}-${second.half}`;
    const entered = await enter('test-certifier', whole);
    const headers = { authorization: `Bearer ${entered.json<{ token: string }>().token}` };
    const get = (url: string) => exchange.app.inject({ url: `/api${url}`, headers });
    expect((await get('/certificates')).json()).toMatchObject({ type: '/problems/account-unready' });
    const own = { oldPassword: whole, newPassword: 'Xiang-Cun-2027' };
    await exchange.app.inject({ method: 'POST', url: '/api/account/password', headers, payload: own });
    expect((await get('/certificates')).json()).toMatchObject({ type: '/problems/account-unready' });
    const { secret } = (await get('/account/authenticator')).json<{ secret: string }>();
    const payload = { code: codeAt(secret.replaceAll(' ', ''), exchange.wall.now()) };
    await exchange.app.inject({ method: 'POST', url: '/api/account/authenticator', headers, payload });
    expect((await get('/certificates')).statusCode).toBe(200);
    const rows = await exchange.database.ask<{ action: string; who: string }>(
      `SELECT action, actor_name AS who FROM step_history WHERE subject = 'account' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows.map((row) => `${row.action} ${row.who}`)).toEqual(
      expect.arrayContaining(['ask-start 演admin', 'confirm-start 演watcher', 'restart 演watcher']),
    );
  });

  it('is over after a day, asked or confirmed', async () => {
    const id = staff.certifier.actor.accountId ?? '';
    await ask(id);
    const start = await newest(staff.watcher);
    const before = exchange.wall.now();
    exchange.wall.set(addMinutes(before, 24 * 60 + 1));
    // Everybody's session is over as well: only the request is asked here.
    const rows = await exchange.database.ask('SELECT 1 FROM account_start WHERE id = $1 AND until > $2', [
      start,
      exchange.wall.now(),
    ]);
    expect(rows).toEqual([]);
    exchange.wall.set(before);
    const first = await ask(id);
    const { half } = (await send(staff.watcher, `/account-starts/${await newest(staff.watcher)}/confirmation`)).json<{
      half: string;
    }>();
    exchange.wall.set(addMinutes(before, 24 * 60 + 2));
    expect((await enter('test-certifier', `${first.startPassword}-${half}`)).statusCode).toBe(422);
    exchange.wall.set(before);
  });

  it('of a new account takes two as well, so that nobody opens a second certifier for himself', async () => {
    const opening = { login: 'newcomer', name: '王新', post: 'county_certifier', office: '商河县' };
    const made = (await send(staff.admin, '/accounts', opening)).json<{ startPassword: string; waits: boolean }>();
    expect(made.waits).toBe(true);
    expect((await enter('newcomer', made.startPassword)).statusCode).toBe(422);
    const { half } = (await send(staff.head, `/account-starts/${await newest(staff.head)}/confirmation`)).json<{
      half: string;
    }>();
    expect((await enter('newcomer', `${made.startPassword}-${half}`)).statusCode).toBe(201);
  });

  it('is not asked for oneself, nor a post given to oneself', async () => {
    const id = staff.admin.actor.accountId ?? '';
    for (const [path, payload] of [
      [`/accounts/${id}/start-password`, { reason: '忘了密码' }],
      [`/accounts/${id}/posts`, { post: 'village_clerk', office: '殷巷镇李家桥村' }],
    ] as const)
      expect((await send(staff.admin, path, payload)).json()).toMatchObject({ type: '/problems/own-account' });
  });

  it.each([
    ['certifier', 'county_administrator'],
    ['certifier', 'supervisor'],
    ['watcher', 'county_director'],
    ['admin2', 'supervisor'],
    ['admin2', 'county_certifier'],
  ] as const)(
    'goes with posts that are apart: %s is not made %s, by the page or in the database',
    async (who, post) => {
      const id = staff[who].actor.accountId ?? '';
      const answer = await send(staff.admin, `/accounts/${id}/posts`, { post, office: '商河县' });
      expect(answer.json()).toMatchObject({ type: '/problems/posts-apart', status: 409 });
      const insert = exchange.database.write(
        `INSERT INTO post_held (id, account_id, post, office_code, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, '2026-09-23')`,
        [id, post, county],
      );
      await expect(insert).rejects.toMatchObject({ constraint: 'post_held_apart' });
    },
  );

  it('lets posts of one side, and of no side, be one person’s', async () => {
    const id = staff.certifier.actor.accountId ?? '';
    for (const [post, office] of [
      ['county_reviewer', '商河县'],
      ['town_clerk', '殷巷镇'],
    ] as [Post, string][])
      expect((await send(staff.admin, `/accounts/${id}/posts`, { post, office })).statusCode).toBe(201);
  });

  it('is chosen anew by staff after ninety days, and never by a training account', async () => {
    const signIn = async (): Promise<boolean> => {
      const answer = await enter('test-head', 'Zhuang-Jia-2026', '000000');
      const headers = { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
      return (await exchange.app.inject({ url: '/api/account', headers })).json<{ ready: boolean }>().ready;
    };
    const before = exchange.wall.now();
    exchange.wall.set(addMinutes(before, 91 * 24 * 60));
    expect(await signIn()).toBe(true);
    await exchange.database.write(`UPDATE account SET training_role = NULL WHERE login = 'test-head'`);
    expect(await signIn()).toBe(false);
    exchange.wall.set(addMinutes(before, 89 * 24 * 60));
    expect(await signIn()).toBe(true);
    exchange.wall.set(before);
  });

  it('is the administrator’s alone only as long as nobody could ever have confirmed', async () => {
    const fresh = await TestExchange.open();
    await fresh.database.write(
      `UPDATE account SET must_change = true WHERE id IN (SELECT account_id FROM post_held WHERE post IN ('supervisor', 'county_director'))`,
    );
    const { admin } = await hire(fresh, { admin: ['county_administrator', county] });
    const post = async (login: string): Promise<boolean> =>
      (
        await fresh.app.inject({
          method: 'POST', url: '/api/accounts', headers: admin.headers,
          payload: { login, name: '王新', post: 'supervisor', office: '商河县' },
        })
      ).json<{ waits: boolean }>().waits; // prettier-ignore
    expect(await post('first-one')).toBe(false);
    const hash = await hashPassword('Zhuang-Jia-2026');
    await fresh.database.write(`UPDATE account SET must_change = false, password_hash = $1 WHERE login = 'first-one'`, [
      hash,
    ]);
    expect(await post('second-one')).toBe(true);
    const first = await fresh.app.get(AccountsService).findByLogin('first-one');
    await fresh.database.write(`UPDATE account SET disabled_at = '2026-09-23' WHERE id = $1`, [first?.id]);
    expect(await post('third-one')).toBe(true);
    await fresh.close();
  });
});
