/** A sweep costs what is due, not what is open: 100 due among 1,000,000 open cases against 100 due among 1,000. */
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { workflow } from '#kernel';
import {
  Acts,
  Calendars,
  ClockTroubles,
  Database,
  Deadlines,
  MovableClock,
  ParameterStore,
  StepGate,
  Sweeper,
  connection,
  migrate,
  startEmbedded,
} from '#platform';
import { migrations } from '../dist/apps/exchange/src/libs.js';

const bar = 1.5;
const rounds = 7;
const due = 100;
const sizes = { small: 1_000, large: 1_000_000 };

const table = workflow('bench_case', {
  label: '测试案件',
  states: { open: { label: '在办', lasts: 'noticeWorkingDays' }, over: { label: '已结束', end: true } },
  steps: [{ from: 'open', on: 'end', to: 'over', by: 'clock', label: '期满' }],
});

/** A migrated database with so many open cases, none of them due yet, and the real sweeper over them. */
async function county(server, name, rows, clock) {
  const url = new URL(server.url);
  const owner = await new DataSource({ type: 'postgres', url: server.url }).initialize();
  await owner.query(`CREATE DATABASE ${name}`);
  await owner.destroy();
  url.pathname = `/${name}`;
  await migrate(url.href, '', migrations);
  const source = await new DataSource(
    connection(url.href, { role: '', poolSize: 1, entities: [], migrations: [] }),
  ).initialize();
  await source.query(`CREATE TABLE bench_case (id uuid PRIMARY KEY, state text NOT NULL, state_since timestamptz NOT NULL, due_at timestamptz,
    office_code char(12) NOT NULL, revision int NOT NULL, rules_day date NOT NULL) WITH (autovacuum_enabled = false)`);
  await source.query(
    `INSERT INTO bench_case SELECT gen_random_uuid(), 'open', $1, $1::timestamptz + interval '1 day' + n * interval '37 seconds', '370126101000', 1, '2026-01-01'
     FROM generate_series(1, $2::int) AS n`,
    [clock.now(), rows],
  );
  await source.query('CREATE INDEX bench_case_due ON bench_case (due_at, id) WHERE due_at IS NOT NULL');
  await source.query('VACUUM ANALYZE bench_case');
  const database = new Database(source);
  const parameters = new ParameterStore(database);
  const gate = new StepGate(new Deadlines(new Calendars(database), parameters), parameters);
  const acts = new Acts(database, gate, clock);
  const sweeper = new Sweeper(database, acts, new ClockTroubles(database), clock);
  sweeper.register({
    subject: 'bench_case',
    label: '测试案件',
    states: ['open'],
    href: (id) => `/${id}`,
    settle: async (act, id) => {
      const [record] = await act.tx.query(
        `SELECT id, state, state_since AS "stateSince", due_at AS "dueAt", office_code AS "officeCode", revision, rules_day AS "rulesDay"
         FROM bench_case WHERE id = $1`,
        [id],
      );
      await act.take(table, { record }, 'end');
    },
  });
  return { source, sweeper };
}

/** Lets a hundred cases become due that were not. */
async function ripen(source, clock) {
  await source.query(
    `UPDATE bench_case SET due_at = $1::timestamptz - interval '1 minute' WHERE id IN (SELECT id FROM bench_case WHERE state = 'open' ORDER BY due_at DESC LIMIT ${due})`,
    [clock.now()],
  );
}

/** Nanoseconds on a CPU of PostgreSQL's processes that are alive. */
function postgresNanoseconds(folder) {
  const [postmaster] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      if (pid === postmaster || parent === postmaster)
        sum += Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // A process that ended between the two reads has no more to say.
    }
  }
  return sum;
}

/** CPU in milliseconds of this process and PostgreSQL for one sweep. */
async function cost(folder, each, clock) {
  await ripen(each.source, clock);
  globalThis.gc?.();
  const [own, theirs] = [process.cpuUsage(), postgresNanoseconds(folder)];
  const swept = await each.sweeper.sweep();
  if (swept.moved !== due) throw new Error(`A sweep moved ${swept.moved} cases, not ${due}.`);
  const used = process.cpuUsage(own);
  return (used.user + used.system) / 1000 + (postgresNanoseconds(folder) - theirs) / 1e6;
}

const median = (numbers) => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];

const folder = mkdtempSync(join(tmpdir(), 'exchange-bench-'));
chmodSync(folder, 0o755); // PostgreSQL runs as a user of its own when we are root.
const server = await startEmbedded(folder, 'bench', 'fast');
let passed = false;
try {
  const clock = new MovableClock();
  const small = await county(server, 'small', sizes.small, clock);
  const large = await county(server, 'large', sizes.large, clock);
  const costs = { small: [], large: [] };
  for (let round = -2; round < rounds; round += 1) {
    const one = await cost(folder, small, clock);
    const other = await cost(folder, large, clock);
    if (round < 0) continue; // The first two warm up plans, code and caches.
    costs.small.push(one);
    costs.large.push(other);
    console.log(
      `第 ${round + 1} 轮：1,000 件中 ${due} 件到期 ${one.toFixed(1)} ms CPU；1,000,000 件中 ${other.toFixed(1)} ms CPU`,
    );
    // The next round's hundred are taken from what is still open; the small county gets new ones in their place.
    for (const { source } of [small, large]) {
      await source.query(
        `UPDATE bench_case SET state = 'open', due_at = $1::timestamptz + interval '400 days' WHERE state = 'over'`,
        [clock.now()],
      );
    }
  }
  const ratio = Number((median(costs.large) / median(costs.small)).toFixed(3));
  passed = ratio <= bar;
  await small.source.destroy();
  await large.source.destroy();
  console.log(
    JSON.stringify([{ name: 'clock: sweep of 100 due among 1,000,000 / among 1,000', ratio, bar, pass: passed }]),
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(passed ? 0 : 1);
