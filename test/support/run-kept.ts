import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Before a test's database is dropped, the steps that were taken in it are kept, and how often two acts locked each other out: at
 * the end of a whole run no step may be missing and no deadlock have been.
 */
export async function keepRun(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ arrow: string }>(
    `SELECT DISTINCT concat_ws(' ', subject, from_state, action) AS arrow FROM step_history WHERE from_state IS NOT NULL`,
  );
  const { rows: locked } = await client.query<{ many: string }>(
    'SELECT deadlocks AS many FROM pg_stat_database WHERE datname = current_database()',
  );
  await client.end();
  const many = Number(locked[0]?.many ?? 0);
  if (many > 0) appendFileSync(join(process.env['TEST_FOLDER'] ?? '.', 'deadlocks.txt'), `${many}\n`);
  const lines = rows.map((row) => `${row.arrow}\n`).join('');
  appendFileSync(join(process.env['TEST_FOLDER'] ?? '.', 'arrows.txt'), lines);
}
