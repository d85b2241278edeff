import { type Day, day, isDay } from './day.js';
import { calendarWords } from './calendar.words.js';
import { holidayFileFaults } from './calendar-year.problems.js';

/** The paper that made a day a holiday or a working day. */
export interface Decree {
  readonly title?: string;
  readonly url?: string;
  readonly number?: string;
}

export interface NamedDay {
  readonly day: Day;
  readonly name: string;
}

/** What the State Council's notice for one year says. `missing`: there is no notice yet (or we have not loaded it). */
export interface CalendarYear {
  readonly year: number;
  readonly decree: Decree;
  /** Later notices for the same year, such as the longer Spring Festival of 2020. */
  readonly amendments?: readonly Decree[];
  readonly off: readonly NamedDay[];
  readonly worked: readonly NamedDay[];
  readonly status: 'announced' | 'missing';
}

/** A day on which offices under a division code are closed by a local order (snow, epidemic, flood). */
export interface Closure {
  readonly day: Day;
  readonly reason: string;
  readonly authority: string;
  readonly documentNumber: string;
  /** Beginning of the division codes it holds for: '370126' the county, '370126101' one town, '' everywhere. */
  readonly officePrefix: string;
}

/** One file of data/holidays. */
export interface HolidayFile {
  readonly year: number;
  readonly papers: readonly string[];
  readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[];
}

/** Reads a year's file; a file without days is a year without a notice. TypeError if it is not such a file. */
export function calendarYearFromHoliday(json: unknown): CalendarYear {
  const file = holidayFile(json);
  const named = file.days.map((entry) => ({ day: day(entry.date), name: entry.name, off: entry.isOffDay }));
  const pick = (off: boolean): NamedDay[] =>
    named.filter((entry) => entry.off === off).map(({ day: at, name }) => ({ day: at, name }));
  const [first, ...later] = file.papers;
  if (named.length === 0) return { year: file.year, decree: {}, off: [], worked: [], status: 'missing' };
  return {
    year: file.year,
    decree: { title: calendarWords.notice(file.year), ...(first ? { url: first } : {}) },
    ...(later.length > 0 ? { amendments: later.map((url) => ({ url })) } : {}),
    off: pick(true),
    worked: pick(false),
    status: 'announced',
  };
}

function holidayFile(json: unknown): HolidayFile {
  const file = json as Partial<HolidayFile> | null;
  const sound = typeof file === 'object' && file !== null && Number.isInteger(file.year) && Array.isArray(file.days);
  if (!sound) throw new TypeError(holidayFileFaults.shape);
  const read = { year: file.year as number, papers: file.papers ?? [], days: file.days ?? [] };
  for (const entry of read.days) {
    if (typeof entry.isOffDay !== 'boolean' || typeof entry.name !== 'string') {
      const named = typeof entry.date === 'string' ? entry.date.slice(0, 10) : '';
      throw new TypeError(holidayFileFaults.entry(read.year, named));
    }
    const { date } = entry;
    if (!isDay(date)) throw new TypeError(holidayFileFaults.noDay(String(date)));
    // A notice may move days of the old year's last week, never of another season.
    if (Number(date.slice(0, 4)) !== read.year && !(date.slice(0, 7) === `${read.year - 1}-12`)) {
      throw new TypeError(holidayFileFaults.otherYear(read.year, date));
    }
  }
  return read;
}
