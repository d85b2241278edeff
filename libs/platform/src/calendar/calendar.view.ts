import { type CalendarYear, type Closure, type Day, formatDay, formatMoment, monthOf, yearOf } from '#kernel';
import type { Moved } from '../deadlines.js';

/** A year as it is loaded. */
export interface LoadedYear {
  content: CalendarYear;
  loadedAt: Date;
}

export interface CalendarVersion {
  version: number;
  reason: string;
  madeAt: Date;
}

/** 已公布放假安排：2016 年到 2026 年。 */
export function yearsText(years: readonly LoadedYear[]): string {
  const known = years.filter((year) => year.content.status === 'announced').map((year) => year.content.year);
  if (known.length === 0) return '还没有装入放假安排，算出来的都是暂定的。';
  return `已公布放假安排：${Math.min(...known)} 年到 ${Math.max(...known)} 年。`;
}

/** Which year should be there and is not: from November on the next one, always the running one. */
export function missingYear(years: readonly LoadedYear[], today: Day): string {
  const known = new Set(years.filter((year) => year.content.status === 'announced').map((year) => year.content.year));
  const year = yearOf(today);
  if (!known.has(year)) return `${year} 年的放假安排没有装入，今年的期限都是暂定的。`;
  // 国务院办公厅的通知通常在十月底到十一月公布。
  if (monthOf(today) >= 11 && !known.has(year + 1)) return `${year + 1} 年的放假安排还没有装入，跨年的期限是暂定的。`;
  return '';
}

/** The calendar, for everybody; `mayChange` opens the administrator's forms. */
export function calendarView(
  years: readonly LoadedYear[],
  closures: readonly Closure[],
  versions: readonly CalendarVersion[],
  today: Day,
  mayChange: boolean,
): object {
  return {
    title: '工作日历',
    alarm: missingYear(years, today),
    years: years.toReversed().map(({ content, loadedAt }) => ({
      year: content.year,
      announced: content.status === 'announced',
      decree: content.decree.title ?? '',
      url: content.decree.url ?? '',
      off: content.off.length,
      worked: content.worked.map(({ day }) => formatDay(day)).join('、'),
      loaded: formatMoment(loadedAt),
    })),
    closures: closures.map((closure) => ({ ...closure, dayText: formatDay(closure.day) })),
    versions: versions.map(({ version, reason, madeAt }) => ({ version, reason, made: formatMoment(madeAt) })),
    mayChange,
    values: {},
  };
}

/** Clocks that a change of the calendar moved, for the administrator. */
export function movedView(moved: readonly Moved[]): object[] {
  return moved.map(({ subject, subjectId, label, before, after }) => ({
    subject,
    subjectId,
    label,
    before,
    after,
    beforeText: formatDay(before),
    afterText: formatDay(after),
    // The address of a record is its table's name in the plural, everywhere in the exchange.
    href: `/${subject}s/${subjectId}`,
  }));
}
