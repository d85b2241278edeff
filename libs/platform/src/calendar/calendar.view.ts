import { type Closure, type Day, monthOf, yearOf } from '#kernel';
import type { Moved } from '../deadlines.js';
import { type Of, value, view } from '../views/values.js';
import { recordAddress } from '../record-address.js';
import { calendarLabels as labels } from './calendar.words.js';
import type { CalendarVersion, LoadedYear } from '../calendars.js';

const yearView = view('CalendarYear', {
  year: value.count(labels.year),
  announced: value.flag(labels.announced),
  decree: value.maybe(value.text(labels.decree.name)),
  url: value.maybe(value.text(labels.decree.url)),
  off: value.count(labels.off),
  worked: value.many(value.day(), labels.worked),
  loadedAt: value.moment(labels.loadedAt),
});

const closureView = view(
  'Closure',
  {
    day: value.day(labels.closure.day),
    reason: value.text(labels.closure.reason),
    authority: value.text(labels.closure.authority),
    documentNumber: value.text(labels.closure.documentNumber),
    officePrefix: value.text(labels.closure.officePrefix),
  },
  labels.closure.title,
);

const versionView = view(
  'CalendarVersion',
  {
    version: value.count(labels.version.number),
    reason: value.text(labels.version.reason),
    madeAt: value.moment(labels.version.madeAt),
  },
  labels.version.title,
);

const missingView = view(
  'MissingYear',
  { year: value.count(labels.year), running: value.flag(labels.running) },
  labels.missing,
);

/** The calendar, for everybody. */
export const calendarView = view(
  'Calendar',
  {
    missing: value.maybe(missingView),
    years: value.many(yearView),
    closures: value.many(closureView),
    versions: value.many(versionView),
  },
  labels.whole,
);
export type CalendarView = Of<typeof calendarView>;

const movedView = view('MovedDeadline', {
  subject: value.text(labels.subject),
  subjectId: value.text(),
  label: value.text(labels.label),
  before: value.day(labels.before),
  after: value.day(labels.after),
  href: value.href(),
});

/** What a change of the calendar does, or would do, to the clocks that run. */
export const changeView = view('CalendarChange', {
  changed: value.flag(labels.changed),
  moved: value.many(movedView, labels.moved),
});
export type ChangeView = Of<typeof changeView>;

const announcedYears = (years: readonly LoadedYear[]): number[] =>
  years.filter(({ content }) => content.status === 'announced').map(({ content }) => content.year);

/** From which year to which one the notices are loaded; null before the first. */
export function yearsKnown(years: readonly LoadedYear[]): { from: number; to: number } | null {
  const known = announcedYears(years);
  return known.length === 0 ? null : { from: Math.min(...known), to: Math.max(...known) };
}

/** Which year should be there and is not: from November on the next one, always the running one. */
function missingYear(years: readonly LoadedYear[], today: Day): CalendarView['missing'] {
  const known = announcedYears(years);
  const year = yearOf(today);
  if (!known.includes(year)) return { year, running: true };
  // 国务院办公厅的通知通常在十月底到十一月公布。
  return monthOf(today) >= 11 && !known.includes(year + 1) ? { year: year + 1, running: false } : null;
}

export function calendarOf(
  { years, closures, versions }: { years: LoadedYear[]; closures: Closure[]; versions: CalendarVersion[] },
  today: Day,
): CalendarView {
  return {
    missing: missingYear(years, today),
    years: years.toReversed().map(({ content, loadedAt }) => ({
      ...{ year: content.year, announced: content.status === 'announced', off: content.off.length, loadedAt },
      ...{ decree: content.decree.title ?? null, url: content.decree.url ?? null },
      worked: content.worked.map(({ day }) => day),
    })),
    ...{ closures, versions },
  };
}

/** Clocks that a change of the calendar moved, for the administrator. */
export const changeOf = ({ changed, moved }: { changed: boolean; moved: readonly Moved[] }): ChangeView => ({
  changed,
  moved: moved.map(({ subject, subjectId, label, before, after }) => ({
    ...{ subject, subjectId, label, before, after },
    href: recordAddress(subject, subjectId),
  })),
});
