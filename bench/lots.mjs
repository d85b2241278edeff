/**
 * Bids on 200 lots at once, taken by two processes of the exchange on one database, beside pgbench that locks one of 200 rows, inserts,
 * updates and commits with 20 clients. Each batch of a process is one statement for all its lots.
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

const lots = 200;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const folder = ownFolder();
const database = await startEmbedded(join(folder, 'state'));
const settings = {
  ...{ STATE_FOLDER: join(folder, 'state'), MODE: 'training', TZ: 'Asia/Shanghai', DATABASE_URL: database.url },
  ...{ REQUESTS_PER_MINUTE: '0', REQUESTS_AT_ONCE: '0', CLOCK_INSIDE: 'no', SECRET_KEY: 'ab'.repeat(32) },
};
const { ids, tokens } = await auctionsIn(settings, lots);
const main = join('bench', 'bare', 'exchange-and-empty.mjs');
const servers = [];
for (const _ of [1, 2]) servers.push(await serve(main, settings, '/api/listings', { patience: 120 }));
const bids = bidsFor(ids, tokens);

const found = [];
for (let round = 0; round <= rounds; round += 1) {
  const ours = await post(
    servers.map(({ address }) => address),
    64,
    seconds,
    bids,
  );
  const theirs = await pgbench(database.url, folder, lots, seconds);
  console.log(
    `两个进程 ${ours.rate.toFixed(0)} 次报价/s，p99 ${ours.p99.toFixed(1)} 毫秒；pgbench ${theirs.toFixed(0)}/s；没有接受的 ${JSON.stringify(ours.others)}`,
  );
  if (round > 0) found.push(ours.rate / theirs);
}
const client = new pg.Client(database.url);
await client.connect();
const { rows } = await client.query(wrongSql);
await client.end();
await stopAll();
await database.stop();
rmSync(folder, { recursive: true, force: true });

const ratio = rounded(median(found));
conclude([
  { name: 'lots / pgbench over 200 rows', ratio, bar: 1.5, pass: ratio >= 1.5 },
  { name: 'lots with a gap, a repeat or a wrong top', ratio: rows[0].wrong, bar: 0, pass: rows[0].wrong === 0 },
]);
