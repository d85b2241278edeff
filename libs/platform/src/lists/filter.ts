import type { Day } from '#kernel';

/** Takes a value into a statement; answers its place in the text. */
export type Say = (value: unknown) => string;

/** A condition a reader may set. Its value is a text of the address; '' is: not set. */
export interface Filter {
  /** Every value it takes, if they are few. */
  readonly choices?: readonly string[];
  /** How a value is written, if they are many. */
  readonly like?: RegExp;
  /** Its value is a day of the calendar. */
  readonly day?: true;
  /** What is said of a value that is none; the common words if it says nothing. */
  readonly fault?: string;
  /** The condition of a value; today decides of what runs out by itself. */
  where(value: string, say: Say, today: Day): string;
  /** The condition while it is not set. */
  readonly unset?: string;
  /** What rows of a value have among their pairs, so that the index of words knows it too. */
  readonly mark?: (value: string) => string;
}

/** A filter whose values are marked among the pairs of each row: `kind=forest`. A pair has two characters, so a mark is none. */
export const marked = (name: string, filter: Filter): Filter => ({ ...filter, mark: (value) => `${name}=${value}` });

/** A column that equals one of a few codes. */
export function oneOf(sql: string, codes: readonly string[]): Filter {
  return { choices: codes, where: (value, say) => `${sql} = ${say(value)}` };
}

/** Ranges of a number by name: from (included) to (excluded, or without end). */
export function ranged(sql: string, bands: Readonly<Record<string, { from: string; to: string | null }>>): Filter {
  return {
    choices: Object.keys(bands),
    where: (value, say) => {
      const { from, to } = bands[value] ?? { from: '0', to: null };
      const least = `${sql} >= ${say(from)}::numeric`;
      return to === null ? least : `${least} AND ${sql} < ${say(to)}::numeric`;
    },
  };
}

/** On that day or after it. */
export function dayFrom(sql: string): Filter {
  return { day: true, where: (value, say) => `${sql} >= ${say(value)}::date` };
}

/** On that day or before it. */
export function dayUntil(sql: string): Filter {
  return { day: true, where: (value, say) => `${sql} <= ${say(value)}::date` };
}

/** The year in which a half-open range of days ends. */
export function endsIn(range: string): Filter {
  return {
    like: /^20\d{2}$/,
    where: (year, say) =>
      `upper(${range}) > ${say(`${year}-01-01`)}::date AND upper(${range}) <= ${say(`${Number(year) + 1}-01-01`)}::date`,
  };
}

/** Conditions that have names: `unset` holds while none is chosen. */
export function named(conditions: Readonly<Record<string, string>>, unset = 'true'): Filter {
  return { choices: Object.keys(conditions), where: (value) => conditions[value] ?? 'true', unset };
}

/** An office by its code: itself if it is a village, else all below it. An index on the same expression serves each. */
export function under(sql: string): Filter {
  return { like: /^(\d{6}|\d{9}|\d{12})$/, where: (value, say) => prefixed(sql, value, say) };
}

/**
 * Records of an office and of those below it, by the beginning of their code: 6 digits a county, 9 a town, 12 a village. Equal, not
 * LIKE: a prepared statement knows nothing of a pattern, while of `left(…)` it has statistics (see the migrations of lists).
 */
export function prefixed(sql: string, prefix: string, say: Say): string {
  return prefix.length === 12 ? `${sql} = ${say(prefix)}` : `left(${sql}, ${prefix.length}) = ${say(prefix)}`;
}

/** The same of one of several offices; of none there are no records. */
export const inOffices = (sql: string, prefixes: readonly string[], say: Say): string =>
  prefixes.length === 0 ? 'false' : `(${prefixes.map((prefix) => prefixed(sql, prefix, say)).join(' OR ')})`;
