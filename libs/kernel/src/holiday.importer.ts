import type { CalendarYear, NamedDay } from './calendar-year.js';
import { holidayFileFaults } from './calendar-year.problems.js';
import { day, isDay } from './day.js';

/** One file of data/holidays. */
export interface HolidayFile {
  readonly year: number;
  readonly papers: readonly string[];
  readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[];
}

/** The title that every yearly notice of the State Council bears. */
const noticeTitle = (year: number): string => `国务院办公厅关于${year}年部分节假日安排的通知`;

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
    decree: { title: noticeTitle(file.year), ...(first ? { url: first } : {}) },
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
