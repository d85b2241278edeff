import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Before a test's database is dropped, the steps that were taken in it are kept: at the end of a whole run none may be missing. */
export async function keepArrows(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ arrow: string }>(
    `SELECT DISTINCT concat_ws(' ', subject, from_state, action) AS arrow FROM step_history WHERE from_state IS NOT NULL`,
  );
  await client.end();
  const lines = rows.map((row) => `${row.arrow}\n`).join('');
  appendFileSync(join(process.env['TEST_FOLDER'] ?? '.', 'arrows.txt'), lines);
}
