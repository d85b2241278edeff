import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MovableClock, migrate, readConfig, startEmbedded } from '#platform';
import { firstStart } from '../../dist/apps/exchange/src/first-start.js';
import { forgetting, migrations } from '../../dist/apps/exchange/src/libs.js';
import { buildApp } from '../../dist/apps/exchange/src/open-exchange.js';

/** The county is founded the evening before the day on which most tests begin. */
const standing = { now: () => new Date('2026-09-22T18:00:00+08:00') };

/** Once per run: a PostgreSQL of our own (or the one DATABASE_URL names), and a migrated template that every file clones. */
export default async function startDatabase() {
  // Whoever ends a run with Ctrl-C ends PostgreSQL too: it stands in a group of its own and hears of it when we exit.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const folder = mkdtempSync(join(tmpdir(), 'exchange-test-'));
  chmodSync(folder, 0o755); // PostgreSQL runs as a user of its own when we are root.
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startEmbedded(folder, 'exchange', 'fast');
  const owner = given ?? embedded.url;
  const template = `exchange_template_${process.pid}`;
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const templateUrl = new URL(owner);
  templateUrl.pathname = `/${template}`;
  Object.assign(process.env, { TEST_FOLDER: folder, TEST_OWNER_URL: owner, TEST_TEMPLATE: template });
  await migrate(templateUrl.href, 'exchange_server', migrations, forgetting);
  await loadTemplate(
    readConfig({ STATE_FOLDER: folder, REQUESTS_PER_MINUTE: '0', TRAINING_HOUSEHOLDS: '270' }),
    templateUrl.href,
  );
  globalThis.embedded = embedded;
}

/** What every test finds in its database: the calendar of the State Council's notices, the county and its training staff. */
async function loadTemplate(config, url) {
  const clock = new MovableClock(standing);
  const app = await buildApp(config, clock, url, ['error', 'warn'], new MovableClock(standing));
  await firstStart(app, config, clock);
  await app.close();
}
