import { type Term, addDays, day } from '#kernel';

/** A term as PostgreSQL's daterange: the day after the last one is outside. */
export function rangeOf(term: Term): string {
  return `[${term.start},${addDays(term.end, 1)})`;
}

/** A daterange in PostgreSQL's normal form as a term, both ends included. */
export function termOf(range: string): Term {
  const found = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})\)$/.exec(range);
  if (!found) throw new TypeError(`${range} is not a closed term.`);
  return { start: day(found[1]!), end: addDays(day(found[2]!), -1) };
}
