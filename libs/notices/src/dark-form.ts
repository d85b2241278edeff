import { at, instant, isDay, isTime } from '#kernel';
import { field, inputProblem } from '#platform';
import { venueKinds } from '#publications';
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

/** The page on which somebody at the venue tells that it could not be read. */
export function darkForm(notice: { id: string; number: string; title: string }) {
  const back = { href: `/notices/${notice.id}`, label: '不报了，回公示' };
  const venues = Object.entries(venueKinds).filter(([kind]) => kind !== 'website');
  return {
    title: '报告公示中断',
    trail: {
      steps: [
        { href: '/notices', label: '公示' },
        { href: back.href, label: notice.number },
      ],
      here: '公示中断',
      code: false,
    },
    text: [notice.title, '屏幕黑了、公示栏被撕了、被盖住了，都要报。县中心确认以后，中断满一个工作日的，公示期顺延。'],
    facts: [],
    warning: '',
    act: {
      label: '报告中断',
      href: `/notices/${notice.id}/dark-intervals`,
      tone: 'solid',
      multipart: false,
      fields: [
        field.select('venue', '哪一处', Object.fromEntries(venues)),
        field.date('fromDay', '从哪一天'),
        field.text('fromTime', '几点', '例如 08:30'),
        field.date('toDay', '到哪一天'),
        field.text('toTime', '几点', '例如 17:00'),
        { ...field.area('reason', '怎么中断的'), rows: '2' },
      ],
    },
    back,
    values: {},
  };
}
