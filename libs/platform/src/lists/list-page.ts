import type { Fields } from './field.js';
import type { Asked, List } from './list.js';

/** One page of a list: its rows, and the cursor of the page behind it ('' at the end). */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

/** Values of a filter in the words of its form, '' first: not set. */
export type Options = readonly { readonly value: string; readonly label: string }[];

const spoken = new WeakMap<object, Options>();

/** Choices of a form out of words by value, which never change; `more` come behind. */
export function optionsOf(words: Readonly<Record<string, string>>, more: Options = []): Options {
  const known = spoken.get(words) ?? Object.entries(words).map(([value, label]) => ({ value, label }));
  spoken.set(words, known);
  return more.length === 0 ? known : [...known, ...more];
}

/** What a page has around its list; of choices, those that no declaration knows (the towns of a county). */
export interface Around {
  readonly options?: Readonly<Record<string, Options>>;
  readonly [more: string]: unknown;
}

/** Choices of a list's filters and orders, as it declares them; behind those of a filter, what else is known. */
export function optionsOfList<F extends Fields>(
  list: List<F>,
  known: Readonly<Record<string, Options>> = {},
): Record<string, Options> {
  const { filters = {}, sorts = {} } = list.spec.labels ?? {};
  const said = Object.entries(filters).flatMap(([name, { choices }]): [string, Options][] =>
    choices || known[name] ? [[name, optionsOf(choices ?? {}, known[name])]] : [],
  );
  return { ...known, ...Object.fromEntries(said), sort: optionsOf(sorts) };
}

/** What a program gets of a list: its rows and where the next page is ('' at the end). */
export interface ListView<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

export function listView<F extends Fields, Row>(
  list: List<F>,
  asked: Asked,
  page: PageOf<unknown>,
  rows: readonly Row[],
): ListView<Row> {
  return { rows, next: page.next === '' ? '' : list.address(asked, { after: page.next }) };
}

/** What only the page of a list needs: what was asked, the choices, what may be taken away again, and the way on and back. */
export function listPage<F extends Fields>(
  list: List<F>,
  asked: Asked,
  view: ListView<unknown>,
  options: Readonly<Record<string, Options>>,
) {
  const { filters, words, sort, limit } = asked;
  const without = (change: Partial<Asked>, label: string) => ({
    href: list.address(asked, { ...change, after: '' }),
    label,
  });
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  return {
    title: list.spec.labels?.title ?? '',
    asks: asksOf(list, asked, options),
    feed: list.spec.feed ? list.address(asked, { sort: list.usual(filters), after: '' }, '/feed') : '',
    sheet: list.spec.sheet ? list.address(asked, { after: '' }, '/sheet') : '',
    values: { q: words, ...filters, sort, limit: limit === list.pageSize ? '' : limit },
    options,
    used: [
      ...(words === '' ? [] : [without({ words: '' }, words)]),
      ...set.map(([name, value]) =>
        without(
          { filters: { ...filters, [name]: '' } },
          options[name]?.find((each) => each.value === value)?.label ?? value,
        ),
      ),
    ],
    sorted: options['sort']?.find((each) => each.value === sort)?.label ?? '',
    pager: {
      count: view.rows.length,
      whole: words !== '' && asked.after === '' && view.next === '',
      previous: asked.after === '' ? '' : list.address(asked, { after: '' }),
      next: view.next,
    },
  };
}

/** The form of a list: where it is sent, what its words are looked for in, and a control for each filter and for the order. */
function asksOf<F extends Fields>({ spec }: List<F>, { of = '' }: Asked, options: Readonly<Record<string, Options>>) {
  const { labels } = spec;
  return {
    at: spec.at.replace(':id', of),
    search: spec.words ? (labels?.search ?? '') : '',
    filters: Object.entries(labels?.filters ?? {}).map(([name, { label }]) => ({
      name,
      label,
      options: options[name] ?? null,
    })),
    sorts: options['sort'] ?? [],
  };
}

/** Links that choose one value of a filter each, the present one marked. */
export function chipsOf<F extends Fields>(
  list: List<F>,
  asked: Asked,
  filter: string,
  options: Options,
  counts: Readonly<Record<string, number>> = {},
) {
  return options.map(({ value, label }) => ({
    href: list.address(asked, { filters: { ...asked.filters, [filter]: value }, after: '' }),
    label,
    count: counts[value] ?? null,
    current: (asked.filters[filter] ?? '') === value,
  }));
}
