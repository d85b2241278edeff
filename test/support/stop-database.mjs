import { rmSync } from 'node:fs';
import pg from 'pg';
import { unnamedRefusals, unseenAnswers } from './answers-compared.mjs';
import { untakenArrows } from './arrows-compared.mjs';
import { deadlocks } from './deadlocks-counted.mjs';

/**
 * Puts everything away. A whole run that left an arrow of a workflow untaken, or a part of the document unseen, has failed; so has
 * any run in which an operation refused by what the document does not name, or in which two acts waited for each other.
 */
export default async function stopDatabase(globalConfig) {
  const untaken = await untakenArrows(globalConfig);
  const unseen = unseenAnswers(globalConfig);
  const unnamed = unnamedRefusals();
  const client = new pg.Client(process.env.TEST_OWNER_URL);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.TEST_TEMPLATE} WITH (FORCE)`);
  await client.end();
  await globalThis.embedded?.stop();
  const locked = deadlocks();
  rmSync(process.env.TEST_FOLDER, { recursive: true, force: true });
  tell(`No test takes these ${untaken.length} steps of a workflow (whose, from, step):`, untaken);
  tell(`No test sees these ${unseen.length} parts of the document (operation, field, code):`, unseen);
  tell(
    `The document does not name these ${unnamed.length} refusals of an operation (npm run docs draws them):`,
    unnamed,
  );
  tell(`Acts waited for each other ${locked.length} times (what the log of PostgreSQL says):`, locked);
}

/** Not thrown: jest would keep its own summary back, which .ci/run counts. */
function tell(what, missing) {
  if (missing.length === 0) return;
  process.stderr.write(`\n${what}\n${missing.join('\n')}\n`);
  process.exitCode = 1;
}
