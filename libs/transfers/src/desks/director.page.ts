import type { Calendar } from '#kernel';
import { dueOf } from '#platform';
import { transferWorkflow } from '../transfer.workflow.js';
import { inTime } from '../review/review-rates.rules.js';
import type { County } from './director.view.js';
import { holders, periodWords } from './director.words.js';

/** Width of a whole bar lying down, and height of the tallest standing. */
const [whole, tallest] = [190, 130];

/** What only the director's page needs: its charts, its periods, and its deadlines in words. */
export function directorPage(view: County, now: Date, calendar: Calendar) {
  return {
    periods: Object.entries(periodWords).map(([period, label]) => ({
      ...{ href: `/director?view=${period}`, label, current: period === view.period },
    })),
    onTime: percent({ ...view, overdue: view.reviewsOverdue }),
    dues: Object.fromEntries(view.lateCases.map(({ id, dueAt }) => [id, dueOf(dueAt, now, calendar)])),
    holders,
    charts: { towns: townBars(view.towns), months: monthBars(view.months), steps: stepBars(view.steps) },
  };
}

/** The share in time with its sign; empty where there is nothing to share. */
export const percent = (rate: Parameters<typeof inTime>[0]): string => inTime(rate).replace(/(?<=\d)$/, '%');

const townBars = (towns: County['towns']) => ({
  height: towns.length * 27 + 30,
  goal: { x: 290, text: '100%' },
  rows: towns.map(({ name, done, late, overdue }, index) => ({
    ...{ y: index * 27 + 24, name: name.slice(0, 5), late: 0, tone: late + overdue > 0 ? 'b' : 'a' },
    width: Math.round((Number(inTime({ done, late, overdue })) * whole) / 100),
    value: percent({ done, late, overdue }),
  })),
});

function stepBars(steps: County['steps']) {
  const most = Math.max(1, ...steps.map(({ cases }) => cases));
  return {
    height: steps.length * 27 + 10,
    goal: null,
    rows: steps.map(({ state, cases }, index) => ({
      ...{ y: index * 27 + 4, late: 0, tone: 'a', value: String(cases) },
      name: transferWorkflow.states[state].label.slice(0, 5),
      width: Math.round((cases / most) * whole),
    })),
  };
}

/** Twelve months to now; the last is not over. */
function monthBars(months: County['months']) {
  const areas = months.map(({ areaMu }) => Number(areaMu));
  const most = Math.max(1, ...areas);
  return months.map(({ month }, index) => {
    const area = areas[index] ?? 0;
    const height = Math.round((area / most) * tallest);
    return {
      ...{ x: 2 + index * 30, y: 174 - height, height, tone: index === months.length - 1 ? 'b' : 'a' },
      ...{ value: area === 0 ? '' : String(Math.round(area)), name: String(Number(month.slice(5))) },
    };
  });
}
