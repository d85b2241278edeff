/** Some 500 different addresses of each list, found as a reader finds them: by following the lists' own links. */
import pg from 'pg';
import { cursorOf } from '#platform';

async function viewOf(server, path) {
  const answer = await fetch(server.address + path, { headers: server.headers });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return answer.json();
}

/** The next page as its view tells it: a link of today, or one of the build that is measured against. */
const nextOf = (view) => view.next ?? view.pager?.next ?? '';

/** A first page and those behind it, with the last row of the page before each. */
async function pagesOf(server, first, most) {
  const found = [];
  for (let path = first, before = null; path !== '' && found.length < most;) {
    const view = await viewOf(server, path);
    if (view.rows?.length === 20) found.push({ path, before });
    before = view.rows?.at(-1)?.id ?? null;
    const next = nextOf(view);
    path = next === '' ? '' : `/api${next}`;
  }
  return found;
}

/** The public list by village, by town and by words, each at several depths: 500 addresses. */
export async function noticeAddresses(server, url) {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' });
  await client.connect();
  const villages = await client.query(
    `SELECT office_code AS code FROM notice WHERE published_at IS NOT NULL GROUP BY office_code HAVING count(*) > 150 ORDER BY office_code LIMIT 60`,
  );
  const towns = await client.query(
    `SELECT left(office_code, 9) AS code FROM notice WHERE state = 'running' GROUP BY 1 HAVING count(*) > 220 ORDER BY 1 LIMIT 10`,
  );
  const found = [];
  for (const { code } of villages.rows) {
    const pages = await pagesOf(server, `/api/notices?state=all&village=${code}`, 5);
    found.push(...pages.map((page) => ({ ...page, kind: 'village', code })));
  }
  for (const { code } of towns.rows) {
    const open = await pagesOf(server, `/api/notices?town=${code}`, 10);
    found.push(...open.map((page) => ({ ...page, kind: 'town', code })));
    const words = await pagesOf(server, `/api/notices?q=${encodeURIComponent('某合作社')}&town=${code}`, 10);
    found.push(...words.map((page) => ({ ...page, kind: 'word', code })));
  }
  const keys = await client.query(
    `SELECT id, published_at::text AS published, ends_on::text AS ends FROM notice WHERE id = ANY ($1)`,
    [found.map(({ before }) => before).filter(Boolean)],
  );
  await client.end();
  const known = new Map(keys.rows.map((row) => [row.id, row]));
  return found.map((page) => ({ ...page, before: known.get(page.before) ?? null }));
}

/** The reviewer's queue at every depth, in pages of several lengths. */
export async function queueAddresses(server, most = 500) {
  const found = [];
  for (const limit of [20, 19, 18, 17, 16]) {
    for (let path = `/api/desk?limit=${limit}`, pages = 0; path !== '' && pages < most / 5; pages += 1) {
      found.push(path);
      const next = nextOf(await viewOf(server, path));
      path = next === '' ? '' : `/api${next}${next.includes('limit=') ? '' : `&limit=${limit}`}`;
    }
  }
  return found;
}

/** Addresses of the public list and of the queue at depths from the first page to the last. */
export async function depths(url, pages = 60) {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' });
  await client.connect();
  const at = (order) => `place % greatest(whole / $1, 1) = 0 ORDER BY place ${order} LIMIT $1`;
  const list = await client.query(
    `SELECT published_at::text AS key, id FROM
       (SELECT published_at, id, row_number() OVER (ORDER BY published_at DESC, id DESC) AS place, count(*) OVER () AS whole FROM notice) AS q
     WHERE ${at('')}`,
    [pages],
  );
  const queue = await client.query(
    `SELECT key, id FROM (SELECT coalesce(due_at, 'infinity')::text AS key, id,
         row_number() OVER (ORDER BY coalesce(due_at, 'infinity'), id) AS place, count(*) OVER () AS whole
       FROM transfer WHERE state = 'county_review') AS q WHERE ${at('')}`,
    [pages],
  );
  await client.end();
  return {
    notices: ['', ...list.rows.map((place) => `&after=${cursorOf('notices', 'newest', place)}`)].map(
      (after) => `/api/notices?state=all${after}`,
    ),
    queue: ['/api/desk', ...queue.rows.map((place) => `/api/desk?after=${cursorOf('desk', 'due', place)}`)],
  };
}

/** The page of each case that the training county has played. */
export async function caseAddresses(server, url) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `SELECT t.id FROM transfer t WHERE EXISTS (SELECT FROM step_history h WHERE h.subject = 'transfer' AND h.subject_id = t.id::text) ORDER BY t.id`,
  );
  await client.end();
  const found = [];
  for (const { id } of rows) {
    const answer = await fetch(`${server.address}/api/transfers/${id}`, { headers: server.headers });
    if (answer.ok) found.push(`/api/transfers/${id}`);
  }
  return found;
}

const columns = `id, number, title, kind, town, village, parties, area_mu AS "areaMu", state, period_start AS "periodStart", ends_on AS "lastDay",
  due_at AS "dueAt", published_at AS "publishedAt", version`;
const newest = `ORDER BY published_at DESC, id DESC LIMIT 20`;
const nearest = `ORDER BY ends_on, id LIMIT 20`;

/** For each kind of address the one cheapest statement that has the same rows. */
export const cheapest = {
  village: `SELECT ${columns} FROM notice WHERE published_at IS NOT NULL AND office_code = $1
    AND (published_at, id) < ($2::timestamptz, $3::uuid) ${newest}`,
  town: `SELECT ${columns} FROM notice WHERE published_at IS NOT NULL AND state IN ('awaiting_proof', 'running') AND left(office_code, 9) = $1
    AND (ends_on, id) > ($2::date, $3::uuid) ${nearest}`,
  word: `SELECT ${columns} FROM notice WHERE published_at IS NOT NULL AND state IN ('awaiting_proof', 'running') AND left(office_code, 9) = $1
    AND (ends_on, id) > ($2::date, $3::uuid) AND strpos(search_text, $4) > 0 ${nearest}`,
};

const lowest = '00000000-0000-0000-0000-000000000000';
const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What the bare server is asked at an address: the name of its statement and the values. */
export function bareAsk({ path, kind, code, before }) {
  const key =
    kind === 'village'
      ? [before?.published ?? 'infinity', before?.id ?? highest]
      : [before?.ends ?? '-infinity', before?.id ?? lowest];
  return { path, name: kind, values: [code, ...key, ...(kind === 'word' ? ['某合作社'] : [])] };
}

/** How a statement is run, and how many buffers each of its rows costs. */
export async function explained(url, text, values) {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' });
  await client.connect();
  await client.query(text, values);
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
  await client.end();
  const lines = rows.map((row) => row['QUERY PLAN']);
  const buffers = lines.find((line) => /Buffers: shared/.test(line)) ?? '';
  const touched = [...buffers.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, [, many]) => sum + Number(many), 0);
  return { lines, perRow: touched / 20 };
}
