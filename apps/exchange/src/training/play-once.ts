import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '#kernel';
import { type Config, Database, MovableClock } from '#platform';
import { play } from './play.js';

/** The training county is alive when it first opens: its cases are played once, through the real services. */
export async function playOnce(app: NestFastifyApplication, config: Config, clock: Clock): Promise<void> {
  if (config.mode !== 'training' || config.trainingCases === 0 || !(clock instanceof MovableClock)) return;
  const rows = await app.get(Database).ask('SELECT 1 FROM transfer LIMIT 1');
  if (rows.length > 0) return;
  process.stdout.write('演练县第一次打开，正在演几十件案件…');
  const { played, stopped } = await play(app, clock, config.trainingCases);
  console.log(`演好了 ${played} 件${stopped.length > 0 ? `，其中 ${stopped.length} 件停在半路` : ''}。`);
  for (const reason of stopped) console.warn(`  ${reason}`);
}
