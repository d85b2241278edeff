import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type MixedList, type EntitySchema } from 'typeorm';
import { ConfigError } from './config.js';
import { PreparingClient } from './preparing-client.js';
import { SnakeNaming } from './naming.js';

type Classes = MixedList<new () => object>;

// Counts and fen come as numbers, days as days: a bigint past 2^53 or a date with a time zone would be a defect.
pg.types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A count is too large to be exact.');
  return value;
});
pg.types.setTypeParser(1082, (text) => text);

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
      options: `-c TimeZone=Asia/Shanghai -c statement_timeout=30000${roleOption}`,
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 60_000,
      // What a case rests on is a dozen short reads in one transaction: asked together, they cost one way to the server.
      pipeline: true,
      Client: PreparingClient,
    },
  };
}

/**
 * Brings a database to today's schema as its owner, then lets the serving role read and write but never delete history:
 * grants follow the append-only triggers.
 */
export async function migrate(url: string, role: string, migrations: Classes): Promise<number> {
  const source = new DataSource({ ...connection(url, { role: '', poolSize: 2, entities: [], migrations }), extra: {} });
  await source.initialize();
  try {
    await source.query(`SELECT pg_advisory_lock(hashtext('exchange-migrations'))`);
    const done = await source.runMigrations();
    if (role !== '') await grant(source, role);
    return done.length;
  } finally {
    await source.destroy();
  }
}

/** Waits until a server has brought the database to the schema that this program was written for. */
export async function awaitSchema(
  url: string,
  migrations: readonly (new () => object)[],
  minutes: number,
  say: () => void,
): Promise<void> {
  for (let tries = 0; tries < minutes * 60; tries += 1) {
    if (await hasAll(url, migrations)) return;
    if (tries === 0) say();
    await wait(1000);
  }
  throw new ConfigError('数据库里还没有这一版的表。先启动服务器，它会建好；再启动时钟。');
}

async function hasAll(url: string, migrations: readonly (new () => object)[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const known = await client.query<{ name: string }>('SELECT name FROM migrations');
    const names = new Set(known.rows.map((row) => row.name));
    return migrations.every(({ name }) => names.has(name));
  } catch (error) {
    const { code } = error as { code?: string };
    // No such table, no such database, nobody listening yet: the server has not come so far. Anything else is a fault.
    if (['42P01', '3D000', '57P03', 'ECONNREFUSED'].includes(code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function grant(source: DataSource, role: string): Promise<void> {
  if (!/^[a-z_]{1,60}$/.test(role)) throw new TypeError('DATABASE_ROLE must be lower-case letters and underscores.');
  // On a county's own server the administrator makes the role: the owner may then neither create nor grant it, and need not.
  const known: unknown[] = await source.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (known.length === 0) await source.query(`CREATE ROLE ${role} NOLOGIN`);
  const [member]: { ours: boolean }[] = await source.query(`SELECT pg_has_role(current_user, $1, 'MEMBER') AS ours`, [
    role,
  ]);
  if (!member?.ours) await source.query(`GRANT ${role} TO CURRENT_USER`);
  await source.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await source.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
  await source.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  const kept: { name: string }[] = await source.query(
    `SELECT DISTINCT event_object_table AS name FROM information_schema.triggers WHERE trigger_name LIKE '%_append_only'`,
  );
  for (const { name } of kept) await source.query(`REVOKE UPDATE, DELETE ON "${name}" FROM ${role}`);
}
