import { late, staff } from './period.js';
import { chips, table } from './parts.js';
import type { PageSample } from './sample.js';

export const director: Record<string, PageSample> = {
  'desk/director': {
    sheet: '/x',
    stuck: '/x',
    title: '全县办得怎么样',
    ledger: {
      broken: true,
      findings: [{ promise: 'entries_balance', who: ['2c9d'], more: 0 }],
      text: '账本每小时核对一次',
    },
    page: staff,
    chips,
    stats: [{ label: '在办', value: '93', unit: '件', tone: '' }],
    late: [
      {
        due: late,
        title: '前堤子村 33.14 亩出租',
        number: '370126109A26090002',
        href: '/x',
        holder: '孙集镇 初审岗',
        reason: '镇初审',
        act: null,
      },
    ],
    towns: {
      label: '12 个镇街按时率，最低郑路镇 88.9%',
      height: 120,
      rows: [
        { y: 26, name: '郑路镇', width: 84, late: 0, tone: 'c', value: '88.9%' },
        { y: 56, name: '龙桑寺镇', width: 172, late: 0, tone: 'a', value: '96.4%' },
      ],
      goal: { x: 243, text: '目标 95%' },
      caption: '横条从 80% 画起。',
      table,
    },
    months: {
      label: '近 12 个月流转面积',
      bars: [
        { x: 1, y: 107, height: 67, tone: 'a', value: '6.1', name: '11' },
        { x: 31, y: 44, height: 130, tone: 'b', value: '11.8', name: '12' },
      ],
      caption: '下面是月份，单位千亩。',
      table,
    },
    steps: {
      label: '镇初审 21 件',
      height: 60,
      rows: [{ y: 4, name: '镇初审', width: 168, late: 16, tone: 'a', value: '21' }],
      goal: null,
      caption: '',
      table,
    },
    blocked: [{ href: '/x', title: '黄岭村 12.75 亩', number: '370126105A26090015', text: '有 1 件异议没有答复。' }],
  },
};
