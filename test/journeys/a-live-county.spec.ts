import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockActor } from '#kernel';
import { AccountsService, trainingPassword } from '#platform';
import { TestExchange } from '../support/exchange.js';

const county = '370126000000';

describe('A live county', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    const live = {
      MODE: 'live',
      TZ: 'Asia/Shanghai',
      SECRET_KEY: 'ab'.repeat(32),
      DATABASE_URL: 'postgresql://nowhere',
      ADMINISTRATOR: 'first',
    };
    exchange = await TestExchange.open(undefined, {
      ...live,
      PUBLIC_URL: 'https://exchange.test',
      REQUESTS_PER_MINUTE: '200',
    });
  });
  afterAll(() => exchange.close());

  it('knows no training account, and shows none', async () => {
    const payload = { login: 'reviewer', password: trainingPassword, code: '000000' };
    expect((await exchange.app.inject({ method: 'POST', url: '/api/sessions', payload })).statusCode).toBe(422);
    expect((await exchange.app.inject({ url: '/sign-in', headers: { accept: 'text/html' } })).body).not.toContain(
      trainingPassword,
    );
  });

  it('gives its cookie to https alone and asks browsers to stay there', async () => {
    const accounts = exchange.app.get(AccountsService);
    const posts = [{ post: 'county_reviewer' as const, officeCode: county }];
    const { startPassword } = await accounts.open({ login: 'first', name: '张实', kind: 'staff', posts }, clockActor);
    const answer = await exchange.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { accept: 'text/html', origin: 'https://exchange.test' },
      payload: { login: 'first', password: startPassword },
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/account']);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /__Host-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure/,
    );
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  });

  it('makes a network that asks too fast wait, and says how long', async () => {
    const ask = (remoteAddress: string) =>
      exchange.app.inject({
        method: 'POST',
        url: '/api/sessions',
        payload: { login: 'x', password: 'y' },
        remoteAddress,
      });
    const answers = [];
    for (let round = 0; round < 11; round += 1) answers.push((await ask('10.9.9.9')).statusCode);
    expect(answers.at(-1)).toBe(429);
    const refused = await ask('10.9.9.9');
    expect(refused.json()).toMatchObject({ type: '/problems/too-fast' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('10.9.9.8')).statusCode).toBe(422);
  });

  it('takes no flood of files from somebody it does not know', async () => {
    const upload = (length: string) =>
      exchange.app.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': length },
        payload: '--x--',
        remoteAddress: '10.9.9.7',
      });
    expect((await upload(String(26 * 1024 * 1024))).json()).toMatchObject({
      type: '/problems/upload-too-large',
      status: 413,
    });
    expect((await upload('5')).statusCode).not.toBe(413);
  });
});
