/**
 * The public search of lots with 10,000, 100,000 and 1,000,000 of them in the county and no answer kept: by filters and by 24 words of
 * two, three and four characters, from what a third of the lots say to what none does. Each word finds exactly the lots that LIKE
 * finds; against a bare Fastify that runs for each address the cheapest statement with the same rows; at any depth; rare words
 * beside common ones, and what others feel of them. `npm run bench -- search quick` measures at a tenth of each size.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform';
import { explained } from './support/addresses.mjs';
import { countyWithLots, words } from './support/lots.mjs';
import { conclude, median, ownFolder, postmasterOf, rounded } from './support/measure.mjs';
import { load, serve, stop, stopAll, walk } from './support/rivals.mjs';
import { askedBare, cheapest, depthsOf, filtersOf, searches } from './support/searches.mjs';

const part = process.argv[2] === 'quick' ? 10 : 1;
const rounds = Number(process.env.BENCH_ROUNDS ?? (part === 1 ? 5 : 3));
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const sizes = { few: 10_000 / part, middle: 100_000 / part, many: 1_000_000 / part };
const main = join('dist', 'apps', 'exchange', 'src', 'main.js');
const folder = ownFolder();
const settings = {
  STATE_FOLDER: join(folder, 'state'),
  MODE: 'training',
  TZ: 'Asia/Shanghai',
  TRAINING_CASES: '0',
  REQUESTS_PER_MINUTE: '0',
  CLOCK_INSIDE: 'no',
  POOL_SIZE: '10',
};
const results = [];
const bar = (name, ratio, limit, atMost = true) =>
  results.push({ name, ratio: rounded(ratio), bar: limit, pass: atMost ? ratio <= limit : ratio >= limit });
const list = '/api/listings';
const open = (url) => serve(main, { ...settings, DATABASE_URL: url }, list, { patience: 300 });
const viewOf = async (server, path) => {
  const answer = await fetch(server.address + path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return answer.json();
};

/** A county of each size, out of one that was loaded once. */
async function counties(server) {
  const url = Object.assign(new URL(server.url), { pathname: '/ours' }).href;
  const owner = new pg.Client(server.url);
  await owner.connect();
  await owner.query('CREATE DATABASE ours');
  await owner.end();
  await stop(await serve(main, { ...settings, DATABASE_URL: url }, list, { patience: 300 }));
  const urls = {};
  for (const [size, count] of Object.entries(sizes)) urls[size] = await countyWithLots(url, `ours_${size}`, count);
  return urls;
}

/** Of what a word finds, all; of what many thousand lots say, the first five hundred in their order. */
const walked = 500;

/** How many searches found others than LIKE does, read in pages from the first to the last. */
async function wrongOf(server, url) {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' });
  await client.connect();
  let wrong = 0;
  for (const word of Object.values(words).flat())
    for (const { query, where, order } of filtersOf()) {
      const like = await client.query(
        `SELECT id FROM listing WHERE published_at IS NOT NULL AND ${where} AND search_text LIKE '%' || search_plain($1) || '%'
         ORDER BY ${order} LIMIT ${walked}`,
        [word],
      );
      const found = [];
      let path = `${list}?q=${encodeURIComponent(word)}&limit=100${query}`;
      while (path !== '' && found.length < walked) {
        const view = await viewOf(server, path);
        found.push(...view.rows.map(({ id }) => id));
        path = view.next === '' ? '' : `/api${view.next}`;
      }
      if (JSON.stringify(found) === JSON.stringify(like.rows.map(({ id }) => id))) continue;
      console.log(`${word}${query}：LIKE 找到 ${like.rows.length} 宗，列表 ${found.length} 宗`);
      wrong += 1;
    }
  await client.end();
  return wrong;
}

/** Rounds in turn at the exchange and at the bare server; the median of the one rate in parts of the other. */
async function compare(title, ours, bare, paths, postmaster) {
  const found = [];
  for (let round = -1; round < rounds; round += 1) {
    const [one, other] = [
      await load(ours, paths, {}, postmaster, seconds),
      await load(bare, paths, {}, postmaster, seconds),
    ];
    if (round < 0) continue;
    found.push(one.rate / other.rate);
    console.log(
      `${title} 第 ${round + 1} 轮：平台 ${one.rate.toFixed(0)} 次/秒 ${one.cpu.toFixed(2)} ms；光秃的 ${other.rate.toFixed(0)} 次/秒 ${other.cpu.toFixed(2)} ms`,
    );
  }
  return median(found);
}

async function againstBare(url, postmaster) {
  const ours = await open(url);
  const addresses = await searches(url);
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify({ url, poolSize: 10, texts: cheapest, addresses: addresses.map(askedBare) }));
  const bare = await serve(join('bench', 'bare', 'rows.mjs'), { BENCH_PLAN: plan }, addresses[0].path);
  for (const address of addresses) {
    const [theirs, mine] = await Promise.all([viewOf(bare, address.path), viewOf(ours, address.path)]);
    const [one, other] = [theirs, mine].map(({ rows }) => rows.map(({ id }) => id).join());
    const [less, more] = [theirs, mine].map(({ rows }) => JSON.stringify(rows).length);
    if (one !== other || Math.abs(less - more) > more / 10)
      throw new Error(`${address.path}: ${less} bare bytes are not the rows of ${more} bytes.`);
  }
  for (const name of Object.keys(cheapest)) {
    const address = addresses.find((each) => each.name === name);
    const { lines } = await explained(url, cheapest[name], askedBare(address).values);
    console.log(`光秃的 Fastify，${name}，${address.path}：\n${cheapest[name]}\n${lines.join('\n')}`);
  }
  console.log(`${addresses.length} 个地址，行都一样`);
  const paths = addresses.map(({ path }) => path);
  bar('search rate / bare', await compare('找土地', ours, bare, paths, postmaster), 0.6, false);
  await stop(ours);
  await stop(bare);
}

/** p99 of one walk in parts of that of another, in the same seconds. */
async function p99Of(title, one, other) {
  const found = [];
  for (let round = -1; round < rounds; round += 1) {
    const [first, second] = await walk([one, other]);
    if (round < 0) continue;
    found.push(first / second);
    console.log(`${title} 第 ${round + 1} 轮，p99：${first.toFixed(1)} ms 比 ${second.toFixed(1)} ms`);
  }
  return median(found);
}

/** What a walk over the list takes while others look for rare words all the time, in parts of what it takes alone. */
async function besideRareWords(server, paths, rare) {
  const found = [];
  for (let round = -1; round < rounds; round += 1) {
    const [alone] = await walk([{ server, paths }]);
    let going = true;
    const searching = Array.from({ length: 4 }, async (_, reader) => {
      for (let step = reader; going; step += 1) await viewOf(server, rare[step % rare.length]);
    });
    const [beside] = await walk([{ server, paths }]);
    going = false;
    await Promise.all(searching);
    if (round < 0) continue;
    found.push(beside / alone);
    console.log(`别人找少见的词，第 ${round + 1} 轮，p99：${beside.toFixed(1)} ms 比 ${alone.toFixed(1)} ms`);
  }
  return median(found);
}

async function atEverySize(urls) {
  const [few, many] = await Promise.all([open(urls.few), open(urls.many)]);
  const pages = { few: await depthsOf(urls.few), many: await depthsOf(urls.many) };
  const walkOf = (server, paths) => ({ server, paths });
  const { first, deep } = pages.many;
  const all = walkOf(many, [...first, ...deep]);
  const small = walkOf(few, [...pages.few.first, ...pages.few.deep]);
  const rare = [...words.rare, ...words.absent].flatMap((word) =>
    filtersOf().map(({ query }) => `${list}?q=${encodeURIComponent(word)}${query}`),
  );
  bar(`lots list p99 ${sizes.many} / ${sizes.few}`, await p99Of('列表', all, small), 1.3);
  bar('rare word p99 / lots list p99', await p99Of('少见的词', walkOf(many, rare), all), 3);
  bar('others while rare words / alone', await besideRareWords(many, all.paths, rare), 2);
  bar('deep pages p99 / first pages p99', await p99Of('深处的页', walkOf(many, deep), walkOf(many, first)), 1.3);
}

const server = await startEmbedded(join(folder, 'database'), 'county', 'safe');
try {
  const postmaster = postmasterOf(join(folder, 'database'));
  const urls = await counties(server);
  console.log('数据库已备好');
  let wrong = 0;
  for (const size of Object.keys(sizes)) {
    const ours = await open(urls[size]);
    wrong += await wrongOf(ours, urls[size]);
    await stop(ours);
  }
  bar('searches that find others than LIKE', wrong, 0);
  await againstBare(urls.middle, postmaster);
  await atEverySize(urls);
} finally {
  await stopAll();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(results);
