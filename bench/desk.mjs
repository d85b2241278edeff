/**
 * A reviewer's queue and the public notice list with 200,000 cases behind them: against a bare Fastify that runs the same SQL as
 * named prepared statements, at 32 connections and the same pool; and from 10,000 to 1,000,000 cases at any depth of paging.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig, startEmbedded } from '#platform';
import { openExchange } from '../dist/apps/exchange/src/open-exchange.js';
import { firstStart } from '../dist/apps/exchange/src/first-start.js';
import { depths } from './support/addresses.mjs';
import { countyWith } from './support/cases.mjs';
import { conclude, median, ownFolder, postmasterOf, rounded } from './support/measure.mjs';
import { load, serve, stop, stopAll, walk } from './support/rivals.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const sizes = { small: 10_000, middle: 200_000, large: Number(process.env.BENCH_LARGE ?? 1_000_000) };
const poolSize = 10;
const lists = { queue: '/api/desk', notices: '/api/notices' };
const bars = { statements: 4, rate: 0.6, cpu: 1.8, depth: 1.3 };

const folder = ownFolder();
const settings = {
  STATE_FOLDER: join(folder, 'state'),
  TZ: 'Asia/Shanghai',
  TRAINING_CASES: '0',
  TRAINING_HOUSEHOLDS: '60',
  REQUESTS_PER_MINUTE: '0',
  CLOCK_INSIDE: 'no',
  POOL_SIZE: String(poolSize),
};
const results = [];
const bar = (name, ratio, limit, atMost) =>
  results.push({ name, ratio: rounded(ratio), bar: limit, pass: atMost ? ratio <= limit : ratio >= limit });

/** The token of the county's reviewer; a session is a row, so it holds for every clone made after it. */
async function signIn(app) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sessions',
    payload: { login: 'reviewer', password: 'yanlian-2026', code: '000000' },
  });
  return answer.json().token;
}

/** What a list asks the database, word for word: the driver tells. */
async function statementsOf(app, token) {
  const heard = [];
  const own = pg.Client.prototype.query;
  pg.Client.prototype.query = function listen(asked, values, done) {
    const text = typeof asked === 'string' ? asked : asked.text;
    heard.push({ text, values: asked.values ?? (Array.isArray(values) ? values : []) });
    return own.call(this, asked, values, done);
  };
  const found = {};
  for (const [name, path] of Object.entries(lists)) {
    for (let warm = 0; warm < 3; warm += 1) {
      heard.length = 0;
      const answer = await app.inject({ url: path, headers: { authorization: `Bearer ${token}` } });
      if (answer.statusCode !== 200)
        throw new Error(`${path} answers ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
    }
    found[name] = heard.map((each, index) => ({ ...each, name: `${name}-${index}` }));
  }
  pg.Client.prototype.query = own;
  return found;
}

/** Rounds of one list in turn at both, and what ours costs in parts of what the bare one costs. */
async function compare(name, path, bare, ours, postmaster) {
  const found = [];
  for (let round = -1; round < rounds; round += 1) {
    const one = await load(bare, [path], {}, postmaster, seconds);
    const other = await load(ours, [path], {}, postmaster, seconds);
    if (round < 0) continue;
    found.push({ rate: other.rate / one.rate, cpu: other.cpu / one.cpu });
    console.log(
      `${name} 第 ${round + 1} 轮：光秃的 Fastify ${one.rate.toFixed(0)} 次/秒、每次 ${one.cpu.toFixed(2)} ms CPU；平台 ${other.rate.toFixed(0)} 次/秒、${other.cpu.toFixed(2)} ms`,
    );
  }
  bar(`desk: rate of ${path} / bare Fastify`, median(found.map(({ rate }) => rate)), bars.rate, false);
  bar(`desk: CPU of ${path} / bare Fastify`, median(found.map(({ cpu }) => cpu)), bars.cpu, true);
}

/** The same walk in a small and in a large county. */
async function atEveryDepth(name, few, many) {
  const found = [];
  for (let round = -1; round < rounds; round += 1) {
    const [one, other] = await walk([few, many].map(({ server: at, pages }) => ({ server: at, paths: pages[name] })));
    if (round < 0) continue;
    found.push(other / one);
    console.log(
      `${name} 翻页第 ${round + 1} 轮，p99：${sizes.small} 件 ${one.toFixed(1)} ms，${sizes.large} 件 ${other.toFixed(1)} ms`,
    );
  }
  bar(`desk: p99 of ${name} at ${sizes.large} / at ${sizes.small} cases, any depth`, median(found), bars.depth, true);
}

const server = await startEmbedded(join(folder, 'database'), 'county', 'safe');
try {
  const postmaster = postmasterOf(join(folder, 'database'));
  const exchange = await openExchange(readConfig({ ...settings, DATABASE_URL: server.url }), false);
  await firstStart(exchange.app, readConfig({ ...settings, DATABASE_URL: server.url }), exchange.clock);
  const token = await signIn(exchange.app);
  const statements = await statementsOf(exchange.app, token);
  await exchange.close();
  for (const [name, list] of Object.entries(statements)) {
    console.log(`${name}：${list.length} 条 SQL`);
    bar(`desk: statements of ${lists[name]}`, list.length, bars.statements, true);
  }
  const urls = {};
  for (const [name, count] of Object.entries(sizes)) {
    const begun = performance.now();
    urls[name] = await countyWith(server.url, name, count);
    console.log(`${count} 件案件和公示已备好，${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const main = join('dist', 'apps', 'exchange', 'src', 'main.js');
  const plan = join(folder, 'plan.json');
  writeFileSync(
    plan,
    JSON.stringify({
      url: urls.middle,
      poolSize,
      statements: Object.fromEntries(Object.entries(lists).map(([name, path]) => [path, statements[name]])),
    }),
  );
  const headers = { authorization: `Bearer ${token}` };
  const at = (url) => serve(main, { ...settings, DATABASE_URL: url }, lists.queue, { headers });
  const ours = await at(urls.middle);
  const bare = await serve(join('bench', 'bare', 'lists.mjs'), { BENCH_PLAN: plan }, lists.queue);
  for (const [name, path] of Object.entries(lists)) await compare(name, path, bare, ours, postmaster);
  await stop(ours);
  await stop(bare);
  const [few, many] = await Promise.all(
    [urls.small, urls.large].map(async (url) => ({ server: await at(url), pages: await depths(url) })),
  );
  for (const name of Object.keys(lists)) await atEveryDepth(name, few, many);
} finally {
  await stopAll();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
