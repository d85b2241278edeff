import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Clock } from '#kernel';
import { type Config, Database, MovableClock } from '#platform';
import { play } from './play.js';

/** The training county is alive when it first opens: its cases are played once, through the real services. */
export async function playOnce(
  app: NestFastifyApplication,
  config: Config,
  clock: Clock,
  databaseUrl: string,
): Promise<void> {
  if (config.mode !== 'training' || config.trainingCases === 0 || !(clock instanceof MovableClock)) return;
  const rows = await app.get(Database).ask('SELECT 1 FROM transfer LIMIT 1');
  if (rows.length > 0) return;
  process.stdout.write('演练县第一次打开，正在演几十件案件…');
  const hurried = config.databaseUrl === null ? await hurry(databaseUrl) : null;
  const { played, stopped } = await play(app, clock, config.trainingCases);
  await hurried?.end();
  console.log(`演好了 ${played} 件${stopped.length > 0 ? `，其中 ${stopped.length} 件停在半路` : ''}。`);
  for (const reason of stopped) console.warn(`  ${reason}`);
}

/** While made-up cases are played on our own database, commits need not wait for the disk; nobody would miss them. */
async function hurry(databaseUrl: string): Promise<{ end(): Promise<void> }> {
  const set = async (statement: string): Promise<void> => {
    const owner = new pg.Client(databaseUrl);
    await owner.connect();
    await owner.query(statement);
    await owner.query('SELECT pg_reload_conf()');
    await owner.end();
  };
  await set('ALTER SYSTEM SET synchronous_commit = off');
  return { end: () => set('ALTER SYSTEM RESET synchronous_commit') };
}
