import { addDays, addMonths, addYears, daysBetween, formatDay, monthOf, yearOf, type Day } from './day.js';
import { dayWords } from './day.words.js';

/** A span of days, both ends included: from the morning of `start` to the midnight that ends `end`. */
export interface Term {
  readonly start: Day;
  readonly end: Day;
}

/** Makes a term; RangeError if it would end before it starts. One day is a term. */
export function term(start: Day, end: Day): Term {
  if (end < start) throw new RangeError(`A term cannot end on ${end}, before it starts on ${start}.`);
  return { start, end };
}

/** A term of whole years: five years from 2026-10-20 end with 2031-10-19. */
export function termOfYears(start: Day, years: number): Term {
  return term(start, addDays(addYears(start, years), -1));
}

const years = /^P([1-9]\d?)Y$/;

/** So many whole years as ISO 8601 writes them: P5Y. */
export const spanOfYears = (count: number): string => `P${count}Y`;

/** Whether it says a number of whole years in place of a last day. */
export const isSpanOfYears = (said: unknown): said is string => typeof said === 'string' && years.test(said);

/** The last day that is meant from a first day on: after so many whole years, or the very day that is said. */
export function lastDayOf(start: Day, said: string): string {
  const count = Number(years.exec(said)?.[1] ?? 0);
  return count === 0 ? said : termOfYears(start, count).end;
}

/** Completed years of the term; five years less one day are 4. */
export function termYears(span: Term): number {
  return Math.floor(termMonths(span) / 12);
}

/** Completed months of the term. */
export function termMonths(span: Term): number {
  const after = addDays(span.end, 1);
  const months = (yearOf(after) - yearOf(span.start)) * 12 + monthOf(after) - monthOf(span.start);
  return addMonths(span.start, months) > after ? months - 1 : months;
}

/** True if the term is longer than so many years, be it by one day. */
export function termExceedsYears(span: Term, years: number): boolean {
  return addDays(span.end, 1) > addYears(span.start, years);
}

/** True if no day of the inner term lies outside the outer one. */
export function termContains(outer: Term, inner: Term): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** 5年, 5年3个月, 11个月12天: what a contract writes beside the two days. */
export function termText(span: Term): string {
  const months = termMonths(span);
  const rest = daysBetween(addMonths(span.start, months), addDays(span.end, 1));
  const parts = [
    [Math.floor(months / 12), dayWords.year],
    [months % 12, dayWords.months],
    [rest, dayWords.days],
  ] as const;
  return parts.map(([number, unit]) => (number > 0 ? `${number}${unit}` : '')).join('');
}

/** 2026年10月20日至2031年10月19日. */
export function formatTerm(span: Term): string {
  return `${formatDay(span.start)}${dayWords.until}${formatDay(span.end)}`;
}
