import { at, instant, isDay, isTime } from '#kernel';
import type { OutageInput } from './posting.input.js';
import { spanMissing } from './publication.problems.js';
import type { Span } from './publication.rules.js';

/** The span that was typed: a program sends two moments, a person two days with their times. */
export function spanOf(input: OutageInput): Span {
  const ends = (['from', 'to'] as const).map((name) => {
    const [moment, date, time] = [input[name], input[`${name}Day`], input[`${name}Time`]];
    if (moment) return instant(moment);
    const hour = time?.replace('：', ':').padStart(5, '0');
    return isDay(date) && isTime(hour) ? at(date, hour) : null;
  });
  const [from, to] = ends;
  if (from && to) return { from, to };
  const missing = from ? '#/toDay' : '#/fromDay';
  throw spanMissing(missing);
}
