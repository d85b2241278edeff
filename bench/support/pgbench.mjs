/** PostgreSQL's own bench: lock a row, insert, update, commit, by twenty clients. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const script = (rows) => `\\set row random(1, ${rows})
BEGIN;
SELECT seq, top FROM bench_lot WHERE id = :row FOR UPDATE;
INSERT INTO bench_bid (lot, seq, amount, at) SELECT :row, seq + 1, top + 1, clock_timestamp() FROM bench_lot WHERE id = :row;
UPDATE bench_lot SET seq = seq + 1, top = top + 1 WHERE id = :row;
COMMIT;
`;

const tables = `
  CREATE TABLE IF NOT EXISTS bench_lot (id int PRIMARY KEY, seq int NOT NULL, top bigint NOT NULL) WITH (fillfactor = 50);
  CREATE TABLE IF NOT EXISTS bench_bid (lot int NOT NULL, seq int NOT NULL, amount bigint NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (lot, seq));
  INSERT INTO bench_lot SELECT n, 0, 0 FROM generate_series(1, 200) AS n ON CONFLICT DO NOTHING`;

/** Transactions a second over so many rows. */
export async function pgbench(url, folder, rows, seconds) {
  const owner = new pg.Client(url);
  await owner.connect();
  await owner.query(tables);
  await owner.end();
  const file = join(folder, `bids-${rows}.sql`);
  writeFileSync(file, script(rows));
  const asked = ['-n', '-M', 'prepared', '-c', '20', '-j', '2', '-T', String(seconds), '-f', file, url];
  const said = execFileSync('pgbench', asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
}
