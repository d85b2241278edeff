/**
 * The public list, the desk's queue and a case's page over some 500 addresses with 200,000 records behind them, at 32 connections
 * and with no answer kept: against the build at 019ae2c on a database of its own, and against a bare Fastify that sends the same
 * rows; from 10,000 to 1,000,000 records at any depth; and with answers kept while a notice changes every 200 ms.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setInterval as every } from 'node:timers';
import pg from 'pg';
import { startEmbedded } from '#platform';
import {
  bareAsk,
  caseAddresses,
  cheapest,
  depths,
  explained,
  noticeAddresses,
  queueAddresses,
} from './support/addresses.mjs';
import { conclude, median, ownFolder, postmasterOf, rounded } from './support/measure.mjs';
import { buildAt, dropBuild, load, serve, stop, stopAll, walk } from './support/rivals.mjs';

const measuredAgainst = '019ae2c';
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const sizes = { few: 10_000, middle: 200_000, many: Number(process.env.BENCH_LARGE ?? 1_000_000) };
const poolSize = 10;
const main = join('dist', 'apps', 'exchange', 'src', 'main.js');
const root = join(import.meta.dirname, '..');
const page = { accept: 'text/html' };

const folder = ownFolder();
const settings = {
  STATE_FOLDER: join(folder, 'state'),
  MODE: 'training',
  TZ: 'Asia/Shanghai',
  TRAINING_CASES: process.env.TRAINING_CASES ?? '60',
  TRAINING_LOTS: '0',
  REQUESTS_PER_MINUTE: '0',
  CLOCK_INSIDE: 'no',
  POOL_SIZE: String(poolSize),
};
const results = [];
const bar = (name, ratio, limit, atMost) =>
  results.push({ name, ratio: rounded(ratio), bar: limit, pass: atMost ? ratio <= limit : ratio >= limit });

/** A build on its own county, filled by its own bench: where the middle database is, and the reviewer's token in it. */
async function countyOf(name, from, server, fills) {
  const { countyWith } = await import(pathToFileURL(join(from, 'bench', 'support', 'cases.mjs')).href);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const owner = new pg.Client(server.url);
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name}`);
  await owner.end();
  const first = await serve(main, { ...settings, DATABASE_URL: url }, '/api/notices', { from, patience: 300 });
  const answer = await fetch(`${first.address}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'reviewer', password: 'yanlian-2026', code: '000000' }),
  });
  const { token } = await answer.json();
  await stop(first);
  const urls = {};
  for (const [size, count] of Object.entries(fills)) urls[size] = await countyWith(url, `${name}_${size}`, count);
  return { urls, headers: { authorization: `Bearer ${token}` } };
}

/** Rounds of one list in turn at each rival; the medians of what each costs in parts of what another costs. */
async function compare(title, rivals, postmaster) {
  const found = [];
  for (let round = -1; round < rounds; round += 1) {
    const costs = {};
    for (const [name, { server, paths, headers }] of Object.entries(rivals))
      costs[name] = await load(server, paths, headers ?? {}, postmaster, seconds);
    if (round < 0) continue;
    found.push(costs);
    const told = Object.entries(costs).map(
      ([name, { rate, cpu }]) => `${name} ${rate.toFixed(0)} 次/秒 ${cpu.toFixed(2)} ms`,
    );
    console.log(`${title} 第 ${round + 1} 轮：${told.join('；')}`);
  }
  return (one, other, what) => median(found.map((costs) => costs[one][what] / costs[other][what]));
}

/** The bare server sends the same rows, and no statement is cheaper than its own. */
async function bareServer(url, addresses, ours) {
  const asks = addresses.map(bareAsk);
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify({ url, poolSize, texts: cheapest, addresses: asks }));
  const server = await serve(join('bench', 'bare', 'rows.mjs'), { BENCH_PLAN: plan }, asks[0].path);
  for (const [name, text] of Object.entries(cheapest)) {
    const ask = asks.findLast((each) => each.name === name);
    const { lines, perRow } = await explained(url, text, ask.values);
    console.log(`光秃的 Fastify，${name}：\n${text}\n${lines.join('\n')}\n每行 ${perRow.toFixed(1)} 个缓冲块`);
    if (perRow > 5) throw new Error(`${name} reads ${perRow} buffers a row: it is not the cheapest statement.`);
    const [one, other] = await Promise.all(
      [server, ours].map(async (each) => (await (await fetch(each.address + ask.path)).arrayBuffer()).byteLength),
    );
    console.log(`${name}：光秃的 ${one} 字节，平台 ${other} 字节`);
    if (Math.abs(one - other) > other / 10) throw new Error(`${name}: ${one} bytes are not those of ${other}.`);
  }
  return server;
}

/** One notice changes every 200 ms, as long as the work lasts. */
async function whileNoticesChange(url, work) {
  const client = new pg.Client(url);
  await client.connect();
  const timer = every(() => {
    void client.query(
      `UPDATE notice SET revision = revision + 1 WHERE id = (SELECT id FROM notice WHERE state = 'running' ORDER BY ends_on LIMIT 1)`,
    );
  }, 200);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await client.end();
  }
}

async function notices(ours, build, postmaster) {
  const [mine, theirs] = [
    await noticeAddresses(ours.server, ours.urls.middle),
    await noticeAddresses(build.server, build.urls.middle),
  ];
  console.log(`公示的不同地址：平台 ${mine.length} 个，019ae2c ${theirs.length} 个`);
  const api = (pages) => pages.map(({ path }) => path);
  const people = (pages) => pages.map(({ path }) => path.replace('/api', ''));
  const bare = await bareServer(ours.urls.middle, mine, ours.server);
  const stranger = (server) => ({ ...server, headers: {} });
  const json = await compare(
    '公示 JSON',
    {
      bare: { server: bare, paths: api(mine) },
      build: { server: stranger(build.server), paths: api(theirs) },
      ours: { server: stranger(ours.server), paths: api(mine) },
    },
    postmaster,
  );
  bar('notices json rate / build', json('ours', 'build', 'rate'), 2.5, false);
  bar('notices json cpu / build', json('ours', 'build', 'cpu'), 0.45, true);
  bar('notices json rate / bare', json('ours', 'bare', 'rate'), 0.6, false);
  const html = await compare(
    '公示页面',
    {
      build: { server: stranger(build.server), paths: people(theirs), headers: page },
      ours: { server: stranger(ours.server), paths: people(mine), headers: page },
    },
    postmaster,
  );
  bar('notices html rate / build', html('ours', 'build', 'rate'), 2.2, false);
  bar('notices html cpu / build', html('ours', 'build', 'cpu'), 0.5, true);
  const kept = await serve(main, { ...settings, DATABASE_URL: ours.urls.middle, ANSWER_CACHE: 'yes' }, '/api/notices');
  const cached = await whileNoticesChange(ours.urls.middle, () =>
    compare(
      '公示 JSON，留着答案',
      { bare: { server: bare, paths: api(mine) }, ours: { server: kept, paths: api(mine) } },
      postmaster,
    ),
  );
  bar('notices cached rate / bare', cached('ours', 'bare', 'rate'), 1.2, false);
  await stop(kept);
  await stop(bare);
}

async function desks(ours, build, postmaster) {
  const queue = await compare(
    '待办',
    {
      build: { server: build.server, paths: await queueAddresses(build.server) },
      ours: { server: ours.server, paths: await queueAddresses(ours.server) },
    },
    postmaster,
  );
  bar('queue rate / build', queue('ours', 'build', 'rate'), 2, false);
  bar('queue cpu / build', queue('ours', 'build', 'cpu'), 0.5, true);
  const cases = await compare(
    '案件',
    {
      build: { server: build.server, paths: await caseAddresses(build.server, build.urls.middle) },
      ours: { server: ours.server, paths: await caseAddresses(ours.server, ours.urls.middle) },
    },
    postmaster,
  );
  bar('case rate / build', cases('ours', 'build', 'rate'), 1.5, false);
}

/** The same walk in a small and in a large county. */
async function atEveryDepth(county) {
  const [few, many] = await Promise.all(
    ['few', 'many'].map((size) =>
      serve(main, { ...settings, DATABASE_URL: county.urls[size] }, '/api/notices', { headers: county.headers }),
    ),
  );
  const pages = { few: await depths(county.urls.few), many: await depths(county.urls.many) };
  for (const name of ['notices', 'queue']) {
    const found = [];
    for (let round = -1; round < rounds; round += 1) {
      const [one, other] = await walk([
        { server: few, paths: pages.few[name] },
        { server: many, paths: pages.many[name] },
      ]);
      if (round < 0) continue;
      found.push(other / one);
      console.log(
        `${name} 第 ${round + 1} 轮，p99：${sizes.few} 件 ${one.toFixed(1)} ms，${sizes.many} 件 ${other.toFixed(1)} ms`,
      );
    }
    bar(`${name} p99 1000000 / 10000`, median(found), 1.3, true);
  }
}

const server = await startEmbedded(join(folder, 'database'), 'county', 'safe');
const rival = buildAt(measuredAgainst, join(folder, 'build'));
try {
  const postmaster = postmasterOf(join(folder, 'database'));
  const [ours, build] = [
    await countyOf('ours', root, server, sizes),
    await countyOf('build', rival, server, { middle: sizes.middle }),
  ];
  console.log('数据库已备好');
  for (const [county, from] of [
    [ours, root],
    [build, rival],
  ]) {
    const more = { ...settings, DATABASE_URL: county.urls.middle };
    county.server = await serve(main, more, '/api/notices', { from, headers: county.headers });
  }
  await notices(ours, build, postmaster);
  await desks(ours, build, postmaster);
  await stop(ours.server);
  await stop(build.server);
  await atEveryDepth(ours);
} finally {
  await stopAll();
  await server.stop();
  dropBuild(rival);
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
