/**
 * `node scripts/kills.mjs [HOW_MANY] [SEED]`: kill -9 of the server or of its PostgreSQL in the middle of acts, spread over
 * every kind of act of cases, lots and the register: none is killed oftener than its share. After each the same act is sent again
 * with its key until it is answered, and once more: the answer is the same, nothing stands half done, and the ledger balances.
 * Takes half an hour; no part of what must be green.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort, ownFolder } from '../bench/support/measure.mjs';
import { root } from './ground.mjs';
import { KilledActs, free, later } from './kill-acts.mjs';
import { broken } from './kill-marks.mjs';
import { setup } from './setup.mjs';

let wanted = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 4190);
/** How often an act is killed in its middle, within how many milliseconds of its sending, and how many times of one kind in a round. */
const [share, latest, inRound] = [0.7, 120, 2];
/** Cases that go together: the clock is moved once for all of them. */
const batch = 2;

setup();
const { Desks } = await import('../dist/apps/exchange/src/training/desks.js');
const { TransferStory } = await import('../dist/apps/exchange/src/training/transfer-story.js');
const { boardPhoto, scan } = await import('../dist/apps/exchange/src/training/made-up-files.js');
const { parcelsFor } = await import('../dist/apps/exchange/src/training/made-up-wishes.js');

const folder = ownFolder();
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const database = join(folder, 'state', 'database');
const counted = { server: 0, database: 0, acts: new Map(), repeated: 0 };
let [state, server, log, sent, most, starts, ending] = [seed, null, '', 0, 0, 0, false];

/** The same seed, the same kills. */
function roll() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** Started again whenever it ends, as a county's machine does: also where it gave up a database that died too often. */
function start() {
  if ((starts += 1) > 2 * wanted + 20) stop(`The server does not stand:\n${log}`);
  server = spawn(process.execPath, [join(root, 'dist', 'apps', 'exchange', 'src', 'main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{
        NODE_OPTIONS: '',
        TZ: 'Asia/Shanghai',
        MODE: 'training',
        DATABASE_URL: '',
        STATE_FOLDER: join(folder, 'state'),
      },
      ...{ FILES_FOLDER: join(folder, 'files'), PORT: String(port), REQUESTS_PER_MINUTE: '0', CLOCK_INSIDE: 'no' },
      ...{ TRAINING_CASES: '0', TRAINING_HOUSEHOLDS: '600' },
    },
  });
  server.once('exit', () => ending || start());
  for (const out of [server.stdout, server.stderr]) out.on('data', (part) => (log = (log + part).slice(-20_000)));
}

/** Until the exchange answers with its database. */
async function answering() {
  for (let tries = 0; tries < 2400; tries += 1) {
    const answer = await fetch(`${base}/api/notices`).catch(() => null);
    if (answer?.status === 200) return;
    await wait(50);
  }
  stop(`The server does not answer:\n${log}`);
}

async function killServer() {
  server.kill('SIGKILL');
  await new Promise((done) => server.once('exit', done));
}

/** What serves the folder now; between a death and its successor nobody. */
const postmaster = () => readFileSync(join(database, 'postgres', 'postmaster.pid'), 'utf8').split('\n');

/** Rows, from whichever PostgreSQL serves by now: one that was killed answers for a moment more. */
async function asked(text, values = []) {
  for (let tries = 0; ; tries += 1) {
    let client;
    try {
      const place = `${readFileSync(join(database, 'password'), 'utf8')}@127.0.0.1:${postmaster()[3]}`;
      client = new pg.Client(`postgresql://exchange_owner:${place}/exchange`);
      await client.on('error', () => undefined).connect();
      return (await client.query(text, values)).rows;
    } catch (error) {
      if (tries === 200 || !/^(ECONN|ENOENT|57P|08)|^$/.test(error.code ?? '')) throw error;
      await wait(100);
    } finally {
      await client?.end().catch(() => undefined);
    }
  }
}

const send = (order, headers) => {
  const { payload } = order;
  const raw = Buffer.isBuffer(payload) || payload === undefined;
  return fetch(base + order.url, {
    method: order.method ?? 'GET',
    headers: { ...(raw ? {} : { 'content-type': 'application/json' }), ...order.headers, ...headers },
    ...(payload === undefined ? {} : { body: raw ? payload : JSON.stringify(payload) }),
  }).then(async (answer) => ({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: await answer.text(),
  }));
};

/** An answer, however often somebody has to ask: cut off, or told to come again. */
async function answered(order, headers) {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await send(order, headers).catch(() => null);
    if (answer && answer.status !== 503) {
      if (answer.status >= 500) stop(`${order.method} ${order.url} answered ${answer.status}: ${answer.body}\n${log}`);
      return answer;
    }
    await wait(100);
  }
  stop(`${order.method} ${order.url} is not answered:\n${log}`);
}

/** Thrown, so that the server is put away. */
function stop(reason) {
  throw new Error(reason);
}

const kills = () => counted.server + counted.database;
/** What those who know how to `inject` send: each act with a key, and many a one killed in its middle. */
async function inject(order) {
  const acts = order.method === 'POST' && order.url !== '/api/sessions';
  if (!acts) return told(await answered(order, {}));
  const headers = { 'idempotency-key': `kill-${(sent += 1)}` };
  const act = order.url.replaceAll(/[0-9a-f-]{36}|\d{12,19}/g, ':id');
  const killed = counted.acts.get(act) ?? 0;
  counted.acts.set(act, killed);
  if (kills() >= wanted || killed >= most || roll() >= share) return told(await answered(order, headers));
  const which = roll() < 0.5 ? 'server' : 'database';
  const first = send(order, headers).catch(() => null);
  await wait(roll() * latest);
  if (which === 'server') await killServer();
  else process.kill(Number(postmaster()[0]), 'SIGKILL');
  const heard = await first;
  await answering();
  const again = await answered(order, headers);
  const third = await answered(order, headers);
  counted[which] += 1;
  counted.acts.set(act, killed + 1);
  const early = heard && heard.status < 500 ? heard : again;
  const of = ({ status, headers: { location }, body }) => JSON.stringify([status, location, body]);
  if (of(again) !== of(third) || of(early) !== of(again))
    stop(`${act}: the same key is answered otherwise:\n${[early, again, third].map(of).join('\n')}`);
  counted.repeated += 1;
  const wrong = await broken(asked, join(folder, 'files'));
  if (wrong.length > 0) stop(`After ${which} was killed in ${act}: ${wrong.join('; ')}`);
  if (kills() % 10 === 0) console.log(`${kills()} 次：服务器 ${counted.server}，数据库 ${counted.database}`);
  return told(again);
}

const told = ({ status, headers, body }) => ({
  statusCode: status,
  headers,
  body,
  rawPayload: Buffer.from(body),
  json: () => JSON.parse(body),
});

const desks = new Desks({ inject });
// A training county opens at the machine's own time, and its clock goes forward alone.
let today = later(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), 1);
const clock = { now: () => new Date(`${today}T09:00:00+08:00`), today: () => today };
const reading = { ask: asked, rows: (_name, text, values) => asked(text, values) };

async function on(day) {
  today = day;
  await desks.of('administrator').post('/clock/moment', { moment: `${day}T09:00:00+08:00` });
}

async function storyOf(nth) {
  const land = await asked(
    `SELECT p.code, p.contract_mu AS area FROM parcel p JOIN contract c ON c.id = p.contract_id
     WHERE p.office_code = '370126101226' AND c.ends_on > '2040-01-01' AND p.basic_farmland
       AND ${free} ORDER BY p.code`,
  );
  const [body] = await asked(
    `SELECT name, credit_code AS code, legal_representative AS head FROM body WHERE kind = 'cooperative' ORDER BY credit_code LIMIT 1`,
  );
  const start = later(today, 40);
  const wish = {
    ...{ villageCode: '370126101226', parcels: parcelsFor(land, '8.00'), term: { start, end: later(start, 5 * 365) } },
    transferee: { kind: 'cooperative', name: body.name, number: body.code, legalRepresentative: body.head },
    ...{ priceYuan: '900', purpose: 'grain', crops: '小麦、玉米轮作' },
  };
  return new TransferStory(desks, reading, clock, wish, await scan('signed paper'), seed + nth);
}

const toTheNotice =
  'draft consents submit accept endorse survey submitToCounty review approve proveScreens proveBoard'.split(' ');
const toTheEnd = ['scan', 'sign', 'file', 'pay', 'record', 'certify'];

async function round(nth) {
  most += inRound;
  await on(later(today, 1));
  const paper = await scan('signed paper');
  const acts = new KilledActs(desks, asked, () => today, paper, boardPhoto(seed + nth));
  await acts.household();
  await acts.extension();
  const victim = await storyOf(nth + batch);
  for (const act of ['draft', 'consents', 'submit', 'accept']) await victim[act]();
  await acts.ground(victim);
  const deal = await acts.lotOnOffer();
  await acts.lotGivenUp();
  const stories = [];
  for (let each = nth; each < nth + batch; each += 1) {
    const story = await storyOf(each);
    stories.push(story);
    for (const act of toTheNotice) await story[act]();
  }
  await on(await acts.over(later(today, 16)));
  await deal();
  for (const story of stories) for (const act of toTheEnd) await story[act]();
  await stories[1].terminate();
  await stories[1].returnLand();
}

process.once('SIGINT', () => (wanted = 0));
start();
await answering();
console.log(`${wanted} 次 kill -9，种子 ${seed}`);
try {
  for (let nth = 0; kills() < wanted; nth += batch + 1) await round(nth);
} finally {
  ending = true;
  server.kill('SIGINT');
  await new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done()));
  const acts = [...counted.acts].map(([act, many]) => `${many} ${act}`).toSorted();
  console.log(
    `服务器 ${counted.server} 次，数据库 ${counted.database} 次，${counted.repeated} 次重问答复一样，办法如下：\n${acts.join('\n')}`,
  );
  rmSync(folder, { recursive: true, force: true });
}
