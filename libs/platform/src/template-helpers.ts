import {
  type Day,
  type Fen,
  addMu,
  dayOf,
  formatDay,
  formatDue,
  formatLastDay,
  formatMoment,
  formatMu,
  formatShortDay,
  formatTerm,
  formatYuan,
  instant,
  plainYuan,
  secondOf,
  termText,
  timeOf,
  toWrite,
  weekdayName,
  workflowOf,
  type Mu,
} from '#kernel';

import { wordOf } from './views/values.js';

/** What a form remembers after it was refused: values typed and what is wrong with them. */
export interface FormMemory {
  values: Record<string, unknown>;
  errors: readonly { field: string; detail: string }[];
}

interface HelperOptions {
  data: { root: { page?: { title?: string; form?: FormMemory; uploadMb?: number }; values?: Record<string, unknown> } };
}

const formOf = (options: HelperOptions): FormMemory => options.data.root.page?.form ?? { values: {}, errors: [] };
const held = (name: string, options: HelperOptions): unknown =>
  formOf(options).values[name] ?? options.data.root.values?.[name] ?? '';
const asMoment = (value: Date | string): Date => (typeof value === 'string' ? instant(value) : value);

function restText(milliseconds: number): string {
  const left = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds)}`;
}

/** The few helpers that templates have. No logic: views compute. */
export const helpers = {
  /** A masked number on a sheet that is signed by hand. */
  toWrite: (number: string) => toWrite(number),
  /** Fen as yuan with two decimals: 108,000.00. */
  money: (fen: Fen | null): string => (fen === null ? '' : formatYuan(fen)),
  /** Area in mu with two decimals: 120.00. */
  mu: (area: Mu | null): string => (area === null ? '' : formatMu(area)),
  /** 2026年10月15日. */
  day: (value: Day | null): string => (value === null ? '' : formatDay(value)),
  /** 周四. */
  dayOfWeek: (value: Day): string => weekdayName(value),
  /** 10月15日. */
  shortDay: (value: Day | null): string => (value === null ? '' : formatShortDay(value)),
  /** 2026年10月1日至2031年9月30日. */
  termOf: (start: Day, end: Day): string => formatTerm({ start, end }),
  /** 5年. */
  yearsOf: (start: Day, end: Day): string => termText({ start, end }),
  /** 17:00. */
  timeIn: (value: Date | string): string => timeOf(asMoment(value)),
  /** 17:00:05, where seconds count. */
  clockOf: (value: Date | string): string => secondOf(asMoment(value)),
  /** As a script reads it. */
  iso: (value: Date | string): string => asMoment(value).toISOString(),
  /** How long from one moment to another, 02:14 or 1:02:14; nothing left is 00:00. */
  restOf: (from: Date | string, to: Date | string): string =>
    restText(asMoment(to).getTime() - asMoment(from).getTime()),
  /** Whole minutes of a span; 0 where it is none. */
  minutesIn: (seconds: number): number => (seconds % 60 === 0 ? seconds / 60 : 0),
  /** 1,010 for whole yuan, else 1,010.50. */
  whole: (fen: Fen): string => formatYuan(fen).replace(/\.00$/, ''),
  /** 1010.00, as a form sends it. */
  plain: (fen: Fen): string => plainYuan(fen),
  /** 10月15日（周四）17:00. */
  moment: (value: Date | string | null): string => (value === null ? '' : formatMoment(asMoment(value))),
  /** When something is due: 10月15日（周四）24:00. */
  dueBy: (value: Date | string): string => formatDue(asMoment(value)),
  /** A last day, which counts: 2026年10月15日（含当日）. */
  lastDay: (value: Day): string => formatLastDay(value),
  /** The day of a moment: 2026年10月15日. */
  dayOfMoment: (value: Date | string): string => formatDay(dayOf(asMoment(value))),
  /** 2026年10月15日 17:00. */
  dayAndTime: (value: Date | string): string => {
    const moment = asMoment(value);
    return `${formatDay(dayOf(moment))} ${timeOf(moment)}`;
  },
  /** The word of a code: `{{wordOf "Survey.conclusion" conclusion}}`. */
  wordOf: (part: string, code: string | null): string => (code === null ? '' : wordOf(part, code)),
  /** What a state is called and its colour, for the partial `tag`: `{{> tag (stateTag "inspection" state)}}`. */
  stateTag: (subject: string, name: string): { label: string; tone: string } => {
    const found = workflowOf(subject)?.states[name];
    return { label: found?.label ?? name, tone: found?.tone ?? '' };
  },
  /** A page's heading, which is also its title: `<h1>{{titled "实地调查" place}}</h1>`. */
  titled: (...parts: unknown[]): string => {
    const text = parts.slice(0, -1).map(String).join(' ').trim();
    const { page } = (parts.at(-1) as HelperOptions).data.root;
    if (page) page.title = text;
    return text;
  },
  /** 'yes' for what is there, as the partial `check` wants it. */
  yesIf: (there: unknown): string => (there ? 'yes' : ''),
  atLeast: (one: number, other: number): boolean => one >= other,
  orElse: (text: string, other: string): string => text || other,
  /** Names in a row. */
  namesIn: (names: readonly string[]): string => names.join('、'),
  /** Sentences one after another. */
  sentencesIn: (sentences: readonly string[]): string => sentences.join(''),
  /** Whether a deadline has passed. */
  isLate: (due: { level: string } | undefined): boolean => due?.level === 'late',
  /** An account number in fours, as people read it. */
  inFours: (number: string): string => number.replaceAll(/(.{4})(?=.)/g, '$1 '),
  /** The beginning of a fingerprint, as papers print it. */
  headOf: (code: string): string => code.slice(0, 16),
  /** The first and last characters of a long code. */
  endsOf: (code: string): string => `${code.slice(0, 4)}…${code.slice(-4)}`,
  /** How many of a list have something under a name. */
  countWith: (list: readonly Readonly<Record<string, unknown>>[], name: string): number =>
    list.filter((each) => each[name] !== null && each[name] !== '' && [each[name]].flat().length > 0).length,
  /** What the areas of a list come to; null where one of them is not known. */
  sumOf: (list: readonly Readonly<Record<string, Mu | null>>[], name: string): Mu | null => {
    const areas = list.flatMap((each) => each[name] ?? []);
    return areas.length === list.length ? addMu(...areas) : null;
  },
  /** The items of a list in groups that have the same under a name, each group in the list's order. */
  groupedBy: <Item extends object>(list: readonly Item[], name: string): Item[][] => [
    ...Map.groupBy(list, (item) => item[name as keyof Item]).values(),
  ],
  last: <Item>(list: readonly Item[]): Item | undefined => list.at(-1),
  eq: (left: unknown, right: unknown): boolean => left === right,
  not: (value: unknown): boolean => !value,
  or: (left: unknown, right: unknown): boolean => Boolean(left) || Boolean(right),
  and: (left: unknown, right: unknown): boolean => Boolean(left) && Boolean(right),
  add: (left: number, right: number): number => left + right,
  /** Whether a number is there and greater. */
  exceeds: (left: number | null, right: number): boolean => left !== null && left > right,
  /** Words and numbers in a row, with a gap beside each number. */
  joined: (...parts: unknown[]): string =>
    parts
      .slice(0, -1)
      .map((part) => (typeof part === 'number' ? ` ${part} ` : String(part)))
      .join('')
      .trim(),
  /** What was typed into a field before the form was refused, or what it starts with; of a day, one of its three parts; of a last day, the years. */
  typed: (name: string, part: string | HelperOptions, options?: HelperOptions): unknown => {
    if (typeof part !== 'string' || !options) return held(name, part as HelperOptions);
    const said = String(held(name, options));
    const [years, day = ''] = said.startsWith('P') ? said.split('/') : ['', said];
    return part === 'years' ? years : (day.split('-')[['year', 'month', 'day'].indexOf(part)] ?? '');
  },
  /** What was found for a field, and by which words. */
  foundOf: (name: string, part: string, options: HelperOptions): unknown => held(`${name}.${part}`, options),
  /** Whether a choice is the one, or among those, that the form holds. */
  chosen: (name: string, value: unknown, options: HelperOptions): boolean =>
    [held(name, options)].flat().includes(value),
  /** How large a file may be; 0 for what is no evidence, as sheets and calendars. */
  largestMb: (accept: string, options: HelperOptions): number =>
    accept.includes('image') ? (options.data.root.page?.uploadMb ?? 0) : 0,
  /** What is wrong with a field, or an empty text. */
  fault: (name: string, options: HelperOptions): string =>
    formOf(options).errors.find((error) => error.field === name)?.detail ?? '',
};
