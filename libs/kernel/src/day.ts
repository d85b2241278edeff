/**
 * Days of the civil calendar of China. A `Day` has no time and no zone: it is compared, stored (`date`) and shown as it
 * stands. This is also the only file that makes a `Date` out of text, so that no reading depends on the zone of a process.
 */

import { dayWords } from './day.words.js';

/** A real day of the calendar, written 'YYYY-MM-DD'. Two days compare as their texts do. */
export type Day = string & { readonly __brand: 'Day' };

const DAY_MS = 86_400_000;
// China keeps one zone, eight hours ahead, without summer time since 1992; older instants do not occur here.
const OFFSET_MS = 8 * 3_600_000;

// Lists ask for the same few hundred days thousands of times a second. Only days of this century are kept, so that no sender
// of odd days can fill the memory.
const [KEPT_FROM, KEPT_TO] = [Date.UTC(2000, 0, 1) / DAY_MS, Date.UTC(2100, 0, 1) / DAY_MS];
const numbers = new Map<string, number>();
const texts: Partial<Record<number, Day>> = {};

/** Days since 1970-01-01, or undefined if the text names no real day from 1900 on. */
function numberOf(text: string): number | undefined {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return undefined;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (year < 1900 || month < 1 || month > 12 || date < 1 || date > lengthOfMonth(year, month)) return undefined;
  const number = Date.UTC(year, month - 1, date) / DAY_MS;
  if (isKept(number)) numbers.set(text, number);
  return number;
}

const serial = (value: Day): number =>
  numbers.get(value) ?? Date.UTC(yearOf(value), monthOf(value) - 1, dateOf(value)) / DAY_MS;
function fromSerial(number: number): Day {
  const made = texts[number] ?? day(isoOf(number * DAY_MS).slice(0, 10));
  if (isKept(number)) texts[number] = made;
  return made;
}
const isKept = (number: number): boolean => number >= KEPT_FROM && number < KEPT_TO;
const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
const lengthOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Tells whether a value is the text of a real day. */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && numberOf(value) !== undefined;
}

/** Reads a day; a TypeError says what was wrong with the text. */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new TypeError(`“${String(text)}” is no day written YYYY-MM-DD.`);
}

export const yearOf = (value: Day): number => Number(value.slice(0, 4));
/** 1 to 12. */
export const monthOf = (value: Day): number => Number(value.slice(5, 7));
/** Day of the month, 1 to 31. */
export const dateOf = (value: Day): number => Number(value.slice(8, 10));

/** The day on the wall in Shanghai at an instant, whatever the zone of the process. */
export function dayOf(instant: Date): Day {
  return fromSerial(Math.floor(wall(instant) / DAY_MS));
}

/** The time on the wall in Shanghai, 'HH:MM:SS'. */
export const secondOf = (instant: Date): string => isoOf(wall(instant)).slice(11, 19);

/** The time on the wall in Shanghai, 'HH:MM'. */
export function timeOf(instant: Date): string {
  return isoOf(wall(instant)).slice(11, 16);
}

/** Milliseconds since 1970 as a clock on the wall in Shanghai would count them. */
function wall(instant: Date): number {
  if (Number.isNaN(instant.getTime())) throw new TypeError('The moment is none.');
  return instant.getTime() + OFFSET_MS;
}

/** 00:00 of the day in Shanghai. */
export function startOf(value: Day): Date {
  return new Date(serial(value) * DAY_MS - OFFSET_MS);
}

/** A time of the day in Shanghai, '00:00' to '23:59'; '24:00' is the midnight that ends the day (Civil Code, art. 203). */
export function at(value: Day, time: string): Date {
  return addMinutes(startOf(value), minutesOf(time));
}

/** Tells whether a text is a time of the day as `at` takes it. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value);
}

/** Minutes since midnight of a time 'HH:MM'; TypeError if it is none. */
export function minutesOf(time: string): number {
  if (!isTime(time)) throw new TypeError(`“${String(time)}” is no time written HH:MM.`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Reads an instant from ISO text. The text must carry its offset: one without would mean another instant on another machine. */
export function instant(isoText: string): Date {
  const shape = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(isoText);
  const read = shape && isDay(shape[1]) ? new Date(isoText) : undefined;
  if (read && !Number.isNaN(read.getTime())) return read;
  throw new TypeError(`“${String(isoText)}” is no moment with its offset.`);
}

export function addMinutes(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

export function addDays(value: Day, days: number): Day {
  whole(days);
  return fromSerial(serial(value) + days);
}

/** The corresponding day of a later (or earlier) month; where there is none, the last day of that month (民法典第二百零二条). */
export function addMonths(value: Day, months: number): Day {
  whole(months);
  const index = yearOf(value) * 12 + monthOf(value) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const date = Math.min(dateOf(value), lengthOfMonth(year, month));
  return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

/** As `addMonths`: 29 February plus one year is 28 February. */
export function addYears(value: Day, years: number): Day {
  return addMonths(value, whole(years) * 12);
}

/** Days from the first to the second: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(value: Day): number {
  return (((serial(value) + 4) % 7) + 7) % 7;
}

/** 周日 … 周六. */
export function weekdayName(value: Day): string {
  return dayWords.weekdays[weekdayOf(value)] as string;
}

/** 2026年10月15日. */
export function formatDay(value: Day): string {
  return `${yearOf(value)}${dayWords.year}${formatShortDay(value)}`;
}

/** 10月15日（周四）17:00, as it is on the wall in Shanghai. */
export function formatMoment(moment: Date): string {
  const value = dayOf(moment);
  return `${formatShortDay(value)}（${weekdayName(value)}）${timeOf(moment)}`;
}

/** The last day of what is due at a moment: midnight is the end of the day before. */
export const dueDayOf = (due: Date): Day => dayOf(new Date(due.getTime() - 1));

/** When something is due, as it is said everywhere: 9月28日（周一）24:00 for midnight, else the hour. */
export function formatDue(due: Date): string {
  const last = dueDayOf(due);
  return last === dayOf(due)
    ? formatMoment(due)
    : `${formatShortDay(last)}（${weekdayName(last)}）${dayWords.midnight}`;
}

/** A last day that counts itself: 2026年12月7日（含当日）. */
export const formatLastDay = (value: Day): string => `${formatDay(value)}${dayWords.included}`;

function whole(number: number): number {
  if (Number.isSafeInteger(number)) return number;
  throw new TypeError(`Days are counted in whole numbers, not ${number}.`);
}

/** The day as pages write it where the year is plain: 10月15日. */
export function formatShortDay(value: Day): string {
  return `${monthOf(value)}${dayWords.month}${dateOf(value)}${dayWords.date}`;
}

/** The instant that lies so many milliseconds after the beginning of 1970. */
export const momentAt = (milliseconds: number): Date => new Date(milliseconds);
