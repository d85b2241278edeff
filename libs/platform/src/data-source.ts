import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList, type EntitySchema } from 'typeorm';
import { ConfigError } from './config.js';
import { PreparingClient } from './preparing-client.js';
import { SnakeNaming } from './naming.js';
import { startFaults } from './operation.problems.js';

type Classes = MixedList<new () => object>;

// Counts and fen come as numbers, days as days: a bigint past 2^53 or a date with a time zone would be a defect.
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A count is too large to be exact.');
  return value;
});
pg.types.setTypeParser(1082, (text) => text);

const written = /^([1-9]\d{3})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?\+08$/;
const ordinary: (text: string) => unknown = pg.types.getTypeParser(1184);

/** A moment as our connections write it, in the county's own zone; lists read dozens of them. Anything else is read by the driver. */
export function momentOf(text: string): unknown {
  const found = written.exec(text);
  if (!found) return ordinary(text);
  const [, year, month, day, hour, minute, second, fraction = ''] = found;
  const milliseconds = fraction === '' ? 0 : Number(fraction.padEnd(3, '0'));
  return new Date(
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour) - 8,
      Number(minute),
      Number(second),
      milliseconds,
    ),
  );
}

pg.types.setTypeParser(1184, momentOf);

/** What every connection of the server is asked to be, beside its role; `refuseUnfitSession` looks whether it is. */
export const sessionSettings = { timeZone: 'Asia/Shanghai', statementTimeoutMs: 30_000 } as const;

/** Settings of a connection; `role` is the one the server works under. */
export function connection(
  url: string,
  options: { role: string; poolSize: number; entities: (new () => object)[] | EntitySchema[]; migrations: Classes },
): DataSourceOptions {
  const roleOption = options.role === '' ? '' : ` -c role=${options.role}`;
  return {
    type: 'postgres',
    url,
    poolSize: options.poolSize,
    namingStrategy: new SnakeNaming(),
    entities: options.entities,
    migrations: options.migrations as never,
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: {
      options: `-c TimeZone=${sessionSettings.timeZone} -c statement_timeout=${sessionSettings.statementTimeoutMs}${roleOption}`,
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 60_000,
      // What a case rests on is a dozen short reads in one transaction: asked together, they cost one way to the server.
      pipeline: true,
      Client: PreparingClient,
    },
  };
}

/** A file of a lib that changes the schema once: the number and the name it bears, and its class. */
export interface Migration {
  stamp: number;
  name: string;
  load(): Promise<new () => object>;
}

/** What the owner finds before he changes anything. */
interface Found {
  role: string;
  owner: string;
  begun: boolean;
}

/**
 * Brings a database to today's schema as its owner, then lets the serving role read and write, but delete only from the
 * tables that forget, and never change or delete history: those grants follow the append-only triggers.
 */
export async function migrate(
  url: string,
  role: string,
  migrations: readonly Migration[],
  forgetting: readonly string[],
): Promise<number> {
  // The tables are the owner's, whatever role the database gives him where a pooler stands in between. What a crash takes back is
  // made again at the next start, so forty migrations need not each wait for the disk.
  const options = '-c role=none -c synchronous_commit=off';
  const turn = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, options });
  await turn.connect();
  try {
    // Held by an open transaction, not by a session: a pooler may hand a session to somebody else.
    await turn.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('exchange-migrations'))`);
    const { rows } = await turn.query<Found>(
      `SELECT current_user::text AS role, session_user::text AS owner, to_regclass('migrations') IS NOT NULL AS begun`,
    );
    const [found] = rows;
    if (found && found.role !== found.owner) throw new ConfigError(startFaults.migrates(found.owner, found.role));
    const done = found?.begun ? await stampsIn(turn) : new Set<number>();
    const due = migrations.filter(({ stamp }) => !done.has(stamp));
    if (due.length > 0) await run(due, url, options);
    if (role !== '') await grant(turn, role, forgetting);
    await turn.query('COMMIT');
    return due.length;
  } finally {
    await turn.end();
  }
}

async function stampsIn(client: pg.Client): Promise<Set<number>> {
  const { rows } = await client.query<{ timestamp: number }>('SELECT timestamp FROM migrations');
  return new Set(rows.map(({ timestamp }) => timestamp));
}

async function run(due: readonly Migration[], url: string, options: string): Promise<void> {
  const migrations = await Promise.all(due.map((each) => each.load()));
  const settings = connection(url, { role: '', poolSize: 1, entities: [], migrations });
  const source = new DataSource({ ...settings, extra: { options } });
  try {
    await source.initialize();
    await source.runMigrations();
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

/** Waits until a server has brought the database to the schema that this program was written for. */
export async function awaitSchema(
  url: string,
  migrations: readonly Migration[],
  minutes: number,
  say: () => void,
): Promise<void> {
  for (let tries = 0; tries < minutes * 60; tries += 1) {
    if (await hasAll(url, migrations)) return;
    if (tries === 0) say();
    await wait(1000);
  }
  throw new ConfigError(startFaults.noSchema);
}

async function hasAll(url: string, migrations: readonly Migration[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const done = await stampsIn(client);
    return migrations.every(({ stamp }) => done.has(stamp));
  } catch (error) {
    const { code } = error as { code?: string };
    // No such table, no such database, nobody listening yet: the server has not come so far. Anything else is a fault.
    if (['42P01', '3D000', '57P03', 'ECONNREFUSED'].includes(code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function grant(owner: pg.Client, role: string, forgetting: readonly string[]): Promise<void> {
  if (!/^[a-z_]{1,60}$/.test(role)) throw new TypeError('DATABASE_ROLE must be lower-case letters and underscores.');
  // On a county's own server the administrator makes the role: the owner may then neither create nor grant it, and need not.
  const known = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (known.rowCount === 0) await owner.query(`CREATE ROLE ${role} NOLOGIN`);
  const { rows } = await owner.query<{ ours: boolean; kept: string[] }>(
    `SELECT pg_has_role(current_user, $1, 'MEMBER') AS ours,
       ARRAY(SELECT DISTINCT event_object_table::text FROM information_schema.triggers WHERE trigger_name LIKE '%_append_only') AS kept`,
    [role],
  );
  const [{ ours, kept } = { ours: true, kept: [] }] = rows;
  const statements = [
    ...(ours ? [] : [`GRANT ${role} TO CURRENT_USER`]),
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${role}`,
    `REVOKE DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public FROM ${role}`,
    ...forgetting.map((table) => `GRANT DELETE ON "${table}" TO ${role}`),
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    ...kept.map((table) => `REVOKE UPDATE, DELETE ON "${table}" FROM ${role}`),
  ];
  await owner.query(statements.join(';'));
}
