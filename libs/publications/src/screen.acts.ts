import { type ActHead, doneView, recordActs } from '#platform';
import { screenKeepers } from './screen.facts.js';
import { TerminalInput } from './screen.input.js';
import { terminalView } from './screen.view.js';
import { ScreenDesk } from './screen-desk.service.js';

const back = { href: '/screens', label: '大厅屏幕' };

/** What is done with the screens of a hall. */
export const screenActs = recordActs('screens', 'terminal', {
  named: 'office',
  readers: screenKeepers,
  head: (): ActHead => ({ trail: back, facts: [], back }),
  helps: {
    register: {
      ...{ noun: 'terminals', by: ScreenDesk, asks: TerminalInput, label: '登记屏幕' },
      ...{ gives: terminalView, tells: 'screens/registered', said: '屏幕已登记' },
    },
    retire: {
      ...{ noun: 'terminals/:terminal/retirement', by: ScreenDesk, label: '停用屏幕', tone: 'grave' },
      ...{ gives: doneView, confirm: '停用后这块屏幕的地址打不开了，不能恢复。确定停用？', said: '屏幕停用了。' },
    },
  },
});
