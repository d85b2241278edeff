/**
 * Durable, validated, ordered bids on one hot lot, through HTTP, each with its receipt: beside (a) an empty validated POST of the same
 * server behind the same session and key check, and (b) pgbench that locks one row, inserts, updates and commits with 20 clients.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform';
import { auctionsIn, bidsFor, wrongSql } from './support/auctions.mjs';
import { conclude, median, ownFolder, rounded } from './support/measure.mjs';
import { pgbench } from './support/pgbench.mjs';
import { post } from './support/raw-posts.mjs';
import { serve, stopAll } from './support/rivals.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const folder = ownFolder();
const database = await startEmbedded(join(folder, 'state'));
const settings = {
  ...{ STATE_FOLDER: join(folder, 'state'), MODE: 'training', TZ: 'Asia/Shanghai', DATABASE_URL: database.url },
  ...{ REQUESTS_PER_MINUTE: '0', REQUESTS_AT_ONCE: '0', CLOCK_INSIDE: 'no', SECRET_KEY: 'ab'.repeat(32) },
};
const { ids, tokens } = await auctionsIn(settings, 1);
const server = await serve(join('bench', 'bare', 'exchange-and-empty.mjs'), settings, '/api/listings', {
  patience: 120,
});

const bids = bidsFor(ids, tokens);
let asked = 0;
const empty = () => {
  asked += 1;
  const headers = { authorization: `Bearer ${tokens[asked % tokens.length]}`, 'idempotency-key': `empty-${asked}` };
  return { path: '/api/empty', headers, body: '{"amountYuan":"1000"}' };
};

const found = [];
for (let round = 0; round <= rounds; round += 1) {
  const a = await post([server.address], 32, seconds, empty);
  const few = await post([server.address], 32, seconds, bids);
  const many = await post([server.address], 200, seconds, bids);
  const b = await pgbench(database.url, folder, 1, seconds);
  const said = JSON.stringify({ ...few.others, ...many.others });
  console.log(
    `a ${a.rate.toFixed(0)}/s；32 条连接 ${few.rate.toFixed(0)} 次报价/s，p99 ${few.p99.toFixed(1)} 毫秒；` +
      `200 条连接 ${many.rate.toFixed(0)}/s，p99 ${many.p99.toFixed(1)} 毫秒；pgbench ${b.toFixed(0)}/s；没有接受的 ${said}`,
  );
  // The first round warms up.
  if (round > 0) found.push({ a: few.rate / a.rate, b: few.rate / b, many: many.rate / b });
}
const client = new pg.Client(database.url);
await client.connect();
const { rows } = await client.query(wrongSql);
const { rows: plan } = await client.query(
  'EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT seq, top FROM bench_lot WHERE id = 1 FOR UPDATE',
);
console.log(plan.map((row) => row['QUERY PLAN']).join('\n'));
await client.end();
await stopAll();
await database.stop();
rmSync(folder, { recursive: true, force: true });

const least = (name, part, bar) => {
  const ratio = rounded(median(found.map((each) => each[part])));
  return { name, ratio, bar, pass: ratio >= bar };
};
conclude([
  least('bids 32 connections / a', 'a', 0.5),
  least('bids 32 connections / b', 'b', 4),
  least('bids 200 connections / b', 'many', 3),
  { name: 'lots with a gap, a repeat or a wrong top', ratio: rows[0].wrong, bar: 0, pass: rows[0].wrong === 0 },
]);
