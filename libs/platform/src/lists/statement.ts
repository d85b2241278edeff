import type { Day } from '#kernel';
import { placeOf } from './cursor.js';
import type { Fields } from './field.js';
import type { Asked, List, Scope, Words } from './list.js';
import { wordsOf } from './search-words.js';
import type { Say } from './filter.js';

/** A statement of a list, ready to send. */
export interface Statement {
  /** Null: planned afresh, since the best plan depends on a word in it, or it is asked too seldom to be kept. */
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Pages are read in a few lengths, so that their statements can be kept: the least that tells whether there is a next one. */
const lengths = [21, 31, 51, 101] as const;

export const lengthFor = (limit: number): number => lengths.find((length) => length > limit) ?? limit + 1;

/** Whether a statement of this length is one of those that are kept. */
export const isKept = (most: number): boolean => lengths.some((length) => length === most);

/**
 * How a page is read. `along`: in its order, as the planner likes. Where an index of words knows what is asked: a number, in its order,
 * but no further than so many rows; `sought`, by that index alone. A planner that is left to choose takes the order for what is common
 * apart and absent together, and steps through everything.
 */
export type Way = 'along' | 'sought' | number;

/** The statement of one page: `length` rows behind the cursor, each with its key in the order as its last column. */
export function pageStatement<F extends Fields>(
  list: List<F>,
  asked: Asked,
  scope: Scope,
  length: number,
  today: Day,
  way: Way = 'along',
): Statement {
  const { spec } = list;
  const order = list.order(asked.sort);
  const { values, say, parts, where, sought, fixed } = conditionsOf(list, asked, scope, today, [], way);
  const behind = asked.after === '' ? 'true' : behindOf(list, asked, say, way);
  if (asked.after !== '') parts.push('after');
  const found = way === 'sought' ? soughtOf(list, asked) : null;
  if (found) where.push(`${found.pairs} @> ${say(found.groups.flat())}::text[]`);
  const kind = typeof way === 'number' ? 'near' : way;
  const name =
    (fixed || way !== 'along') && isKept(length)
      ? `${spec.name} ${way} ${asked.sort} ${length} ${parts.join(' ')}`
      : null;
  return keptStatement(name, values, () => {
    const columns = list.names.map((field, index) => `${spec.fields[field]?.sql} AS f${index}`).join(', ');
    const down = order.down ? ' DESC' : '';
    const ordered = `ORDER BY ${order.sql}${down}, ${spec.id}${down}`;
    const all = (...conditions: readonly string[]): string =>
      conditions.filter((each) => each !== 'true').join(' AND ') || 'true';
    const from = {
      along: `${spec.from} WHERE ${all(...where, ...sought, behind)}`,
      // The rows of the page alone are read whole: what the filters look at is in the index of the order.
      near: `(SELECT ${spec.id} FROM (SELECT * FROM ${spec.from} WHERE ${all(...where, behind)} ${ordered} LIMIT ${way}) AS near
        WHERE ${all(...sought)} ${ordered} LIMIT ${length}) AS page JOIN ${spec.from} USING (${spec.id})`,
      sought: `(SELECT * FROM ${spec.from} WHERE ${all(...where, ...sought)} OFFSET 0) AS sought WHERE ${behind}`,
    }[kind];
    return `SELECT ${columns}, (${order.sql})::text AS key FROM ${from} ${ordered} LIMIT ${length}`;
  });
}

/**
 * Behind the cursor. On the near way the planner is not to know the place: of a state and a day that go together it expects far too few
 * rows, and would gather and sort all of them instead of stepping along.
 */
function behindOf<F extends Fields>(list: List<F>, asked: Asked, say: Say, way: Way): string {
  const { name, id, idType } = list.spec;
  const { sql, type, down } = list.order(asked.sort);
  const place = placeOf(name, asked.sort, type, asked.after, idType);
  const said = [`${say(place.key)}::${type}`, `${say(place.id)}::${idType ?? 'uuid'}`];
  const values = typeof way === 'number' ? said.map((value) => `(SELECT ${value})`) : said;
  return `(${sql}, ${id}) ${down ? '<' : '>'} (${values.join(', ')})`;
}

/** Where a list that may be sought by its index of words has it. */
export interface Sought {
  readonly table: string;
  readonly index: string;
  readonly pairs: string;
  /** Marks of the filters, each alone, and the pairs of each word: a word's pairs come together, so its rarest tells how common it is. */
  readonly groups: readonly (readonly string[])[];
}

/** What the index of words is asked for; null where a list has none of its own, or nothing that it knows is asked. */
export function soughtOf<F extends Fields>({ spec }: List<F>, asked: Asked): Sought | null {
  const { words } = spec;
  if (!words || 'where' in words || words.alone === undefined || words.pairs === undefined) return null;
  const { alone, pairs } = words;
  const marks = Object.entries(spec.filters).flatMap(([name, { mark }]) => {
    const value = asked.filters[name] ?? '';
    return mark && value !== '' ? [[mark(value)]] : [];
  });
  const groups = [...marks, ...wordsOf(asked.words).map((word) => word.pairs)];
  return groups.length === 0 ? null : { ...alone, index: alone.index(asked.filters), pairs, groups };
}

const texts = new Map<string, string>();

/** The text of a statement is kept under its name: the same text need not be looked at twice. */
export function keptStatement(name: string | null, values: readonly unknown[], write: () => string): Statement {
  const known = name === null ? undefined : texts.get(name);
  const text = known ?? write();
  if (name !== null && known === undefined && texts.size < 2000) texts.set(name, text);
  return { name, text, values };
}

/** Counts stop here, so that a flood costs no more than a page. */
export const countedAtMost = 100;

/** How many rows each value of a filter leaves, beside what else is asked; of each at most a hundred. */
export function choiceCountStatement<F extends Fields>(
  list: List<F>,
  asked: Asked,
  scope: Scope,
  filter: string,
  choices: readonly string[],
  today: Day,
): Statement {
  const values: unknown[] = [];
  const kept: string[] = [];
  const counts = choices.map((choice) => {
    const chosen = { ...asked, filters: { ...asked.filters, [filter]: choice } };
    const { where: here, sought, parts } = conditionsOf(list, chosen, scope, today, values);
    const where = [...here, ...sought, 'true'];
    kept.push(...parts);
    return `(SELECT count(*)::int FROM (SELECT 1 FROM ${list.spec.from} WHERE ${where.join(' AND ')} LIMIT ${countedAtMost}) c)`;
  });
  const name = asked.words === '' ? `${list.spec.name} choices ${kept.join(' ')}` : null;
  return { name, text: `SELECT ARRAY[${counts.join(', ')}]`, values };
}

function conditionsOf<F extends Fields>(
  list: List<F>,
  asked: Asked,
  scope: Scope,
  today: Day,
  values: unknown[] = [],
  way: Way = 'along',
) {
  const { spec } = list;
  const say: Say = (value) => `$${values.push(value)}`;
  const parts: string[] = [scope.name];
  const where: string[] = [spec.where ?? 'true', scope.where(say)].filter((each) => each !== 'true');
  /** Conditions that the index of words knows. */
  const sought: string[] = [];
  for (const [name, filter] of Object.entries(spec.filters)) {
    const value = asked.filters[name] ?? '';
    if (value !== '') {
      // A value may change the text itself, so it is part of the name where values are few.
      parts.push(filter.choices ? `${name}=${value}` : `${name}${value.length}`);
      (filter.mark ? sought : where).push(filter.where(value, say, today));
    } else if (filter.unset !== undefined) where.push(filter.unset);
  }
  const words = scope.words ?? spec.words;
  const looked = words && asked.words !== '' ? wordConditions(words, asked, say, way) : [];
  sought.push(...looked);
  if (looked.length > 0) parts.push(`words${looked.length}`);
  // Where each row is looked at, the words change nothing about the plan.
  const fixed = looked.length === 0 || !words || !isIndexed(words, asked);
  return { values, say, parts, where, sought, fixed };
}

/** Whether words are looked for in an index of theirs, and not in each row. */
function isIndexed(words: Words, { filters }: Asked): boolean {
  return 'where' in words || (words.pairs !== undefined && !words.few?.(filters));
}

function wordConditions(words: Words, asked: Asked, say: Say, way: Way): string[] {
  if ('where' in words)
    return known(
      wordsOf(asked.words).map(({ word }) => word),
      (word) => words.where(word, say),
    );
  const { text, pairs } = words;
  const indexed = way === 'along' && isIndexed(words, asked);
  return wordsOf(asked.words).flatMap(({ word, pairs: asked }) => [
    ...(indexed ? [`${pairs} @> ${say(asked)}::text[]`] : []),
    `strpos(${text}, ${say(word)}) > 0`,
  ]);
}

/** Several words are each looked for; or they are one name or number that was written with a gap (张 伟) or copied over two lines. */
function known(words: readonly string[], where: (word: string) => string): string[] {
  const each = words.map((word) => where(word));
  return each.length < 2 ? each : [`((${each.join(' AND ')}) OR ${where(words.join(''))})`];
}
