import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { type Post, posts } from '#kernel';
import { routesOf } from '#platform';
import { TestExchange } from './support/exchange.js';
import { Given, village } from './support/given.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

const some = '00000000-0000-4000-8000-000000000000';
const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Somebody of each post: the case’s own town and station, the county, and the sister town. */
const staffLogins = (Object.keys(posts) as Post[]).flatMap((post) => {
  const short = post.replace(/^(county|town)_/, '');
  const { level } = posts[post];
  if (level === 'county') return [{ login: short, post, sister: false }];
  if (level === 'town')
    return ['101', '102'].map((town) => ({ login: `${town}-${short}`, post, sister: town === '102' }));
  return level === 'village' ? [{ login: `101-village-${village.slice(9)}`, post, sister: false }] : [];
});

/** Every route of the application, asked for its head, its methods and its doors. */
describe('The surface of the exchange', () => {
  let exchange: TestExchange;
  let routes: ReturnType<typeof routesOf>;
  let given: Given;
  /** Real records of a case in 殷巷镇, by the noun that their paths begin with. */
  const records: Record<string, string> = {};

  const address = (path: string): string => {
    const noun = path.split('/')[1] ?? '';
    const first = path.startsWith('/register/') ? records[path.split('/')[2] ?? ''] : records[noun];
    return path.replace(/:\w+/, first ?? some).replaceAll(/:\w+/g, some);
  };
  const ask = async (
    method: Method,
    path: string,
    login: string | null,
    accept = 'application/json',
  ): Promise<LightMyRequestResponse> => {
    const headers = { accept, ...(login === null ? {} : await given.as(login).headers()) };
    return exchange.app.inject({
      method,
      url: `/api${address(path)}`,
      headers,
      ...(method === 'GET' ? {} : { payload: {} }),
    });
  };
  /** What would end the session that asks, or move the county’s clock. */
  const spared = /^\/(sign-out|sessions\/current|clock|account\/|accounts\/:id\/closure)/;

  beforeAll(async () => {
    exchange = await TestExchange.open();
    given = new Given(exchange);
    const objected = await given.transfer({ state: 'on_notice' });
    await objected.object();
    await given.transfer({ state: 'certified' });
    const wanted = {
      transfers: 'SELECT id FROM transfer ORDER BY created_at DESC', certificates: 'SELECT id FROM certificate', deposits: 'SELECT id FROM deposit',
      inspections: 'SELECT id FROM inspection', cases: 'SELECT id FROM case_file', files: 'SELECT id FROM evidence_file WHERE NOT public',
      papers: 'SELECT id FROM paper', households: `SELECT id FROM household WHERE office_code = '${village}'`,
      parcels: `SELECT id FROM parcel WHERE office_code = '${village}'`, notices: 'SELECT id FROM notice', postings: 'SELECT id FROM venue_posting',
    }; // prettier-ignore
    for (const [noun, sql] of Object.entries(wanted))
      records[noun] = (await exchange.database.ask<{ id: string }>(`${sql} LIMIT 1`))[0]?.id ?? '';
    routes = routesOf(exchange.app);
  }, 120_000);
  afterAll(() => exchange.close());

  it('has a record behind each noun that is asked about', () => {
    expect(Object.entries(records).filter(([, id]) => id === '')).toEqual([]);
    expect(routes.length).toBeGreaterThan(150);
  });

  it.each([null, 'reviewer'])(
    'heads every answer against scripts, frames and guessing, for %s',
    async (login) => {
      const wrong: string[] = [];
      for (const { method, path } of routes.filter((route) => !spared.test(route.path))) {
        const answer = await ask(method as Method, path, login, method === 'GET' ? 'text/html' : 'application/json');
        const { headers } = answer;
        const policy = String(headers['content-security-policy'] ?? '');
        const lacks = [
        ...["default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]
          .filter((part) => !policy.includes(part)),
        ...(/unsafe|\*/.test(policy) ? ['an open policy'] : []),
        ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['nosniff']),
        ...(headers['cross-origin-opener-policy'] === 'same-origin' ? [] : ['COOP']),
        ...(headers['referrer-policy'] === 'same-origin' ? [] : ['referrer']),
        ...(login !== null && !/no-store|public, max-age/.test(String(headers['cache-control'])) ? ['no-store'] : []),
        ...(headers['x-powered-by'] || headers['server'] ? ['names the server'] : []),
      ]; // prettier-ignore
        if (lacks.length > 0) wrong.push(`${method} ${path} ${answer.statusCode}: ${lacks.join(', ')}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('keeps what a signed-in person sees out of every cache, unless everybody may see it', async () => {
    const open = [];
    for (const { path } of routes.filter(
      (route) => route.method === 'GET' && !route.public && !spared.test(route.path),
    )) {
      const { headers } = await ask('GET', path, 'reviewer');
      if (headers['cache-control'] !== 'no-store') open.push(`${path} ${String(headers['cache-control'])}`);
    }
    expect(open).toEqual([]);
  }, 60_000);

  it('knows no method that no handler declares', async () => {
    const declared = new Map<string, Set<string>>();
    for (const { method, path } of routes) declared.set(path, (declared.get(path) ?? new Set()).add(method));
    // A fixed word may stand where another path has a name: both are one address to who asks.
    const patterns = [...declared].map(
      ([path, known]) => [new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`), known] as const,
    );
    const wrong: string[] = [];
    for (const path of declared.keys()) {
      const known = new Set(patterns.filter(([pattern]) => pattern.test(path)).flatMap(([, each]) => [...each]));
      for (const method of methods.filter((each) => !known.has(each))) {
        const { statusCode } = await ask(method, path, 'administrator');
        if (![404, 405].includes(statusCode)) wrong.push(`${method} ${path} ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('shows a stranger nothing that is not on the public list', async () => {
    const listed = readFileSync('test/public-routes.txt', 'utf8');
    const wrong: string[] = [];
    for (const { method, path } of routes.filter((each) => !listed.includes(`${each.method} ${each.path}\n`))) {
      const { statusCode } = await ask(method as Method, path, null);
      if (statusCode !== 401) wrong.push(`${method} ${path} ${statusCode}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('opens a desk to its posts and to nobody else', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((each) => each.posts.length > 0 && !spared.test(each.path)))
      for (const { login, post } of [...staffLogins, { login: 'farmer', post: 'applicant' as Post }]) {
        const holds = route.posts.includes(post);
        // Who holds the post is only asked to read: what is written is each story’s own.
        if (holds && route.method !== 'GET') continue;
        const { statusCode } = await ask(route.method as Method, route.path, login);
        const fine = holds ? statusCode !== 403 && statusCode < 500 : statusCode === 403;
        if (!fine) wrong.push(`${login} ${route.method} ${route.path} ${statusCode}`);
      }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('answers no sister office and no other party about a record of this one', async () => {
    const wrong: string[] = [];
    const about = routes.filter((route) => {
      const noun = route.path.split('/')[route.path.startsWith('/register/') ? 2 : 1] ?? '';
      return (
        !route.public &&
        /^\/(register\/)?[a-z-]+\/:/.test(route.path) &&
        records[noun] !== undefined &&
        noun !== 'notices'
      );
    });
    expect(about.length).toBeGreaterThan(60);
    for (const { method, path } of about)
      for (const login of [...staffLogins.filter((each) => each.sister).map((each) => each.login), 'farmer']) {
        const { statusCode } = await ask(method as Method, path, login);
        if (statusCode < 400 || statusCode >= 500) wrong.push(`${login} ${method} ${path} ${statusCode}`);
        else if (method === 'GET' && ![403, 404].includes(statusCode))
          wrong.push(`${login} ${method} ${path} ${statusCode}`);
      }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('answers the offices of the record', async () => {
    const readers: Record<string, string> = {
      '/transfers/:id': '101-clerk', '/deposits/:id': '101-finance', '/inspections/:id': '101-surveyor', '/certificates/:id': 'certifier',
      '/cases/:id': 'reviewer', '/papers/:id': '101-reviewer', '/files/:id': '101-clerk', '/register/households/:id': '101-clerk',
      '/register/parcels/:id': 'reviewer',
    }; // prettier-ignore
    for (const [path, login] of Object.entries(readers))
      expect([path, (await ask('GET', path, login)).statusCode]).toEqual([path, 200]);
  });
});
