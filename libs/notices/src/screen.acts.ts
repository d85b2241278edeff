import { type ActHead, recordActs } from '#platform';
import { TerminalInput } from './notice.input.js';
import { terminalView } from './screen.view.js';
import { ScreenDesk } from './screen-desk.service.js';

/** The hall of an office, by the code of its place. */
export interface ScreenFacts {
  record: { id: string };
}

const back = { href: '/screens', label: '大厅屏幕' };

/** What is done with the screens of a hall. */
export const screenActs = recordActs('screens', 'terminal', {
  named: 'office',
  readers: ['county_information', 'county_administrator', 'town_information'],
  head: (): ActHead => ({ trail: back, facts: [], back }),
  helps: {
    register: { noun: 'terminals', by: ScreenDesk, gives: terminalView, asks: TerminalInput, label: '登记屏幕' },
  },
});
