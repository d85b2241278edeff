import {
  type Calendar,
  type Day,
  type FieldError,
  type PersonalFinding,
  addDays,
  at,
  dayOf,
  findPersonal,
} from '#kernel';
import type { PublicText } from './publication.entity.js';

/** Every line of a text, with where it stands. */
export function linesOf(text: PublicText): { pointer: string; line: string }[] {
  return [
    { pointer: '#/title', line: text.title },
    ...text.facts.map((fact, index) => ({ pointer: `#/facts/${index}`, line: fact.value })),
    ...text.paragraphs.map((line, index) => ({ pointer: `#/paragraphs/${index}`, line })),
    ...text.parcels.map((parcel, index) => ({
      pointer: `#/parcels/${index}`,
      line: [parcel.contractor, parcel.name, parcel.bounds].join(' '),
    })),
  ];
}

/**
 * Numbers of persons in a text: none may be published, and nobody can override it (个人信息保护法第二十五、二十八条).
 * The refusal names kind and place but never repeats the number.
 */
export function personalFaults(text: PublicText, known: readonly string[]): FieldError[] {
  return linesOf(text).flatMap(({ pointer, line }) =>
    findPersonal(line, known).map((found: PersonalFinding) => ({
      pointer,
      detail: `第 ${found.start + 1} 个字起有一个${found.label}，公开前必须删掉`,
    })),
  );
}

/** What a correction may be: words that stand in the text and in none of the material facts. */
export function erratumFault(text: PublicText, wrong: string): 'not-found' | 'material' | undefined {
  if (!linesOf(text).some(({ line }) => line.includes(wrong))) return 'not-found';
  const material = [
    ...text.facts.filter((fact) => fact.material).map((fact) => fact.value),
    ...text.parcels.flatMap((parcel) => [parcel.code, parcel.name, parcel.contractor, parcel.area, parcel.bounds]),
  ].filter((value) => value !== '');
  return material.some((value) => value.includes(wrong) || wrong.includes(value)) ? 'material' : undefined;
}

/** A span of time. */
export interface Span {
  from: Date;
  to: Date;
}

/** Office hours and the least loss that counts, from the parameter table. */
export interface OutageMeasure {
  open: string;
  close: string;
  atLeastDays: number;
}

/**
 * Working days an outage took from a period, rounded up, for 不少于七个工作日 allows no hour less; 0 below the least loss.
 * Only office hours on working days within the period count.
 */
export function lostWorkingDays(
  span: Span,
  period: { firstDay: Day; lastDay: Day },
  calendar: Calendar,
  measure: OutageMeasure,
): number {
  const wholeDay = at(period.firstDay, measure.close).getTime() - at(period.firstDay, measure.open).getTime();
  let lost = 0;
  const last = dayOf(span.to) < period.lastDay ? dayOf(span.to) : period.lastDay;
  for (
    let day = dayOf(span.from) > period.firstDay ? dayOf(span.from) : period.firstDay;
    day <= last;
    day = addDays(day, 1)
  ) {
    if (!calendar.isWorkingDay(day)) continue;
    const from = Math.max(at(day, measure.open).getTime(), span.from.getTime());
    const to = Math.min(at(day, measure.close).getTime(), span.to.getTime());
    lost += Math.max(0, to - from);
  }
  return lost < wholeDay * measure.atLeastDays ? 0 : Math.ceil(lost / wholeDay);
}

/** Office minutes between two moments: how long a screen has been silent while the hall was open. */
export function officeMinutes(span: Span, calendar: Calendar, measure: Pick<OutageMeasure, 'open' | 'close'>): number {
  let minutes = 0;
  for (let day = dayOf(span.from); day <= dayOf(span.to); day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    const from = Math.max(at(day, measure.open).getTime(), span.from.getTime());
    const to = Math.min(at(day, measure.close).getTime(), span.to.getTime());
    minutes += Math.max(0, to - from) / 60_000;
  }
  return Math.floor(minutes);
}

/** Spans that touch or overlap become one; in order. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((left, right) => left.from.getTime() - right.from.getTime())) {
    const last = result.at(-1);
    if (last && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: span.to > last.to ? span.to : last.to };
    else result.push(span);
  }
  return result;
}
