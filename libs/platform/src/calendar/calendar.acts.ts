import type { ActHead } from '../acts/act-table.js';
import { recordActs } from '../acts/declared-acts.js';
import { CalendarKeeper } from './calendar-keeper.service.js';
import { ClosureInput, YearInput } from './calendar.input.js';
import { changeView } from './calendar.view.js';

const back = { href: '/calendar', label: '工作日历' };

/** How the calendar is changed; its page shows first what would move. */
export const calendarActs = recordActs('calendar', 'calendar', {
  named: null,
  readers: ['county_administrator'],
  gives: changeView,
  head: (): ActHead => ({ trail: back, facts: [], back }),
  helps: {
    load: {
      ...{ noun: 'years', by: CalendarKeeper, asks: YearInput, label: '装入放假安排' },
    },
    close: {
      ...{ noun: 'closures', by: CalendarKeeper, asks: ClosureInput, label: '登记停止办公' },
    },
  },
});
