/**
 * What one hostile request costs everybody else: for each, the longest stop of the event loop while it is answered, in parts of the
 * time that a valid request of the same route takes in the same run. In one process, so that the stop is that of the server.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '#platform';
import { generateVillage } from '#rights';
import { firstStart } from '../dist/apps/exchange/src/first-start.js';
import { openExchange } from '../dist/apps/exchange/src/open-exchange.js';
import { ApiClient, formOf } from '../dist/apps/exchange/src/training/api-client.js';
import { playOnce } from '../dist/apps/exchange/src/training/play-once.js';
import { csvLine, jsonNames, names, packedPdf, plainPdf, squarePdf, workbook } from './support/hostile.mjs';
import { conclude, median, ownFolder, rounded } from './support/measure.mjs';

const bar = 4;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const folder = ownFolder();
const config = readConfig({
  ...{ STATE_FOLDER: join(folder, 'state'), REQUESTS_PER_MINUTE: '0', CLOCK_INSIDE: 'no' },
  ...{
    TRAINING_CASES: process.env.TRAINING_CASES ?? '24',
    TRAINING_LOTS: '0',
    TRAINING_HOUSEHOLDS: '270',
    SECRET_KEY: 'ab'.repeat(32),
  },
});
const exchange = await openExchange(config, ['error']);
await firstStart(exchange.app, config);
await playOnce(exchange.app, config, exchange.clock, exchange.databaseUrl);
const { app } = exchange;

const json = { 'content-type': 'application/json' };
const form = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/html',
  'sec-fetch-site': 'same-origin',
};
const { rows: notices } = (await app.inject({ url: '/api/notices' })).json();
const notice = notices.find(({ state }) => state === 'running') ?? notices[0];
const administrator = await new ApiClient(app, 'administrator').headers();
const village = generateVillage({ divisionCode: '370126102220', villageName: '禾丰村', households: 1, seed: 'doors' });
const register = `FBFBM,FBFMC,FBFFZRXM\n${village.issuer.code},${village.issuer.name},${village.issuer.head}\n`;
const objection = {
  kind: 'boundary_area',
  relation: 'neighbour',
  name: '孙演邻',
  phone: '10000000001',
  facts: '北边多划了一垄，占了我家的地。',
};

const post = (url, payload, headers) => ({ method: 'POST', url, payload, headers });
const withFile = async (url, fields, headers = {}) => {
  const { payload, headers: own } = await formOf(fields);
  return post(url, payload, { ...own, ...headers });
};
const evidence = (file) => withFile(`/api/notices/${notice.id}/objections`, { ...objection, evidence: file });
const imported = (name, content) =>
  withFile('/api/register/imports', { file: new File([content], name) }, administrator);
const pdf = (content) => new File([content], 'scan.pdf', { type: 'application/pdf' });

const signIn = post(
  '/api/sessions',
  JSON.stringify({ login: 'reviewer', password: 'yanlian-2026', code: '000000' }),
  json,
);
const follow = post('/api/follow', JSON.stringify({ number: 'SH-0004217', code: 'aaaaaaaa' }), json);
const check = { method: 'GET', url: '/api/verify/Y2CW2RPX49JL' };
const object = post(`/api/notices/${notice.id}/objections`, JSON.stringify(objection), json);
const many = jsonNames(60_000);
const pairs = [
  ['sessions 60000 names', signIn, post('/api/sessions', many, json)],
  ['follow 60000 names', follow, post('/api/follow', many, json)],
  ['verify 60000 names', check, post('/api/verify', many, json)],
  ['objection 60000 names', object, post(object.url, many, json)],
  [
    'sign-in form of 90000 fields',
    post('/sign-in', 'login=reviewer&password=yanlian-2026&code=000000', form),
    post('/sign-in', names(90_000), form),
  ],
  ['evidence of many packed streams', await evidence(pdf(plainPdf)), await evidence(pdf(packedPdf))],
  ['evidence whose cost grows with the square', await evidence(pdf(plainPdf)), await evidence(pdf(squarePdf))],
  [
    'workbook with a row numbered 2147483000',
    await imported('register.csv', register),
    await imported('register.xlsx', workbook('row')),
  ],
  [
    'workbook with a cell in column XFD',
    await imported('register.csv', register),
    await imported('register.xlsx', workbook('column')),
  ],
  ['CSV of one line of 6 MB', await imported('register.csv', register), await imported('register.csv', csvLine)],
];

/** How long a request takes, and the longest stop of the event loop meanwhile; what the histogram always has is not counted. */
async function asked(request) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  global.gc?.();
  await wait(20);
  delays.enable();
  const start = performance.now();
  const { statusCode } = await app.inject({ ...request, remoteAddress: '10.0.0.1' });
  const time = performance.now() - start;
  await wait(5);
  delays.disable();
  return { statusCode, time, stop: Math.max(0, delays.max / 1e6 - 1) };
}

const results = [];
for (const [name, valid, hostile] of pairs) {
  await asked(valid);
  const found = [];
  for (let round = 0; round < rounds; round += 1) found.push([await asked(valid), await asked(hostile)]);
  const time = median(found.map(([one]) => one.time));
  const stop = median(found.map(([, other]) => other.stop));
  const codes = `${found[0][0].statusCode}、${found[0][1].statusCode}`;
  console.log(`${name}：正常 ${time.toFixed(1)} 毫秒，最长停顿 ${stop.toFixed(1)} 毫秒（${codes}）`);
  results.push({
    name: `${name}: longest stop / valid request`,
    ratio: rounded(stop / time),
    bar,
    pass: stop / time <= bar,
  });
}
await exchange.close();
rmSync(folder, { recursive: true, force: true });
conclude(results);
