import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Vault } from '#parties';
import type { TransferStory } from '../../apps/exchange/src/training/transfer-story.js';
import { TestExchange } from '../support/exchange.js';
import { Given } from '../support/given.js';
import { Walker } from '../support/walker.js';

jest.setTimeout(240_000);

/** Numbers that belong to nobody, as strangers and clerks type them into this test. */
const typed = { identity: '999999198001010003', phone: '10000004190', account: '9000000000004190' };

const publicStarts = [
  ...['/', '/notices', '/verify', '/follow', '/offices', '/problems', '/calculator', '/calendar', '/guide', '/sign-in'],
  ...['/api/openapi.json', '/api/docs', '/screens/370126000000', '/screens/370126101000', '/notices?q=370126101226'],
];
const deskStarts = ['/desk', '/transfers', '/account', '/clock', '/director', '/parameters', '/deposits', '/ledger'];

/** Identity numbers, phones and accounts of everybody in the register are canaries: none sings where it should not. */
describe('What is personal', () => {
  let exchange: TestExchange;
  let given: Given;
  let written = '';
  let names: string[];
  const canaries = new Set(Object.values(typed));
  const cases: TransferStory[] = [];
  const outputs = [process.stdout, process.stderr] as const;
  const writes = outputs.map((output) => output.write.bind(output));

  beforeAll(async () => {
    for (const output of outputs)
      output.write = ((part: string | Uint8Array) => ((written += String(part)), true)) as typeof output.write;
    exchange = await TestExchange.open('2026-09-23T09:00:00+08:00');
    given = new Given(exchange);
    for (const state of ['submitted', 'on_notice', 'certified'] as const) cases.push(await given.transfer({ state }));
    await object(cases[1] as TransferStory);
    const vault = exchange.app.get(Vault);
    const people = await exchange.database.ask<{ name: string; identity: Buffer; phone: Buffer | null }>(
      'SELECT name, identity_sealed AS identity, phone_sealed AS phone FROM person',
    );
    const bodies = await exchange.database.ask<{ phone: Buffer }>(
      'SELECT phone_sealed AS phone FROM body WHERE phone_sealed IS NOT NULL',
    );
    for (const { identity } of people) canaries.add(vault.open('identity', identity));
    for (const { phone } of [...people, ...bodies]) if (phone) canaries.add(vault.open('phone', phone));
    names = [...new Set(people.map(({ name }) => name)), '周演邻'].filter((name) => name.length > 2);
  });
  afterAll(async () => {
    for (const [index, output] of outputs.entries()) output.write = writes[index] as typeof output.write;
    await exchange?.close();
  });

  /** Numbers of somebody in a text, whatever stands around them. */
  function sung(text: string): string[] {
    const runs = (text.match(/\d[\d\s-]{9,}[\dXx]/g) ?? []).map((run) => run.replaceAll(/[\s-]/g, '').toUpperCase());
    return [...runs, ...(text.match(/\d{11,17}[\dXx]?/g) ?? [])].filter((run) => canaries.has(run));
  }

  async function object(story: TransferStory): Promise<void> {
    const { noticeId } = await story.view();
    const letter = {
      ...{ kind: 'boundary_area', relation: 'neighbour', name: '周演邻', channel: 'counter', address: '邻村' },
      ...{ facts: '2 号地块北边的界石往我家挪了两尺。', readBack: true },
      ...{ idNumber: typed.identity, phone: typed.phone },
    };
    await given.as('101-coordination').post(`/notices/${noticeId}/objections`, letter);
  }

  /** Follows links from some pages on, each kind of page a few times, as page and as JSON. */
  async function crawl(login: string | null, starts: readonly string[]): Promise<{ url: string; body: string }[]> {
    const walker = login === null ? null : await Walker.signIn(exchange, login);
    const client = login === null ? null : given.as(login);
    const seen = new Map<string, number>();
    const found: { url: string; body: string }[] = [];
    const queue = [...starts];
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const path = url.split('#')[0] ?? '';
      const kind = path
        .replace(/[0-9a-f-]{36}/g, 'ID')
        .replace(/\d+/g, 'N')
        .replace(/(=)[^&]*/g, '$1');
      const times = seen.get(kind) ?? 0;
      if (times >= 2 || found.some((page) => page.url === path) || /sign-out|view=|\.pdf|print/.test(path)) continue;
      seen.set(kind, times + 1);
      const page = walker ? await walker.open(path) : await plain(path, 'text/html');
      found.push({ url: path, body: page.body });
      if (!path.startsWith('/api')) {
        const json = client
          ? await client.get<object>(path).then(JSON.stringify, said)
          : await plain(`/api${path}`, '*/*');
        found.push({ url: `/api${path}`, body: typeof json === 'string' ? json : json.body });
      }
      for (const [, next] of page.body.matchAll(/href="(\/[^"]*)"/g)) queue.push((next ?? '').replaceAll('&amp;', '&'));
    }
    return found;
  }

  async function plain(url: string, accept: string): Promise<{ body: string }> {
    const { body, headers } = await exchange.app.inject({ url, headers: { accept } });
    return { body: /pdf|image/.test(String(headers['content-type'])) ? '' : body };
  }

  it('would be heard if it were there', () => {
    expect(canaries.size).toBeGreaterThan(1000);
    expect(sung(`<td>${typed.identity}</td>`)).not.toEqual([]);
    expect(sung(`电话：100 0000 4190`)).toEqual([typed.phone]);
  });

  it('is on no public page and in no public answer, names included', async () => {
    const codes = await exchange.database.ask<{ code: string }>(
      'SELECT code FROM paper ORDER BY made_at DESC LIMIT 40',
    );
    const pages = await crawl(null, [...publicStarts, ...codes.slice(0, 8).map(({ code }) => `/verify/${code}`)]);
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.flatMap(({ url, body }) => sung(body).map((what) => `${what} ${url}`))).toEqual([]);
    const told = pages.flatMap(({ url, body }) =>
      names.filter((name) => body.includes(name)).map((name) => `${name} ${url}`),
    );
    expect(told).toEqual([]);
  });

  it.each(['farmer', 'cooperative', '101-village-226', '101-clerk', '101-finance', 'reviewer', 'director'])(
    'is masked on every page of %s',
    async (login) => {
      const own = cases.map(({ id }) => `/transfers/${id}`);
      const objections = await exchange.database.ask<{ id: string }>('SELECT id FROM case_file');
      const pages = await crawl(login, [...deskStarts, ...own, ...objections.map(({ id }) => `/cases/${id}`)]);
      expect(pages.length).toBeGreaterThan(30);
      expect(pages.filter(({ body }) => body.includes(cases[1]?.id ?? 'no case')).length).toBeGreaterThan(0);
      expect(pages.flatMap(({ url, body }) => sung(body).map((what) => `${what} ${url}`))).toEqual([]);
    },
  );

  it('is not said back by a refusal', async () => {
    const clerk = given.as('101-clerk');
    const { noticeId } = await (cases[1] as TransferStory).view();
    const bad = `${typed.identity.slice(0, -1)}1`;
    canaries.add(bad);
    const asked: [string, object][] = [
      ['/api/follow', { number: typed.identity, code: bad }],
      ['/api/verify', { code: typed.identity }],
      ['/api/sessions', { login: typed.identity, password: bad, code: typed.phone }],
      ['/api/sign-in', { login: typed.identity, password: bad }],
      [`/api/notices/${noticeId}/objections`, { kind: typed.phone, facts: '短', idNumber: bad, phone: typed.phone }],
      [`/api/notices/${bad}/objections`, { kind: 'other', facts: typed.identity }],
    ];
    const answers: string[] = [];
    for (const [url, payload] of asked)
      answers.push((await exchange.app.inject({ method: 'POST', url, payload })).body);
    for (const url of [`/api/verify/${bad}`, `/api/notices/${bad}`, `/api/offices/${bad}`, `/api/files/${bad}`])
      answers.push((await exchange.app.inject({ url })).body.replaceAll(`"instance":"${url}"`, ''));
    const wish = (cases[0] as TransferStory).wish;
    const application = { ...wish, transferee: { kind: 'member', name: '演甲乙', number: bad, phone: typed.phone } };
    for (const path of ['/transfers', `/transfers/${cases[0]?.id}/consents`]) {
      const refused = await clerk
        .post(path, application)
        .catch((error: { body: object }) => JSON.stringify(error.body));
      answers.push(String(refused));
    }
    const form = await Walker.signIn(exchange, '101-clerk');
    await form.open(`/deposits/${(await (cases[2] as TransferStory).view()).depositId}`);
    await form.send(`/notices/${noticeId}/objections`, { idNumber: bad, phone: typed.phone, facts: typed.account });
    expect(answers.flatMap((body) => sung(body).map((what) => `${what} ${body.slice(0, 160)}`))).toEqual([]);
  });

  it('is nowhere in clear in the database, papers’ kept views included', async () => {
    const tables = await exchange.database.ask<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const hits: string[] = [];
    for (const { name } of tables) {
      const rows = await exchange.database.ask<{ text: string }>(
        `SELECT row_to_json(t)::text AS text FROM "${name}" t WHERE t::text ~ '[0-9]{11}'`,
      );
      hits.push(
        ...new Set(rows.flatMap(({ text }) => sung(text).map((what) => `${what} ${name} ${text.slice(0, 300)}`))),
      );
    }
    expect(hits).toEqual([]);
  });

  it('is in no line of the server’s log', () => {
    expect(sung(written)).toEqual([]);
    expect(names.filter((name) => written.includes(name))).toEqual([]);
  });
});

/** What a refusal answered, as text. */
function said(error: { body?: object }): string {
  return JSON.stringify(error.body ?? {});
}
