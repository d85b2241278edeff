import { at, instant, isDay, isTime } from '#kernel';
import { inputProblem } from '#platform';
import type { DarkInput } from './notice.input.js';

/** The span that was typed: a program sends two moments, a person two days with their times. */
export function spanOf(input: DarkInput): { from: Date; to: Date } {
  const ends = (['from', 'to'] as const).map((name) => {
    const [moment, date, time] = [input[name], input[`${name}Day`], input[`${name}Time`]];
    if (moment) return instant(moment);
    const hour = time?.replace('：', ':').padStart(5, '0');
    return isDay(date) && isTime(hour) ? at(date, hour) : null;
  });
  const [from, to] = ends;
  if (from && to) return { from, to };
  const missing = from ? '#/toDay' : '#/fromDay';
  throw inputProblem([{ pointer: missing, detail: '写明哪一天、几点（例如 08:30）' }]);
}
