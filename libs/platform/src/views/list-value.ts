import type { Field, Fields, Kind, RowOf } from '../lists/field.js';
import type { List } from '../lists/list.js';
import type { ListView } from '../lists/list-page.js';
import { type NoParts, type Parts, type Value, type Whole, value, view } from './values.js';

const kinds: Readonly<Record<Exclude<Kind, 'code'>, (description?: string) => Value<unknown>>> = {
  text: value.text,
  count: value.count,
  mu: value.mu,
  fen: value.fen,
  day: value.day,
  moment: value.moment,
  due: value.moment,
  flag: value.flag,
  texts: (description) => value.many(value.text(), description),
};

/** A page of a list as a program gets it, with `more` that is known of a row only when it is read. */
export function listValue<F extends Fields, More extends Parts = NoParts>(
  list: List<F>,
  more?: More,
): Value<ListView<RowOf<F> & Whole<More>>> {
  return pageValue(list, rowValue(list, more));
}

/** A row of a list: its fields, each under the word that heads its column. */
export function rowValue<F extends Fields, More extends Parts = NoParts>(
  { spec }: List<F>,
  more?: More,
): Value<RowOf<F> & Whole<More>> {
  const words = spec.labels?.fields ?? {};
  const parts = Object.entries(spec.fields).map(([name, field]) => [name, valueOf(field, words[name])] as const);
  const row = view(`${titleOf(spec)}Row`, { ...Object.fromEntries(parts), ...more });
  return row as unknown as Value<RowOf<F> & Whole<More>>;
}

/** Rows, where the next page is, and what is told `beside` them. */
export function pageValue<F extends Fields, Row, Beside extends Parts = NoParts>(
  { spec }: List<F>,
  row: Value<Row>,
  beside?: Beside,
): Value<ListView<Row> & Whole<Beside>> {
  const page = view(
    `${titleOf(spec)}Page`,
    { rows: value.many(row), next: value.href(), ...beside },
    spec.labels?.title,
  );
  return page as unknown as Value<ListView<Row> & Whole<Beside>>;
}

const titleOf = ({ name }: { name: string }): string =>
  name.replace(/(?:^|[-_ ])(\w)/g, (_, first: string) => first.toUpperCase());

function valueOf({ kind, words, empty }: Field<unknown>, description?: string): Value<unknown> {
  const one = kind === 'code' ? value.code(words, description) : kinds[kind](description);
  return empty ? value.maybe(one) : one;
}
