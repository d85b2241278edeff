import { rmSync } from 'node:fs';
import pg from 'pg';

export default async function stopDatabase() {
  const client = new pg.Client(process.env.TEST_OWNER_URL);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.TEST_TEMPLATE} WITH (FORCE)`);
  await client.end();
  await globalThis.embedded?.stop();
  rmSync(process.env.TEST_FOLDER, { recursive: true, force: true });
}
