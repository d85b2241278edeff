import { rmSync } from 'node:fs';
import pg from 'pg';
import { untakenArrows } from './arrows-compared.mjs';

/** Puts everything away; a whole run that left an arrow of a workflow untaken has failed. */
export default async function stopDatabase(globalConfig) {
  const untaken = await untakenArrows(globalConfig);
  const client = new pg.Client(process.env.TEST_OWNER_URL);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.TEST_TEMPLATE} WITH (FORCE)`);
  await client.end();
  await globalThis.embedded?.stop();
  rmSync(process.env.TEST_FOLDER, { recursive: true, force: true });
  if (untaken.length === 0) return;
  process.stderr.write(
    `\nNo test takes these ${untaken.length} steps of a workflow (whose, from, step):\n${untaken.join('\n')}\n`,
  );
  // Not thrown: jest would keep its own summary back, which .ci/run counts.
  process.exitCode = 1;
}
