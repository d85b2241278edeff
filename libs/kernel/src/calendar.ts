import { addDays, at, daysBetween, monthOf, dateOf, startOf, weekdayName, weekdayOf, yearOf, type Day } from './day.js';
import type { CalendarYear, Closure, Decree } from './calendar-year.js';
import { calendarWords } from './calendar.words.js';

/** A period counted out, with everything that is needed to explain its last day years later. */
export interface Reckoning {
  /** The day of the event. It is not counted (民法典第二百零一条). */
  readonly start: Day;
  /** The rule that gives the period, in words, for the page and the paper. */
  readonly basis?: string;
  readonly unit: 'working-day' | 'day';
  readonly n: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The midnight that ends the last day (民法典第二百零三条). */
  readonly dueAt: Date;
  readonly counted: readonly CountedDay[];
  readonly skipped: readonly SkippedDay[];
  /** True if a day was judged without its year's notice: shown as 暂定, and nothing irreversible may rest on it. */
  readonly provisional: boolean;
  readonly version: string;
}

export interface CountedDay {
  readonly day: Day;
  readonly ordinal: number;
  readonly note?: string;
}

export interface SkippedDay {
  readonly day: Day;
  readonly reason: string;
  readonly decree?: Decree;
}

interface Named {
  readonly name: string;
  readonly decree: Decree;
}

/** Longest period in working days; guards against a slip of the keyboard, no law knows one like it. */
const LONGEST = 2000;

/**
 * Working days: Monday to Friday without the State Council's holidays, with the weekends it has worked in exchange,
 * without local closures. Pure: the same years, closures and start give the same reckoning for ever.
 */
export class Calendar {
  private readonly off = new Map<Day, Named>();
  private readonly worked = new Map<Day, Named>();
  private readonly closed = new Map<Day, Closure>();
  private readonly announced = new Set<number>();
  private readonly counts = new Map<number, readonly number[]>();

  /** All closures given apply; `forOffice` narrows them to those that hold for one office. */
  constructor(
    private readonly years: readonly CalendarYear[],
    private readonly closures: readonly Closure[] = [],
    readonly version = '',
  ) {
    // In order of years, for the notice of a year may move days of the December before it.
    for (const year of [...years].sort((one, other) => one.year - other.year)) this.take(year);
    for (const closure of closures) this.closed.set(closure.day, closure);
  }

  private take(year: CalendarYear): void {
    if (year.status === 'missing') return;
    this.announced.add(year.year);
    for (const { day, name } of year.off) this.off.set(day, { name, decree: year.decree });
    for (const { day, name } of year.worked) {
      this.off.delete(day);
      this.worked.set(day, { name, decree: year.decree });
    }
  }

  /** The same calendar with only the closures that hold for an office (its 12-digit division code). */
  forOffice(officeCode: string): Calendar {
    const local = this.closures.filter((closure) => officeCode.startsWith(closure.officePrefix));
    return local.length === this.closures.length ? this : new Calendar(this.years, local, this.version);
  }

  isWorkingDay(day: Day): boolean {
    return this.restReason(day) === undefined;
  }

  /**
   * True if the day's own notice is known. Days from 27 December on also need the notice of the next year, which may
   * move them: that for 2019 came on 6 December 2018 and made Monday 31 December a holiday.
   */
  isAnnounced(day: Day): boolean {
    const year = yearOf(day);
    const late = monthOf(day) === 12 && dateOf(day) >= 27;
    return this.announced.has(year) && (!late || this.announced.has(year + 1));
  }

  /** Why a day is none to work on, or undefined if it is. */
  restReason(day: Day): SkippedDay | undefined {
    const closure = this.closed.get(day);
    if (closure) {
      const decree = { title: closure.authority, number: closure.documentNumber };
      return { day, reason: closure.reason, decree };
    }
    const holiday = this.off.get(day);
    if (holiday) return { day, reason: calendarWords.holiday(holiday.name), decree: holiday.decree };
    if (weekdayOf(day) % 6 !== 0 || this.worked.has(day)) return undefined;
    return { day, reason: calendarWords.weekend(weekdayName(day)) };
  }

  /** The n-th working day after the start, the start not counted. */
  after(start: Day, n: number, basis?: string): Reckoning {
    checkLength(n);
    const counted: CountedDay[] = [];
    const skipped: SkippedDay[] = [];
    let provisional = false;
    let day = start;
    while (counted.length < n) {
      day = addDays(day, 1);
      provisional ||= !this.isAnnounced(day);
      const rest = this.restReason(day);
      if (rest) skipped.push(rest);
      else counted.push(this.count(day, counted.length + 1));
    }
    return this.reckoning({ start, n, unit: 'working-day', counted, skipped, provisional, lastDay: day }, basis);
  }

  /** n calendar days after the start; a last day of rest gives way to the next working day (民法典第二百零三条). */
  afterDays(start: Day, n: number, basis?: string): Reckoning {
    checkLength(n);
    const counted: CountedDay[] = Array.from({ length: n }, (_, index) => ({
      day: addDays(start, index + 1),
      ordinal: index + 1,
    }));
    const skipped: SkippedDay[] = [];
    let lastDay = addDays(start, n);
    let provisional = !this.isAnnounced(lastDay);
    for (let rest = this.restReason(lastDay); rest; rest = this.restReason(lastDay)) {
      skipped.push({ ...rest, reason: calendarWords.movedOn(rest.reason) });
      lastDay = addDays(lastDay, 1);
      provisional ||= !this.isAnnounced(lastDay);
    }
    return this.reckoning({ start, n, unit: 'day', counted, skipped, provisional, lastDay }, basis);
  }

  /** The first working day after a day. */
  next(day: Day): Day {
    return this.sameOrNext(addDays(day, 1));
  }

  /** The day itself if it is a working day, else the first one after it. */
  sameOrNext(day: Day): Day {
    let found = day;
    while (!this.isWorkingDay(found)) found = addDays(found, 1);
    return found;
  }

  /** Working days after today up to the last day: 0 on the last day, negative when late. */
  workingDaysLeft(today: Day, lastDay: Day): number {
    const [from, to, sign] = today <= lastDay ? [today, lastDay, 1] : [lastDay, today, -1];
    const number = this.workedSince(yearOf(from), to) - this.workedSince(yearOf(from), from);
    return number === 0 ? 0 : number * sign;
  }

  /** Working days from the first of a year through a day. Each year is counted once: lists ask this for every row. */
  private workedSince(year: number, day: Day): number {
    let number = 0;
    for (let each = year; each < yearOf(day); each += 1) number += this.countsOf(each).at(-1) ?? 0;
    return number + (this.countsOf(yearOf(day))[daysBetween(newYear(yearOf(day)), day)] ?? 0);
  }

  /** Of a year, day by day: how many working days there were so far. */
  private countsOf(year: number): readonly number[] {
    const known = this.counts.get(year);
    if (known) return known;
    const made: number[] = [];
    for (let day = newYear(year), number = 0; yearOf(day) === year; day = addDays(day, 1)) {
      if (this.isWorkingDay(day)) number += 1;
      made.push(number);
    }
    this.counts.set(year, made);
    return made;
  }

  /** The end of a last day where there are business hours (民法典第二百零三条). */
  closeOfBusiness(lastDay: Day, time: string): Date {
    return at(lastDay, time);
  }

  private count(day: Day, ordinal: number): CountedDay {
    // The notice of 27 January 2020 names a Monday as a day of work; only a weekend is worked in exchange.
    const exchange = weekdayOf(day) % 6 === 0 ? this.worked.get(day) : undefined;
    return exchange ? { day, ordinal, note: calendarWords.exchanged(exchange.name) } : { day, ordinal };
  }

  private reckoning(found: Omit<Reckoning, 'firstDay' | 'dueAt' | 'version' | 'basis'>, basis?: string): Reckoning {
    return {
      ...found,
      ...(basis === undefined ? {} : { basis }),
      firstDay: (found.counted[0] as CountedDay).day,
      dueAt: startOf(addDays(found.lastDay, 1)),
      version: this.version,
    };
  }
}

const newYear = (year: number): Day => `${year}-01-01` as Day;

function checkLength(n: number): void {
  if (Number.isSafeInteger(n) && n >= 1 && n <= LONGEST) return;
  throw new RangeError(`A period has 1 to ${LONGEST} whole days, not ${n}.`);
}
