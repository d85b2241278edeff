import { type FieldError, isDay } from '#kernel';
import { inputProblem } from '../validation.js';
import { placeOf } from './cursor.js';
import type { Fields } from './field.js';
import type { Filter } from './filter.js';
import type { Asked, List } from './list.js';
import { listFaults, listProblems } from './list.problems.js';

/** The words every list knows beside its own filters; `view` belongs to the page around it. */
const common: ReadonlySet<string> = new Set(['q', 'sort', 'after', 'limit', 'view']);
const longestWords = 60;

/** What a query asks of a list. Each thing it cannot mean is refused by name: a filter, an order or a cursor of another list. */
export function readQuery<F extends Fields>(list: List<F>, query: Readonly<Record<string, unknown>>, of = ''): Asked {
  const { filters: known, sorts } = list.spec;
  const errors: FieldError[] = [];
  const text = (name: string): string => {
    const value = query[name];
    if (value === undefined || typeof value === 'string') return (value ?? '').trim();
    errors.push({ pointer: `#/${name}`, detail: listFaults.once });
    return '';
  };
  refuseForeign(query, (name) => knows(list, name));
  const filters: Record<string, string> = {};
  for (const [name, filter] of Object.entries(known)) {
    const value = text(name);
    filters[name] = value;
    if (value !== '' && !takes(filter, value))
      errors.push({
        pointer: `#/${name}`,
        detail: filter.fault ?? (filter.choices ? listFaults.choice : listFaults.written),
      });
  }
  const q = text('q');
  if (q.length > longestWords) errors.push({ pointer: '#/q', detail: listFaults.long });
  const limit = limitOf(text('limit'), list.pageSize);
  if (limit === null) errors.push({ pointer: '#/limit', detail: listFaults.limit });
  const [sort, after] = [text('sort') || list.usual(filters), text('after')];
  if (errors.length > 0) throw inputProblem(errors);
  if (!Object.hasOwn(sorts, sort))
    throw listProblems.sort({ errors: [{ pointer: '#/sort', detail: listProblems.sort().title }] });
  if (after !== '') placeOf(list.spec.name, sort, list.order(sort).type, after, list.spec.idType);
  return { filters, words: q, sort, after, limit: limit ?? list.pageSize, ...(of === '' ? {} : { of }) };
}

/** Whether a list has a filter of that name, or the name belongs to every list. */
export function knows<F extends Fields>({ spec }: List<F>, name: string): boolean {
  return Object.hasOwn(spec.filters, name) || (common.has(name) && (name !== 'q' || spec.words !== undefined));
}

function refuseForeign(query: object, knows: (name: string) => boolean): void {
  const foreign = Object.keys(query).filter((name) => !knows(name));
  if (foreign.length === 0) return;
  const errors = foreign.slice(0, 20).map((name) => ({
    pointer: `#/${name.slice(0, 60)}`,
    detail: listProblems.filter().title,
  }));
  throw listProblems.filter({ errors });
}

function takes({ choices, like, day }: Filter, value: string): boolean {
  if (day) return isDay(value);
  return choices ? choices.includes(value) : value.length <= 200 && (like?.test(value) ?? true);
}

function limitOf(text: string, usual: number): number | null {
  if (text === '') return usual;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= 100 ? limit : null;
}
