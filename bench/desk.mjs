/**
 * A reviewer's queue and the public notice list with 200,000 cases behind them: against a bare Fastify that runs the same SQL as
 * named prepared statements, at 32 connections and the same pool; and from 10,000 to 1,000,000 cases at any depth of paging.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import pg from 'pg';
import { readConfig, startEmbedded } from '#platform';
import { openExchange } from '../dist/apps/exchange/src/open-exchange.js';
import { firstStart } from '../dist/apps/exchange/src/first-start.js';
import { countyWith, depths } from './support/cases.mjs';
import { conclude, cpuOf, freePort, median, ownFolder, postmasterOf, rounded } from './support/measure.mjs';

const rounds = 5;
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const sizes = { small: 10_000, middle: 200_000, large: Number(process.env.BENCH_LARGE ?? 1_000_000) };
const poolSize = 10;
const lists = { desk: '/api/desk', notices: '/api/notices' };
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
const children = [];
const results = [];

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
    if (typeof asked === 'string') heard.push({ text: asked, values: Array.isArray(values) ? values : [] });
    else if (asked?.text !== undefined && typeof asked.submit !== 'function')
      heard.push({ text: asked.text, values: asked.values ?? values ?? [] });
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

/** A server in a process of its own, answering. */
async function serve(file, more, path, token) {
  const port = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', file], {
    env: { ...process.env, ...settings, ...more, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  const server = { pid: child.pid, address: `http://127.0.0.1:${port}`, headers: { authorization: `Bearer ${token}` } };
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(server.address + path, { headers: server.headers }).catch(() => null);
    if (answer?.ok) return server;
    await wait(100);
  }
  throw new Error(`${file} does not answer ${path}.`);
}

/** Requests a second and CPU milliseconds a request, at 32 connections. */
async function load(server, path, postmaster) {
  const before = cpuOf(server.pid, postmaster);
  const done = await autocannon({
    url: server.address + path,
    headers: server.headers,
    connections: 32,
    duration: seconds,
  });
  const used = cpuOf(server.pid, postmaster) - before;
  if (done.non2xx > 0 || done.errors > 0) throw new Error(`${path}: ${done.non2xx} refused, ${done.errors} broken.`);
  return { rate: done['2xx'] / done.duration, cpu: used / done['2xx'] };
}

/** The p99 of a walk over pages of every depth, in milliseconds, four readers at a time. */
async function walk(server, paths) {
  const took = [];
  const order = Array.from({ length: 1200 }, (_, number) => paths[(number * 37) % paths.length]);
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let path = order.pop(); path !== undefined; path = order.pop()) {
        const begun = performance.now();
        const answer = await fetch(server.address + path, { headers: server.headers });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
        took.push(performance.now() - begun);
      }
    }),
  );
  return took.toSorted((left, right) => left - right)[Math.floor(took.length * 0.99)];
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
    results.push({
      name: `desk: statements of ${lists[name]}`,
      ratio: list.length,
      bar: bars.statements,
      pass: list.length <= bars.statements,
    });
  }
  const urls = {};
  for (const [name, count] of Object.entries(sizes)) {
    const begun = performance.now();
    urls[name] = await countyWith(server.url, name, count);
    console.log(`${count} 件案件和公示已备好，${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const main = join(import.meta.dirname, '..', 'dist', 'apps', 'exchange', 'src', 'main.js');
  const plan = join(folder, 'plan.json');
  writeFileSync(
    plan,
    JSON.stringify({
      url: urls.middle,
      poolSize,
      statements: Object.fromEntries(Object.entries(lists).map(([name, path]) => [path, statements[name]])),
    }),
  );
  const ours = await serve(main, { DATABASE_URL: urls.middle }, lists.desk, token);
  const bare = await serve(join(import.meta.dirname, 'bare', 'lists.mjs'), { BENCH_PLAN: plan }, lists.desk, token);
  for (const [name, path] of Object.entries(lists)) {
    const found = { rate: [], cpu: [] };
    for (let round = -1; round < rounds; round += 1) {
      const [one, other] = [await load(bare, path, postmaster), await load(ours, path, postmaster)];
      if (round < 0) continue;
      found.rate.push(other.rate / one.rate);
      found.cpu.push(other.cpu / one.cpu);
      console.log(
        `${name} 第 ${round + 1} 轮：光秃的 Fastify ${one.rate.toFixed(0)} 次/秒、每次 ${one.cpu.toFixed(2)} ms CPU；平台 ${other.rate.toFixed(0)} 次/秒、${other.cpu.toFixed(2)} ms`,
      );
    }
    results.push({
      name: `desk: rate of ${path} / bare Fastify`,
      ratio: rounded(median(found.rate)),
      bar: bars.rate,
      pass: median(found.rate) >= bars.rate,
    });
    results.push({
      name: `desk: CPU of ${path} / bare Fastify`,
      ratio: rounded(median(found.cpu)),
      bar: bars.cpu,
      pass: median(found.cpu) <= bars.cpu,
    });
  }
  const few = await serve(main, { DATABASE_URL: urls.small }, lists.desk, token);
  const many = await serve(main, { DATABASE_URL: urls.large }, lists.desk, token);
  const states = statements.desk.flatMap(({ values }) => values).find((value) => Array.isArray(value)) ?? [];
  const pages = { few: await depths(urls.small, states), many: await depths(urls.large, states) };
  for (const name of Object.keys(lists)) {
    const found = [];
    for (let round = -1; round < rounds; round += 1) {
      const [one, other] = [await walk(few, pages.few[name]), await walk(many, pages.many[name])];
      if (round < 0) continue;
      found.push(other / one);
      console.log(
        `${name} 翻页第 ${round + 1} 轮，p99：${sizes.small} 件 ${one.toFixed(1)} ms，${sizes.large} 件 ${other.toFixed(1)} ms`,
      );
    }
    results.push({
      name: `desk: p99 of ${name} at ${sizes.large} / at ${sizes.small} cases, any depth`,
      ratio: rounded(median(found)),
      bar: bars.depth,
      pass: median(found) <= bars.depth,
    });
  }
} finally {
  await Promise.all(
    children.map(
      (child) =>
        new Promise((done) => (child.exitCode === null ? child.once('exit', done) && child.kill('SIGTERM') : done())),
    ),
  );
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
