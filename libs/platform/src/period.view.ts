import {
  type Calendar,
  type CountedDay,
  type Day,
  type SkippedDay,
  addDays,
  dateOf,
  dayOf,
  formatDue,
  formatMoment,
  dueDayOf,
  monthOf,
  weekdayName,
  weekdayOf,
} from '#kernel';
import { dueWords, stripWords } from './period.words.js';

/** A counted period as it was reckoned or as it is stored; what the pages below show of it. */
export interface Period {
  readonly start: Day;
  readonly lastDay: Day;
  readonly dueAt: Date;
  readonly counted: readonly CountedDay[];
  readonly skipped: readonly SkippedDay[];
  readonly unit: string;
  readonly basis?: string;
  readonly provisional: boolean;
  readonly version: string;
}

/** A deadline in words first, then date and hour; the colour comes third (partial `deadline`). */
export interface DueView {
  level: 'calm' | 'soon' | 'today' | 'late' | 'held';
  words: string;
  note: string;
}

/** Says how long a period still runs. `soon` is the number of working days from which it presses. */
export function dueView(
  period: Pick<Period, 'start' | 'lastDay' | 'dueAt'>,
  now: Date,
  calendar: Calendar,
  soon = 4,
): DueView {
  const { start, lastDay, dueAt } = period;
  const today = dayOf(now);
  const midnight = dueDayOf(dueAt) < dayOf(dueAt);
  const end = formatDue(dueAt);
  if (now >= dueAt) {
    const over = -calendar.workingDaysLeft(today, lastDay);
    return { level: 'late', words: dueWords.over(over), note: dueWords.ends(end) };
  }
  if (lastDay === today) return endsToday(dueAt, now, midnight);
  // Where the last day is whole, today is still a day one has; where it ends with the office, one counts the days after it.
  const todayToo = midnight && today !== start && calendar.isWorkingDay(today);
  const left = calendar.workingDaysLeft(today, lastDay) + (todayToo ? 1 : 0);
  return {
    level: left <= soon ? 'soon' : 'calm',
    words: dueWords.left(left),
    note: midnight ? dueWords.closes(end) : dueWords.ends(end),
  };
}

function endsToday(dueAt: Date, now: Date, midnight: boolean): DueView {
  if (midnight) return { level: 'today', words: dueWords.today, note: dueWords.midnight };
  const minutes = Math.max(1, Math.floor((dueAt.getTime() - now.getTime()) / 60_000));
  const hours = Math.floor(minutes / 60);
  return {
    level: 'today',
    words: dueWords.endsToday(formatMoment(dueAt).slice(-5)),
    note: dueWords.rest(hours, minutes % 60),
  };
}

/** Why the last day is the last day (partial `why`). */
export interface WhyView {
  summary: string;
  notes: readonly string[];
  reckoning: Omit<Period, 'dueAt' | 'skipped'> & { skipped: readonly SkippedRun[] };
  open: boolean;
}

/** Days in a row that were skipped for one reason. */
export interface SkippedRun extends SkippedDay {
  readonly until?: Day;
}

/** Explains a period; `notes` say what started it. */
export function whyView(
  period: Period,
  summary: string = stripWords.why,
  notes: readonly string[] = [],
  open = false,
): WhyView {
  const { start, lastDay, counted, unit, basis, provisional, version } = period;
  const told = { start, lastDay, counted, unit, provisional, version, ...(basis ? { basis } : {}) };
  return { summary, notes, open, reckoning: { ...told, skipped: runsOf(period.skipped) } };
}

function runsOf(skipped: readonly SkippedDay[]): SkippedRun[] {
  const runs: SkippedRun[] = [];
  for (const each of skipped) {
    const last = runs.at(-1);
    const follows = last && last.reason === each.reason && addDays(last.until ?? last.day, 1) === each.day;
    if (follows) runs[runs.length - 1] = { ...last, until: each.day };
    else runs.push(each);
  }
  return runs;
}

/** One day of a strip (partial `days-strip`). `kind` '' is a day that does not count. */
export interface DayCell {
  kind: 'count' | 'done' | 'today' | 'event' | '';
  day: Day;
  top: string;
  date: string;
  note: string;
}

/** A period day by day, whole weeks from a Monday on. */
export interface StripView {
  label: string;
  key: boolean;
  days: readonly DayCell[];
}

/** Draws a period as one plot a day; `events` are the days on which something was done that starts it. */
export function stripView(
  period: Pick<Period, 'start' | 'lastDay' | 'counted' | 'skipped'>,
  today: Day,
  {
    label = stripWords.label,
    events = [],
    key = true,
  }: { label?: string; events?: readonly { day: Day; note: string }[]; key?: boolean } = {},
): StripView {
  const happened = new Map(events.map((event) => [event.day, event.note]));
  if (happened.size === 0) happened.set(period.start, stripWords.start);
  const counted = new Map(period.counted.map((each) => [each.day, each]));
  const skipped = new Map(period.skipped.map((each) => [each.day, each.reason]));
  const first = [...happened.keys()].reduce((left, right) => (left < right ? left : right), period.start);
  const days: DayCell[] = [];
  for (let day = addDays(first, -((weekdayOf(first) + 6) % 7)); day <= period.lastDay; day = addDays(day, 1)) {
    days.push(cellOf(day, today, counted.get(day), skipped.get(day), happened.get(day)));
  }
  return { label, key, days };
}

function cellOf(
  day: Day,
  today: Day,
  counted: CountedDay | undefined,
  reason: string | undefined,
  event: string | undefined,
): DayCell {
  const top = day === today ? stripWords.today : counted?.note ? stripWords.worked : weekdayName(day);
  const date = `${monthOf(day)}/${dateOf(day)}`;
  if (counted) {
    const kind = day === today ? 'today' : day < today ? 'done' : 'count';
    return { kind, day, top, date, note: stripWords.nth(counted.ordinal) };
  }
  if (event !== undefined) return { kind: 'event', day, top, date, note: event };
  return { kind: '', day, top, date, note: shortReason(reason, day) };
}

/** A cell holds three characters: 国庆节放假 is 国庆, 周日休息 is 休息. */
function shortReason(reason: string | undefined, day: Day): string {
  if (reason === undefined) return weekdayOf(day) % 6 === 0 ? stripWords.off : '';
  if (reason === stripWords.restDay(weekdayName(day))) return stripWords.off;
  return stripWords.ends.reduce((short, end) => short.replace(end, ''), reason).slice(0, 3);
}

/** A strip in small: one cell a counted day (partial `mini`). */
export interface MiniView {
  label: string;
  cells: readonly ('on' | 'now' | '')[];
}

/** How far a period is. */
export function miniView(counted: readonly CountedDay[], today: Day): MiniView {
  const cells = counted.map(({ day }) => (day < today ? 'on' : day === today ? 'now' : ''));
  return { label: stripWords.passed(counted.length, cells.filter((cell) => cell === 'on').length), cells };
}
