import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many lines PostgreSQL writes of one deadlock at most: who waits for whom, their statements, the hint and what was being done. */
const told = 10;

/** What the run's PostgreSQL says of its deadlocks: each as its log names it, and how many its databases counted. */
export function deadlocks() {
  const counted = linesOf(join(process.env.TEST_FOLDER, 'deadlocks.txt')).reduce((sum, line) => sum + Number(line), 0);
  const log = linesOf(join(process.env.TEST_FOLDER, 'server.log'));
  const places = log.flatMap((line, index) => (line.includes('deadlock detected') ? [index] : []));
  const named = places.map((index) => log.slice(index, index + told).join('\n'));
  return named.length >= counted
    ? named
    : [...named, `${counted} counted by pg_stat_database in the databases of the tests`];
}

const linesOf = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
