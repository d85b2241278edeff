import { createReadStream, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '#platform';
import { migrations } from '../../apps/exchange/src/libs.js';

/** The rows of a running training county of version 019ae2c, one compressed COPY file a table, the first line its columns. */
const folder = join(import.meta.dirname, '..', 'older-county');
const lastMigration = 1_761_000_024_000;

/** The key that its secrets are sealed with; they belong to nobody. */
export const olderKey = readFileSync(join(folder, 'secret.key'), 'utf8').trim();

/** A database with the schema and the rows of that version, which knows nothing of what came later. */
export async function olderCounty(owner: string, name: string): Promise<{ url: string; client: pg.Client }> {
  const first = new pg.Client(owner);
  await first.connect();
  await first.query(`CREATE DATABASE ${name}`);
  await first.end();
  const url = Object.assign(new URL(owner), { pathname: `/${name}` }).href;
  const then = migrations.filter(({ stamp }) => stamp <= lastMigration);
  // Nobody serves from it yet: what its server may delete, today's start grants.
  await migrate(url, 'exchange_server', then, []);
  const client = new pg.Client(url);
  await client.connect();
  // The rows were whole where they come from: neither triggers nor foreign keys ask again, in whatever order they come in.
  await client.query('SET session_replication_role = replica');
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.copy.gz')))
    await load(client, basename(file, '.copy.gz'), join(folder, file));
  await client.query('SET session_replication_role = origin');
  return { url, client };
}

async function load(client: pg.Client, table: string, file: string): Promise<void> {
  await client.query(`DELETE FROM "${table}"`);
  const into = client.query(copyFrom(`COPY "${table}" ${await columnsOf(file)} FROM STDIN WITH (HEADER MATCH)`));
  await pipeline(createReadStream(file), createGunzip(), into);
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND (is_identity = 'YES' OR column_default LIKE 'nextval%')`,
    [table],
  );
  for (const { name } of rows)
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', '${name}'), (SELECT coalesce(max("${name}"), 1) FROM "${table}"))`,
    );
}

async function columnsOf(file: string): Promise<string> {
  let text = '';
  for await (const part of createReadStream(file).pipe(createGunzip())) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  return `("${text.slice(0, text.indexOf('\n')).split('\t').join('","')}")`;
}
