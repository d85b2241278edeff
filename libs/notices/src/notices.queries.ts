import { type Day, isDay } from '#kernel';
import { type Database, isUuid, sqlNames } from '#platform';
import { openNoticeStates } from './notice.workflow.js';
import { wordsOf } from './search-words.js';

/** A row of the public list. */
export interface NoticeRow {
  id: string;
  number: string;
  title: string;
  parties: string;
  town: string;
  village: string;
  kind: string;
  areaMu: string;
  state: string;
  periodStart: Day | null;
  endsOn: Day;
  dueAt: Date | null;
  publishedAt: Date;
  version: number;
  [column: string]: unknown;
}

export interface NoticeSearch {
  q: string;
  town: string;
  village: string;
  kind: string;
  band: string;
  /** '' what one may still object to, 'ended' the rest, 'all' both. */
  state: '' | 'ended' | 'all';
  after: string;
}

export const pageSize = 20;

/** Areas as people ask for them; bounds in mu. */
export const areaBands: Readonly<Record<string, { label: string; from: string; to: string | null }>> = {
  '0-10': { label: '10 亩以下', from: '0', to: '10' },
  '10-50': { label: '10 至 50 亩', from: '10', to: '50' },
  '50-200': { label: '50 至 200 亩', from: '50', to: '200' },
  '200-': { label: '200 亩以上', from: '200', to: null },
};

const columns = `id, number, title, parties, town, village, kind, area_mu AS "areaMu", state, period_start AS "periodStart",
  ends_on AS "endsOn", due_at AS "dueAt", published_at AS "publishedAt", version`;
const open = `state IN (${sqlNames(openNoticeStates)})`;

/**
 * One page of the public list by a key, never by an offset: a page in the depth costs what the first one costs. Statements
 * without a word are named; with a word they are planned afresh, since the best plan depends on the word.
 */
export async function noticeRows(database: Database, search: NoticeSearch, most = pageSize + 1): Promise<NoticeRow[]> {
  const values: unknown[] = [];
  const say = (value: unknown): string => `$${values.push(value)}`;
  const parts: string[] = [];
  const where: string[] = ['published_at IS NOT NULL'];
  const filter = (name: string, condition: string): void => {
    parts.push(name);
    where.push(condition);
  };
  if (search.town !== '') filter('town', `left(office_code, 9) = ${say(search.town.slice(0, 9))}`);
  if (search.village !== '') filter('village', `office_code = ${say(search.village)}`);
  if (search.kind !== '') filter('kind', `kind = ${say(search.kind)}`);
  const band = areaBands[search.band];
  if (band) filter('from', `area_mu >= ${say(band.from)}::numeric`);
  if (band?.to) filter('to', `area_mu < ${say(band.to)}::numeric`);
  const words = wordsOf(search.q);
  for (const { word, pair } of words) {
    // The open notices are few and have an index of their own; the index of words would read every notice that has the pair.
    if (search.state !== '') where.push(`search_pairs @> ARRAY[${say(pair)}]`);
    where.push(`strpos(search_text, ${say(word)}) > 0`);
  }
  const order = orderOf(search, say, where, parts);
  const text = `SELECT ${columns} FROM notice WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${most}`;
  return words.length === 0
    ? database.rows(`notices ${most} ${search.state} ${parts.join(' ')}`, text, values)
    : database.ask(text, values);
}

function orderOf(search: NoticeSearch, say: (value: unknown) => string, where: string[], parts: string[]): string {
  const [key, id] = search.after.split('~');
  const after = key !== undefined && id !== undefined && isUuid(id) ? { key, id } : null;
  if (after) parts.push('after');
  if (search.state === '') {
    where.push(open);
    if (after && isDay(after.key)) where.push(`(ends_on, id) > (${say(after.key)}::date, ${say(after.id)}::uuid)`);
    return 'ends_on, id';
  }
  if (search.state === 'ended') where.push(`NOT ${open}`);
  if (after && /^\d{1,13}$/.test(after.key)) {
    where.push(
      `(published_at, id) < ('epoch'::timestamptz + ${say(after.key)}::bigint * interval '1 millisecond', ${say(after.id)}::uuid)`,
    );
  }
  return 'published_at DESC, id DESC';
}

/** The key of the row behind which the next page begins. */
export function cursorOf(search: NoticeSearch, row: NoticeRow): string {
  return `${search.state === '' ? row.endsOn : row.publishedAt.getTime()}~${row.id}`;
}

/** Towns that ever had a notice, and the villages of the chosen one: one statement. */
export async function noticePlaces(
  database: Database,
  town: string,
): Promise<{ level: 'town' | 'village'; code: string; name: string }[]> {
  return database.rows(
    'notice places',
    `SELECT DISTINCT 'town' AS level, left(town_code, 9) AS code, town AS name FROM notice_place
     UNION ALL SELECT 'village', village_code, village FROM notice_place WHERE left(town_code, 9) = $1
     ORDER BY level, code`,
    [town.slice(0, 9)],
  );
}
