/** Counts what a process asks of PostgreSQL, whoever sends it, and writes the number to STATEMENTS_FILE when the process ends. */
import { writeFileSync } from 'node:fs';
import pg from 'pg';

const { query } = pg.Client.prototype;
let asked = 0;
pg.Client.prototype.query = function counted(...statement) {
  asked += 1;
  return query.apply(this, statement);
};
process.once('exit', () => writeFileSync(process.env.STATEMENTS_FILE, String(asked)));
