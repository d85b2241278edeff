import {
  type Calendar,
  type CountedDay,
  type Day,
  type SkippedDay,
  addDays,
  dateOf,
  dayOf,
  formatMoment,
  formatShortDay,
  monthOf,
  weekdayName,
  weekdayOf,
} from '#kernel';

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
  const midnight = dayOf(dueAt) > lastDay;
  const end = midnight ? `${formatShortDay(lastDay)}（${weekdayName(lastDay)}）24:00` : formatMoment(dueAt);
  if (now >= dueAt) {
    const over = -calendar.workingDaysLeft(today, lastDay);
    return { level: 'late', words: over > 0 ? `超时 ${over} 个工作日` : '已超时', note: `${end} 到期` };
  }
  if (lastDay === today) return endsToday(dueAt, now, midnight);
  // Where the last day is whole, today is still a day one has; where it ends with the office, one counts the days after it.
  const todayToo = midnight && today !== start && calendar.isWorkingDay(today);
  const left = calendar.workingDaysLeft(today, lastDay) + (todayToo ? 1 : 0);
  return {
    level: left <= soon ? 'soon' : 'calm',
    words: `还剩 ${left} 个工作日`,
    note: `${end} ${midnight ? '截止' : '到期'}`,
  };
}

function endsToday(dueAt: Date, now: Date, midnight: boolean): DueView {
  if (midnight) return { level: 'today', words: '今天截止', note: '今天 24:00 截止' };
  const minutes = Math.max(1, Math.floor((dueAt.getTime() - now.getTime()) / 60_000));
  const hours = Math.floor(minutes / 60);
  const rest = `${hours > 0 ? `${hours} 小时 ` : ''}${minutes % 60} 分`;
  return { level: 'today', words: `今天 ${formatMoment(dueAt).slice(-5)} 到期`, note: `还剩 ${rest}` };
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
  summary = '为什么是这一天截止',
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
    label = '每一天',
    events = [],
    key = true,
  }: { label?: string; events?: readonly { day: Day; note: string }[]; key?: boolean } = {},
): StripView {
  const happened = new Map(events.map((event) => [event.day, event.note]));
  if (happened.size === 0) happened.set(period.start, '当天不算');
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
  const top = day === today ? '今天' : counted?.note ? '补班' : weekdayName(day);
  const date = `${monthOf(day)}/${dateOf(day)}`;
  if (counted) {
    const kind = day === today ? 'today' : day < today ? 'done' : 'count';
    return { kind, day, top, date, note: `第${counted.ordinal}天` };
  }
  if (event !== undefined) return { kind: 'event', day, top, date, note: event };
  return { kind: '', day, top, date, note: shortReason(reason, day) };
}

/** A cell holds three characters: 国庆节放假 is 国庆, 周日休息 is 休息. */
function shortReason(reason: string | undefined, day: Day): string {
  if (reason === undefined) return weekdayOf(day) % 6 === 0 ? '休息' : '';
  if (reason === `${weekdayName(day)}休息`) return '休息';
  return reason.replace(/放假$/, '').replace(/节$/, '').slice(0, 3);
}

/** A strip in small: one cell a counted day (partial `mini`). */
export interface MiniView {
  label: string;
  cells: readonly ('on' | 'now' | '')[];
}

/** How far a period is. */
export function miniView(counted: readonly CountedDay[], today: Day): MiniView {
  const cells = counted.map(({ day }) => (day < today ? 'on' : day === today ? 'now' : ''));
  return { label: `共 ${counted.length} 个工作日，已过 ${cells.filter((cell) => cell === 'on').length} 个`, cells };
}
