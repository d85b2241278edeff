import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMinutes, clockActor, type Day } from '#kernel';
import {
  AccountsService,
  CONFIG,
  codeAt,
  hashPassword,
  publicRoutes,
  readConfig,
  refuseForeignKey,
  trainingPassword,
  trainingTotpSecret,
} from '#platform';
import { TestExchange } from '../support/exchange.js';

const password = trainingPassword;
const county = '370126000000';

describe('Signing in', () => {
  let exchange: TestExchange;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    const hash = await hashPassword(password);
    const from = '2019-01-01' as Day;
    const make = (login: string, post: 'county_reviewer' | 'county_administrator'): object => ({
      login,
      name: '张演',
      kind: 'staff',
      posts: [{ post, officeCode: county }],
      password,
      totpSecret: trainingTotpSecret,
      from,
      role: '演练',
    });
    const accounts = exchange.app.get(AccountsService);
    await exchange.act(clockActor, async (act) => {
      for (const login of ['reviewer', 'owner', 'victim'])
        await accounts.openReady(act, make(login, 'county_reviewer') as never, hash);
    });
  });
  afterAll(() => exchange.close());

  const inject = (options: Parameters<typeof exchange.app.inject>[0]) => exchange.app.inject(options);
  const open = (login: string, code: string, given = password, remoteAddress = '10.0.0.1') =>
    inject({ method: 'POST', url: '/api/sessions', payload: { login, password: given, code }, remoteAddress });
  const bearer = async (login: string): Promise<{ authorization: string }> => {
    const answer = await open(login, '000000');
    expect(answer.statusCode).toBe(201);
    return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
  };

  it('is refused as a whole by a database that was sealed with another key', async () => {
    const key = (secret: string) => readConfig({ SECRET_KEY: secret, STATE_FOLDER: process.env['TEST_FOLDER'] });
    await expect(refuseForeignKey(exchange.database, key('cd'.repeat(32)))).rejects.toThrow('不是这个数据库用的那一把');
    await expect(refuseForeignKey(exchange.database, exchange.app.get(CONFIG))).resolves.toBeUndefined();
  });

  it('gives a program a token, and a browser a cookie that scripts cannot read', async () => {
    const headers = await bearer('reviewer');
    expect((await inject({ url: '/api/account', headers })).json()).toMatchObject({ login: 'reviewer', ready: true });
    const page = await inject({
      method: 'POST',
      url: '/sign-in',
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
      payload: { login: 'Reviewer ', password, code: '000000', next: '/account' },
    });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/account']);
    const cookies = [page.headers['set-cookie'] ?? []].flat();
    const cookie = cookies.find((each) => each.startsWith('session='));
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const own = await inject({
      url: '/account',
      headers: { accept: 'text/html', cookie: (cookie ?? '').split(';')[0] ?? '' },
    });
    expect([own.statusCode, own.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(own.body).toContain('改密码');
  });

  it('sends a stranger to the sign-in page and a program a 401', async () => {
    const person = await inject({ url: '/account', headers: { accept: 'text/html' } });
    expect([person.statusCode, person.headers.location]).toEqual([303, '/sign-in?next=%2Faccount']);
    expect((await inject({ url: '/api/account' })).json()).toMatchObject({ type: '/problems/sign-in', status: 401 });
  });

  it('answers an unknown login, a wrong password and a wrong code alike', async () => {
    const answers = [
      await open('nobody', '000000'),
      await open('owner', '000000', 'wrong'),
      await open('owner', '123456'),
    ];
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(422);
  });

  it('takes a one-time code once', async () => {
    const code = codeAt(trainingTotpSecret, exchange.wall.now());
    expect((await open('owner', code)).statusCode).toBe(201);
    expect((await open('owner', code)).statusCode).toBe(422);
  });

  it('makes a guesser wait, and never the owner on another network', async () => {
    for (let guess = 0; guess < 5; guess += 1)
      expect((await open('victim', '', 'guess', '10.6.6.6')).statusCode).toBe(422);
    const locked = await open('victim', '000000', password, '10.6.6.6');
    expect([locked.statusCode, locked.json<{ type: string }>().type]).toEqual([429, '/problems/sign-in-locked']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect((await open('victim', '000000', password, '10.0.0.9')).statusCode).toBe(201);
  });

  it('lets the owner in from a new network even while sixty networks guess', async () => {
    for (let network = 0; network < 60; network += 1) await open('victim', '', 'guess', `10.7.0.${network}`);
    expect((await open('victim', '000000', password, '10.8.0.1')).statusCode).toBe(201);
    await open('victim', '', 'guess', '10.8.0.2');
    expect((await open('victim', '000000', password, '10.8.0.2')).statusCode).toBe(429);
  });

  it('keeps two sessions apart: leaving one leaves the other', async () => {
    const [one, other] = [await bearer('reviewer'), await bearer('reviewer')];
    expect((await inject({ method: 'POST', url: '/api/sign-out', headers: one })).statusCode).toBe(201);
    expect((await inject({ url: '/api/account', headers: one })).statusCode).toBe(401);
    expect((await inject({ url: '/api/account', headers: other })).statusCode).toBe(200);
  });

  it('ends a session that was left alone, an administrator sooner, and does not mind the training clock', async () => {
    const start = exchange.wall.now();
    const [clerk, administrator] = [await bearer('reviewer'), await bearer('administrator')];
    exchange.passDays(40);
    expect((await inject({ url: '/api/account', headers: clerk })).statusCode).toBe(200);
    exchange.wall.set(addMinutes(start, 16));
    expect((await inject({ url: '/api/account', headers: administrator })).statusCode).toBe(401);
    expect((await inject({ url: '/api/account', headers: clerk })).statusCode).toBe(200);
    for (let minutes = 40; minutes < 12 * 60; minutes += 25) {
      exchange.wall.set(addMinutes(start, minutes));
      expect((await inject({ url: '/api/account', headers: clerk })).statusCode).toBe(200);
    }
    exchange.wall.set(addMinutes(start, 12 * 60 + 1));
    expect((await inject({ url: '/api/account', headers: clerk })).statusCode).toBe(401);
  });

  it('refuses what another site sends with the cookie of a person', async () => {
    const headers = await bearer('reviewer');
    const cookie = `session=${headers.authorization.slice(7)}`;
    const post = (extra: Record<string, string>) =>
      inject({
        method: 'POST',
        url: '/sign-out',
        headers: { cookie, accept: 'application/json', host: 'exchange.test', ...extra },
      });
    expect((await post({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ type: '/problems/cross-site' });
    expect((await post({ origin: 'https://evil.test' })).statusCode).toBe(403);
    expect((await post({})).statusCode).toBe(403);
    expect((await post({ origin: 'http://exchange.test' })).statusCode).toBe(201);
  });

  it('asks an administrator for a fresh code, opens accounts with a start password, and a change of rights acts at once', async () => {
    const headers = await bearer('administrator');
    exchange.wall.set(addMinutes(exchange.wall.now(), 11));
    const opening = { login: 'newcomer', name: '王新', post: 'county_reviewer', office: '商河县' };
    const ask = () => inject({ method: 'POST', url: '/api/accounts', headers, payload: opening });
    expect((await ask()).json()).toMatchObject({ type: '/problems/confirm-factor' });
    await inject({ method: 'POST', url: '/api/account/confirmation', headers, payload: { proof: '000000' } });
    const made = (await ask()).json<{ id: string; startPassword: string }>();
    const second = await bearer('supervisor');
    const { rows } = (await inject({ url: '/api/account-starts', headers: second })).json<{
      rows: { id: string }[];
    }>();
    const confirmed = await inject({
      method: 'POST',
      url: `/api/account-starts/${rows[0]?.id}/confirmation`,
      headers: second,
    });
    made.startPassword += `-${confirmed.json<{ half: string }>().half}`;
    expect((await ask()).json()).toMatchObject({ type: '/problems/login-taken', status: 409 });
    const first = await open('newcomer', '', made.startPassword);
    const newcomer = { authorization: `Bearer ${first.json<{ token: string }>().token}` };
    expect((await inject({ url: '/api/accounts', headers: newcomer })).json()).toMatchObject({
      type: '/problems/account-unready',
    });
    expect((await inject({ url: '/api/account', headers: newcomer })).json()).toMatchObject({ ready: false });
    const change = { oldPassword: made.startPassword, newPassword: 'Xiang-Cun-2027' };
    expect(
      (
        await inject({
          method: 'POST',
          url: '/api/account/password',
          headers: newcomer,
          payload: { ...change, newPassword: 'short' },
        })
      ).statusCode,
    ).toBe(422);
    expect(
      (await inject({ method: 'POST', url: '/api/account/password', headers: newcomer, payload: change })).statusCode,
    ).toBe(201);
    const enrolment = (await inject({ url: '/api/account/authenticator', headers: newcomer })).json<{
      secret: string;
    }>();
    const code = codeAt(enrolment.secret.replaceAll(' ', ''), exchange.wall.now());
    const bound = await inject({
      method: 'POST',
      url: '/api/account/authenticator',
      headers: newcomer,
      payload: { code },
    });
    const { codes } = bound.json<{ codes: string[] }>();
    expect(codes).toHaveLength(10);
    expect((await open('newcomer', codes[0] ?? '', 'Xiang-Cun-2027')).statusCode).toBe(201);
    expect((await open('newcomer', codes[0] ?? '', 'Xiang-Cun-2027')).statusCode).toBe(422);
    expect((await inject({ url: '/api/accounts', headers: newcomer })).json()).toMatchObject({
      type: '/problems/not-your-post',
    });
    await inject({ method: 'POST', url: `/api/accounts/${made.id}/closure`, headers });
    expect((await inject({ url: '/api/account', headers: newcomer })).statusCode).toBe(401);
  });

  it('shows every page without inline code, framed by nobody', async () => {
    const page = await inject({ url: '/sign-in', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(page.body).not.toMatch(/ style=|<script/);
  });

  it('shows where an account is signed in, and lets its owner end a session from another', async () => {
    const [here, there] = [await bearer('owner'), await bearer('owner')];
    const own = (await inject({ url: '/api/account', headers: here })).json<{
      sessions: { current: boolean; endHref: string }[];
    }>();
    const others = own.sessions.filter((each) => !each.current);
    for (const other of others) await inject({ method: 'POST', url: `/api${other.endHref}`, headers: here });
    expect((await inject({ url: '/api/account', headers: there })).statusCode).toBe(401);
    expect((await inject({ url: '/account', headers: { ...here, accept: 'text/html' } })).body).toContain(
      '登录着的地方',
    );
  });

  it('knows which routes are open', () => {
    expect(publicRoutes(exchange.app)).toEqual(
      expect.arrayContaining(['GET /sign-in', 'POST /sessions', 'POST /sign-in']),
    );
  });
});
