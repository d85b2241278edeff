/**
 * From the command to the first answer: the exchange on its own county, its embedded PostgreSQL started on the way, against
 * a bare Nest with one table on a PostgreSQL that runs already.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '#platform';
import { conclude, freePort, median, memoryOf, ownFolder, postmasterOf, rounded } from './support/measure.mjs';

const bar = 3;
const rounds = Number(process.argv[2] ?? 7);
const exchange = join(import.meta.dirname, '..', 'dist', 'apps', 'exchange', 'src', 'main.js');
const bare = join(import.meta.dirname, 'bare', 'nest.mjs');

/** Milliseconds from the command to the first answer of a page, and the memory of the server then. */
async function start(file, settings, path, patience = 60_000) {
  const port = await freePort();
  const begun = performance.now();
  const server = spawn(process.execPath, [file], {
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
  server.kill('SIGTERM');
  await gone;
  if (took === null) throw new Error(`${file} gave no answer.`);
  return { took, memory, database };
}

const folder = ownFolder();
const server = await startEmbedded(join(folder, 'bare'), 'bare', 'safe');
const results = [];
try {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`CREATE TABLE thing (id int PRIMARY KEY, name text NOT NULL)`);
  await client.query(`INSERT INTO thing SELECT n, 'thing ' || n FROM generate_series(1, 20) AS n`);
  await client.end();
  const ours = { STATE_FOLDER: join(folder, 'state'), TZ: 'Asia/Shanghai', DATABASE_URL: '', MODE: 'training' };
  const first = await start(exchange, ours, '/', 600_000);
  console.log(`第一次打开（建库、装县、演练案件）：${(first.took / 1000).toFixed(1)} s`);
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
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
