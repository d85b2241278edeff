/**
 * Plays a small training county of the build in the current folder up to a case that waits for the county's approval, and prints the
 * source files of its libs in which a function ran while that one request was answered (V8's own count), as JSON.
 */
import { rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEmbedded } from '#platform';
import { ownFolder } from './measure.mjs';

const build = process.cwd();
const from = (...path) => import(pathToFileURL(join(build, 'dist', ...path)).href);
const { readConfig } = await from('libs', 'platform', 'src', 'index.js');
const { openExchange } = await from('apps', 'exchange', 'src', 'open-exchange.js');
const { play } = await from('apps', 'exchange', 'src', 'training', 'play.js');
const { firstStart } = await from('apps', 'exchange', 'src', 'first-start.js');
const checks = 'subject title consent term area purpose encumbrance capital survey priority price materials'
  .split(' ')
  .map((item) => ({ item, result: item === 'encumbrance' || item === 'capital' ? 'none' : 'yes' }));

const folder = ownFolder();
const server = await startEmbedded(join(folder, 'database'), 'county', 'fast');
const config = readConfig({
  STATE_FOLDER: join(folder, 'state'),
  DATABASE_URL: server.url,
  TZ: 'Asia/Shanghai',
  TRAINING_CASES: '0',
  REQUESTS_PER_MINUTE: '0',
  CLOCK_INSIDE: 'no',
});
const exchange = await openExchange(config, false, Promise.resolve({ url: server.url, stop: async () => {} }));
await firstStart(exchange.app, config, exchange.clock);
await play(exchange.app, exchange.clock, { cases: 15, lots: 0 });

const post = (url, payload, headers = {}) => exchange.app.inject({ method: 'POST', url, payload, headers });
const signedIn = await post('/api/sessions', { login: 'reviewer', password: 'yanlian-2026', code: '000000' });
const headers = { authorization: `Bearer ${signedIn.json().token}` };
const { rows } = await (await connection()).query(`SELECT id FROM transfer WHERE state = 'county_review'`);
const waiting = `/api/transfers/${rows[0].id}`;
sound(await post(`${waiting}/review`, { checks, opinion: '材料齐全，同意公示。' }, headers));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const answer = await post(`${waiting}/approval`, {}, headers);
const { result } = await session.post('Profiler.takePreciseCoverage');
sound(answer);

const libs = pathToFileURL(join(build, 'dist', 'libs')).href;
const ran = result
  .filter(({ url, functions }) => url.startsWith(libs) && functions.some(({ ranges }) => ranges[0].count > 0))
  .map(({ url }) => url.slice(libs.length + 1))
  .filter((file) => !/^(kernel|platform)\//.test(file));
await exchange.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(ran.toSorted()));
process.exit(0);

async function connection() {
  const { default: pg } = await import('pg');
  const client = new pg.Client(server.url);
  await client.connect();
  client.on('error', () => {}); // It ends with its server.
  return client;
}

function sound(answer) {
  if (answer.statusCode >= 400) throw new Error(`${answer.statusCode}: ${answer.body.slice(0, 500)}`);
}
