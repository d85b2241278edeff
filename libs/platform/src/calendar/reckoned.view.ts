import type { Reckoning, SkippedDay } from '#kernel';
import { type Of, value, view } from '../views/values.js';
import { calendarLabels, reckonedLabels as labels, units } from './calendar.words.js';

type Decree = NonNullable<SkippedDay['decree']>;

const { decree } = calendarLabels;
const decreeView = view(
  'Decree',
  {
    title: value.maybe(value.text(decree.name)),
    url: value.maybe(value.text(decree.url)),
    number: value.maybe(value.text(decree.number)),
  },
  decree.title,
);

/** A day that counts. */
export const countedView = view('CountedDay', {
  day: value.day(),
  ordinal: value.count(labels.ordinal),
  note: value.maybe(value.text(labels.note)),
});

/** A day that does not count, and why. */
export const skippedView = view('SkippedDay', {
  day: value.day(),
  reason: value.text(labels.reason),
  decree: value.maybe(decreeView),
});

/** A period of working days, each day that counts and each that does not, with reason and decree. */
export const reckonedView = view(
  'Reckoned',
  {
    start: value.day(labels.start),
    workingDays: value.count(labels.workingDays),
    unit: value.code(units, labels.unit),
    firstDay: value.day(labels.firstDay),
    lastDay: value.day(labels.lastDay),
    dueAt: value.moment(labels.dueAt),
    counted: value.many(countedView, labels.counted),
    skipped: value.many(skippedView, labels.skipped),
    provisional: value.flag(labels.provisional),
    calendarVersion: value.text(labels.calendarVersion),
    article: value.text(labels.article),
  },
  labels.title,
);
export type Reckoned = Of<typeof reckonedView>;

const yearsView = view('KnownYears', { from: value.count(labels.from), to: value.count(labels.to) }, labels.knownYears);

/** What the calculator answers: nothing before it was asked. */
export const calculatorView = view('Calculator', {
  knownYears: value.maybe(yearsView),
  answer: value.maybe(reckonedView),
});
export type CalculatorView = Of<typeof calculatorView>;

export function reckonedOf(reckoning: Reckoning): Reckoned {
  const { start, n, unit, firstDay, lastDay, dueAt, counted, skipped, provisional, version } = reckoning;
  return {
    ...{ start, workingDays: n, unit, firstDay, lastDay, dueAt, provisional, calendarVersion: version },
    ...daysOf({ counted, skipped }),
    article: labels.law,
  };
}

/** The days of a period, those that count and those that do not. */
export const daysOf = ({ counted, skipped }: Pick<Reckoning, 'counted' | 'skipped'>) => ({
  counted: counted.map(({ day, ordinal, note = null }) => ({ day, ordinal, note })),
  skipped: skipped.map(({ day, reason, decree: by }) => ({ day, reason, decree: by ? decreeOf(by) : null })),
});

const decreeOf = ({ title, url, number }: Decree): Of<typeof decreeView> => ({
  ...{ title: title ?? null, url: url ?? null, number: number ?? null },
});
