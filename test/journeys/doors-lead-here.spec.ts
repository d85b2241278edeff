import { existsSync, mkdirSync, readlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG, type Config, Files, Sweeper, trainingPassword } from '#platform';
import { pdf } from '../support/made-up-files.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';

const page = { accept: 'text/html', 'sec-fetch-site': 'same-origin', host: 'exchange.test' };
const here = (location: unknown): string => new URL(String(location), 'http://exchange.test').host;

describe('A door of the exchange', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00', { TRUST_PROXY: '2' });
  });
  afterAll(() => exchange.close());

  const folder = (): string => exchange.app.get<Config>(CONFIG).filesFolder;

  it.each([
    'http://exchange.test//evil.test/x',
    'http://exchange.test//evil.test/?a=b',
    'http://exchange.test/\\evil.test/',
  ])('never leads to another site, whatever page it says it was on: %s', async (referer) => {
    const headers = { ...page, referer };
    const refused = await exchange.app.inject({ method: 'POST', url: '/sign-in', headers, payload: { login: 'x' } });
    expect([refused.statusCode, here(refused.headers.location ?? '/')]).toEqual([422, 'exchange.test']);
    expect(refused.body).not.toContain('href="//');
    const cookie = { cookie: (await signedIn('administrator')).split(';')[0] ?? '' };
    exchange.passMinutes(11);
    const asks = { method: 'POST', url: '/accounts', headers: { ...headers, ...cookie }, payload: {} } as const;
    const asked = await exchange.app.inject(asks);
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/account/confirmation?next=%2F']);
  });

  it.each(['//evil.test/?view=elder', '/\\evil.test/?view=elder', '/\\/evil.test?view=standard'])(
    'never leads to another site, whatever its address: %s',
    async (url) => {
      const answer = await exchange.app.inject({ url, headers: page });
      expect([answer.statusCode, here(answer.headers.location)]).toEqual([303, 'exchange.test']);
    },
  );

  async function signedIn(login: string, more: Record<string, string> = {}): Promise<string> {
    const payload = { login, password: trainingPassword, code: '000000' };
    const answer = await exchange.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { ...page, ...more },
      payload,
    });
    return [answer.headers['set-cookie'] ?? []].flat().find((each) => each.startsWith('session=')) ?? '';
  }

  it('believes as many proxies as stand before it, and no address that a stranger puts in front', async () => {
    const cookie = await signedIn('supervisor', { 'x-forwarded-for': '6.6.6.6, 10.3.3.3, 10.2.2.2' });
    const own = await exchange.app.inject({ url: '/api/account', headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(own.json<{ sessions: { network: string }[] }>().sessions.map(({ network }) => network)).toEqual([
      '10.3.3.3',
    ]);
  });

  it('takes away what a killed upload left, and nothing that is still being written or has its name', async () => {
    const made = await exchange.app.get(Files).receive({ fileName: 'scan.pdf', content: pdf }, 20);
    const shelf = join(folder(), made.sha256.slice(0, 2));
    const draft = (word: string): string => join(shelf, `${made.sha256}.${word.repeat(8)}-0000-4000-8000-000000000000`);
    for (const word of ['a', 'b']) writeFileSync(draft(word), 'half');
    const [now, day] = [exchange.wall.now().getTime() / 1000, 86_400];
    utimesSync(draft('a'), now - day - 60, now - day - 60);
    utimesSync(draft('b'), now - 60, now - 60);
    utimesSync(join(shelf, made.sha256), now - 9 * day, now - 9 * day);
    await exchange.app.get(Sweeper).sweep();
    expect([draft('a'), draft('b'), join(shelf, made.sha256)].map((path) => existsSync(path))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('has the name of a file on the disk before anybody is told that it is kept', async () => {
    mkdirSync(folder(), { recursive: true });
    const handle = await open(folder(), 'r');
    const prototype = Object.getPrototypeOf(handle) as { sync: (this: { fd: number }) => Promise<void> };
    await handle.close();
    const { sync } = prototype;
    const synced: string[] = [];
    prototype.sync = function noted(this: { fd: number }) {
      synced.push(readlinkSync(`/proc/self/fd/${this.fd}`));
      return sync.call(this);
    };
    try {
      const content = Buffer.concat([pdf, Buffer.from('%another\n%%EOF\n')]);
      const { sha256 } = await exchange.app.get(Files).receive({ fileName: 'scan.pdf', content }, 20);
      const path = join(folder(), sha256.slice(0, 2), sha256);
      expect(synced).toEqual([expect.stringContaining(`${path}.`), dirname(path), folder()]);
    } finally {
      prototype.sync = sync;
    }
  });

  it('takes no term that began before it was asked for, from a page or a program', async () => {
    const given = new Given(exchange);
    const { villageCode: _village, ...wish } = await given.wish({ term: { start: '2000-01-01', end: '2030-01-01' } });
    const asked = { ...wish, mode: 'lease', payment: '一年一付，先付钱后种地', ability: '经营土地 6 年' };
    const answer = await given.as('101-clerk').send('/transfers', asked);
    expect([answer.statusCode, answer.json<{ errors: object[] }>().errors]).toEqual([
      422,
      [{ pointer: '#/term/start', detail: '开始的日期已经过去了' }],
    ]);
  });
});
