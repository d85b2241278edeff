import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Clock } from '#kernel';
import { type Config, Database, MovableClock } from '#platform';

/** The training county is alive when it first opens: its cases are played once, through the real services. */
export async function playOnce(
  app: NestFastifyApplication,
  config: Config,
  clock: Clock,
  databaseUrl: string,
): Promise<void> {
  if (config.mode !== 'training' || config.trainingCases === 0 || !(clock instanceof MovableClock)) return;
  const embedded = config.databaseUrl === null;
  const rows = await app.get(Database).ask('SELECT 1 FROM transfer LIMIT 1');
  if (rows.length > 0) return embedded ? calmDown(app.get(Database), databaseUrl) : undefined;
  process.stdout.write('演练县第一次打开，正在演几十件案件…');
  // The register has just come in; without its figures PostgreSQL would plan as if every table were empty.
  if (embedded) await set(databaseUrl, [`ANALYZE ${register}`]);
  const { play } = await import('./play.js');
  const playing = () => play(app, clock, { cases: config.trainingCases, lots: config.trainingLots, told });
  const { played, stopped } = embedded ? await inHaste(databaseUrl, playing) : await playing();
  console.log(`演好了 ${played} 件${stopped.length > 0 ? `，其中 ${stopped.length} 件停在半路` : ''}。`);
  for (const reason of stopped) console.warn(`  ${reason}`);
}

const register = 'party, person, body, household, member, contract, parcel, parcel_shape, office, account';

/** How far it is, on a terminal: whoever waits wants to see that something moves. */
function told(done: number, of: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r演练县第一次打开，正在演几十件案件…${done}/${of} `);
}

const hasty = [
  'ALTER SYSTEM SET synchronous_commit = off',
  // A connection lives too short here to plan each statement five times for its own values before it keeps one plan.
  'ALTER SYSTEM SET plan_cache_mode = force_generic_plan',
  // That plan is made while the tables of the cases are empty; to read one whole suits them then, and a thousand rows later no more.
  'ALTER SYSTEM SET enable_seqscan = off',
];
const calm = hasty.map((setting) => setting.replace(/ SET (\w+) .*/, ' RESET $1'));

/** Commits on our own database that need not wait for the disk, for as long as made-up cases are played on it. */
async function inHaste<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  await set(databaseUrl, hasty);
  try {
    return await work();
  } finally {
    await set(databaseUrl, calm);
  }
}

/** A first start that was killed in its hurry must not leave later work unsafe. */
async function calmDown(database: Database, databaseUrl: string): Promise<void> {
  const [row] = await database.ask<{ synchronous_commit: string }>('SHOW synchronous_commit');
  if (row?.synchronous_commit === 'off') await set(databaseUrl, calm);
}

/** As the owner of the whole PostgreSQL. */
async function set(databaseUrl: string, statements: readonly string[]): Promise<void> {
  const owner = new pg.Client(databaseUrl);
  await owner.connect();
  for (const statement of statements) await owner.query(statement);
  await owner.query('SELECT pg_reload_conf()');
  await owner.end();
}
