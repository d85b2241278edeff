/**
 * One lot, 1,000 and 5,000 watchers, ten events a second: from the telling in the database to the last byte at each watcher, and what
 * a delivery costs the server, against a bare node:http that broadcasts the same. Both hear of an event by LISTEN on one database.
 */
import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '#platform';
import { auctionsIn } from './support/auctions.mjs';
import { conclude, cpuOf, freePort, median, memoryOf, ownFolder, rounded } from './support/measure.mjs';

const sizes = (process.env.BENCH_WATCHERS ?? '1000,5000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const bars = { p99: 2, cpu: 1.5 };
const pause = 100;
const root = join(import.meta.dirname, '..');

/** Each watcher is an open file, at either end; so many more are the process's own. */
const spare = 300;
const limitOf = (kind) => execFileSync('sh', ['-c', `ulimit -${kind}n`], { encoding: 'utf8' }).trim();
const hard = limitOf('H') === 'unlimited' ? Infinity : Number(limitOf('H'));

/** A program with as many open files as the machine allows it. */
function start(file, settings, stdio, argv = []) {
  const raise = 'ulimit -Sn "$(ulimit -Hn)"; exec "$0" "$@"';
  return spawn('sh', ['-c', raise, process.execPath, '--no-warnings', join(root, file), ...argv], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio,
  });
}

async function serve(file, settings, path) {
  const port = await freePort();
  const child = start(file, { ...settings, PORT: String(port) }, ['ignore', 'ignore', 'inherit']);
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 900 && child.exitCode === null; tries += 1) {
    if (
      await fetch(address + path).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { child, pid: child.pid, address };
    await wait(100);
  }
  throw new Error(`${file} does not answer ${path}.`);
}

async function stop({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

const heard = (child) =>
  new Promise((done, failed) => {
    child.once('message', done);
    child.once('exit', () => failed(new Error('The watchers are gone.')));
  });

/** One round: `many` watch, ten events a second are told, and what it took. */
async function round(server, path, many, tell) {
  const before = memoryOf(server.pid);
  const begun = performance.now();
  const watchers = start(
    'bench/support/watchers.mjs',
    {},
    ['ignore', 'inherit', 'inherit', 'ipc'],
    [server.address, path, String(many)],
  );
  const { joined } = await heard(watchers);
  if (joined !== many) throw new Error(`${joined} of ${many} were let in.`);
  const joining = performance.now() - begun;
  const memory = ((memoryOf(server.pid) - before) * 1024) / many;
  for (let warm = 0; warm < 10; warm += 1) await Promise.all([tell(), wait(pause)]);
  await wait(500);
  watchers.send('forget');
  const cpu = cpuOf(server.pid);
  const events = (seconds * 1000) / pause;
  for (let told = 0; told < events; told += 1) await Promise.all([tell(), wait(pause)]);
  await wait(1000);
  const used = cpuOf(server.pid) - cpu;
  watchers.send('tell');
  const found = await heard(watchers);
  if (found.arrived !== events * many || found.refused > 0)
    throw new Error(`${found.arrived} of ${events * many} deliveries arrived, ${found.refused} lines were cut.`);
  const gone = new Promise((done) => watchers.once('exit', done));
  watchers.disconnect();
  await gone;
  await wait(300);
  return { p50: found.p50, p99: found.p99, cpu: (used * 1000) / found.arrived, memory, joining };
}

const said = (name, { p50, p99, cpu, memory, joining }) =>
  `${name}：p50 ${p50.toFixed(1)} 毫秒，p99 ${p99.toFixed(1)} 毫秒，每送达一次 CPU ${cpu.toFixed(2)} 微秒，` +
  `每人内存 ${memory.toFixed(1)} KB，全部连上 ${(joining / 1000).toFixed(1)} 秒`;

const folder = ownFolder();
const database = await startEmbedded(join(folder, 'database'), 'exchange', 'fast');
const results = [];
const servers = [];
try {
  const settings = {
    DATABASE_URL: database.url,
    STATE_FOLDER: join(folder, 'state'),
    TZ: 'Asia/Shanghai',
    MODE: 'training',
  };
  // A training county, and one lot that is bid for.
  const {
    ids: [id],
  } = await auctionsIn(settings, 1);
  const ours = await serve(
    'dist/apps/exchange/src/main.js',
    {
      ...{ ...settings, TRAINING_CASES: '0', TRAINING_HOUSEHOLDS: '60', CLOCK_INSIDE: 'no', REQUESTS_PER_MINUTE: '0' },
      ...{ WATCHERS_AT_ONCE: '0', WATCHERS_PER_NETWORK: '0', REQUESTS_AT_ONCE: '2000' },
    },
    '/api/calendar',
  );
  servers.push(ours);
  const bare = await serve('bench/bare/events.mjs', settings, '/');
  servers.push(bare);
  const owner = new pg.Client(database.url);
  await owner.connect();
  let seq = 0;
  const tell = () => {
    seq += 1;
    const told = {
      id,
      seq,
      topFen: 90000 + seq * 1000,
      topNumber: 1000 + (seq % 9000),
      endsAt: '2026-12-01T10:00:00.000Z',
      extensions: 0,
      paused: false,
      closed: false,
    };
    const payload = JSON.stringify({ ...told, told: String(process.hrtime.bigint()) });
    return owner.query('SELECT pg_notify($1, $2)', ['auction', payload]);
  };
  for (const many of sizes) {
    if (many + spare > hard) {
      console.log(
        `这台机器一个进程最多打开 ${hard} 个文件（ulimit -Hn），升不到 ${many + spare}：${many} 人的这一行没有量。`,
      );
      results.push({ name: `watch ${many}: open files`, ratio: rounded(hard / (many + spare)), bar: 1, pass: false });
      continue;
    }
    const found = { ours: [], bare: [] };
    for (let turn = 0; turn < rounds; turn += 1) {
      found.bare.push(await round(bare, '/events', many, tell));
      found.ours.push(await round(ours, `/api/auctions/${id}/stream`, many, tell));
      console.log(said(`第 ${turn + 1} 轮 ${many} 人，光秃的广播`, found.bare.at(-1)));
      console.log(said(`第 ${turn + 1} 轮 ${many} 人，平台`, found.ours.at(-1)));
    }
    const ratio = (part) => median(found.ours.map((each) => each[part])) / median(found.bare.map((each) => each[part]));
    for (const [part, name] of [
      ['p99', 'p99'],
      ['cpu', 'cpu per delivery'],
    ])
      results.push({
        name: `watch ${many}: ${name} / bare broadcast`,
        ratio: rounded(ratio(part)),
        bar: bars[part],
        pass: ratio(part) <= bars[part],
      });
    // The first round's: memory that a process once had it keeps.
    console.log(
      `${many} 人：平台每人内存 ${found.ours[0].memory.toFixed(1)} KB，光秃的广播 ${found.bare[0].memory.toFixed(1)} KB`,
    );
  }
  await owner.end();
} finally {
  await Promise.all(servers.map(stop));
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
