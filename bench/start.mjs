/**
 * From the command to the first answer: the exchange on its own county, its embedded PostgreSQL started on the way, against
 * a bare Nest with one table on a PostgreSQL that runs already; and its very first start, which makes the database, loads the
 * county and plays its sixty transfers, against the same of an older build.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '#platform';
import { buildAt, dropBuild } from './support/rivals.mjs';
import { conclude, freePort, median, memoryOf, ownFolder, postmasterOf, rounded } from './support/measure.mjs';

const [bar, firstBar] = [3, 0.6];
const [rounds, firsts] = [Number(process.argv[2] ?? 7), Number(process.argv[3] ?? 3)];
const older = '019ae2c';
const root = join(import.meta.dirname, '..');
const main = join('dist', 'apps', 'exchange', 'src', 'main.js');
const exchange = join(root, main);
const bare = join(import.meta.dirname, 'bare', 'nest.mjs');
const counting = join(import.meta.dirname, 'support', 'statements.mjs');

/** Milliseconds from the command to the first answer of a page, and the memory of the server then. */
async function start(file, settings, path, { patience = 60_000, cwd = root, before = [], look = null } = {}) {
  const port = await freePort();
  const begun = performance.now();
  const server = spawn(process.execPath, [...before, file], {
    cwd,
    env: { ...process.env, ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise((done) => server.once('exit', done));
  let took = null;
  while (took === null && performance.now() - begun < patience && server.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' } }).catch(
      () => null,
    );
    if (answer?.ok) {
      await answer.text();
      took = performance.now() - begun;
    } else await wait(5);
  }
  const memory = took === null ? 0 : memoryOf(server.pid);
  const database =
    settings.STATE_FOLDER && took !== null ? memoryOf(postmasterOf(join(settings.STATE_FOLDER, 'database'))) : 0;
  const seen = took !== null && look ? await look() : null;
  server.kill('SIGTERM');
  await gone;
  if (took === null) throw new Error(`${file} gave no answer.`);
  return { took, memory, database, seen };
}

/** How many transfers stand in each state, and in all. */
async function statesIn(folder) {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(folder, 'password'), 'utf8');
  const client = new pg.Client(`postgresql://exchange_owner:${password}@127.0.0.1:${port}/exchange`);
  await client.connect();
  const { rows } = await client.query('SELECT state, count(*)::int AS many FROM transfer GROUP BY 1 ORDER BY 1');
  await client.end();
  const all = rows.reduce((sum, { many }) => sum + many, 0);
  return { all, text: rows.map(({ state, many }) => `${state} ${many}`).join(', ') };
}

/** The first start of a build on a folder of its own: made, loaded and played. */
async function firstStart(name, build, folder) {
  const state = join(folder, 'first');
  const counted = join(folder, 'statements');
  // The older build knows no lots: what they add is not compared.
  const settings = { STATE_FOLDER: state, TZ: 'Asia/Shanghai', DATABASE_URL: '', MODE: 'training', TRAINING_LOTS: '0' };
  const { took, seen } = await start(join(build, main), { ...settings, STATEMENTS_FILE: counted }, '/', {
    ...{ patience: 600_000, cwd: build, before: ['--import', counting] },
    look: () => statesIn(join(state, 'database')),
  });
  const statements = Number(readFileSync(counted, 'utf8'));
  rmSync(state, { recursive: true, force: true });
  console.log(`${name}：第一次打开 ${(took / 1000).toFixed(1)} s，${statements} 条语句，${seen.all} 件：${seen.text}`);
  return { took, all: seen.all };
}

const folder = ownFolder();
const server = await startEmbedded(join(folder, 'bare'), 'bare', 'safe');
const results = [];
let build = null;
try {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`CREATE TABLE thing (id int PRIMARY KEY, name text NOT NULL)`);
  await client.query(`INSERT INTO thing SELECT n, 'thing ' || n FROM generate_series(1, 20) AS n`);
  await client.end();
  const ours = { STATE_FOLDER: join(folder, 'state'), TZ: 'Asia/Shanghai', DATABASE_URL: '', MODE: 'training' };
  await start(exchange, ours, '/', { patience: 600_000 });
  const costs = { exchange: [], bare: [], memory: [] };
  for (let round = 0; round < rounds; round += 1) {
    const one = await start(bare, { DATABASE_URL: server.url }, '/');
    const other = await start(exchange, ours, '/');
    costs.bare.push(one.took);
    costs.exchange.push(other.took);
    costs.memory.push(other.memory);
    console.log(
      `第 ${round + 1} 轮：光秃的 Nest ${one.took.toFixed(0)} ms（${one.memory.toFixed(0)} MB）；` +
        `平台连同数据库 ${other.took.toFixed(0)} ms（服务器 ${other.memory.toFixed(0)} MB，PostgreSQL 主进程 ${other.database.toFixed(0)} MB）`,
    );
  }
  const ratio = rounded(median(costs.exchange) / median(costs.bare));
  console.log(`服务器内存（中位数）${median(costs.memory).toFixed(0)} MB`);
  results.push({
    name: 'start: first answer, county and embedded database / bare Nest and TypeORM',
    ratio,
    bar,
    pass: ratio <= bar,
  });
  build = buildAt(older, join(folder, 'build'));
  const took = { build: [], now: [] };
  for (let round = 0; round < firsts; round += 1) {
    const before = await firstStart(older, build, folder);
    const after = await firstStart('现在', root, folder);
    if (before.all !== after.all) throw new Error(`${before.all} transfers were played, now ${after.all}.`);
    took.build.push(before.took);
    took.now.push(after.took);
  }
  const shorter = rounded(median(took.now) / median(took.build));
  results.push({ name: 'start: first start / build', ratio: shorter, bar: firstBar, pass: shorter <= firstBar });
} finally {
  if (build !== null) dropBuild(build);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
