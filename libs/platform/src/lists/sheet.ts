import { type Day, dayOf, formatDay, formatDue, timeOf } from '#kernel';
import type { Sheet } from '../workbook.js';
import type { Fields, Kind } from './field.js';
import type { List, SheetColumn } from './list.js';

const numbers: Partial<Record<Kind, 'mu' | 'yuan' | 'count'>> = { mu: 'mu', fen: 'yuan', count: 'count' };

/** Rows of a list as a sheet: heads are the fields' words, numbers are numbers, codes are said in their words. */
export function sheetOf<F extends Fields>(
  list: List<F>,
  name: string,
  columns: readonly SheetColumn[],
  words: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Sheet {
  const shown = columns.map((column) => (typeof column === 'string' ? { field: column } : column));
  return {
    name,
    columns: shown.map(({ field, ...rest }) => {
      const as = numbers[list.spec.fields[field]?.kind ?? 'text'];
      return { head: words[field] ?? field, ...(as ? { as } : {}), ...rest };
    }),
    rows: rows.map((row) => shown.map(({ field }) => cellOf(list, field, row[field]))),
  };
}

function cellOf<F extends Fields>(list: List<F>, name: string, value: unknown): string | number | null {
  const field = list.spec.fields[name];
  if (value === null || value === undefined) return null;
  if (value instanceof Date && field?.kind === 'due') return formatDue(value);
  if (value instanceof Date) return `${formatDay(dayOf(value))} ${timeOf(value)}`;
  if (field?.kind === 'day') return formatDay(value as Day);
  if (field?.kind === 'code') return field.words[String(value)] ?? String(value);
  return typeof value === 'number' ? value : Array.isArray(value) ? value.join('、') : String(value);
}
