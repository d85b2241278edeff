import { day, instant, mu } from '#kernel';
import { directorPage } from '../../../libs/transfers/src/desks/director.page.js';
import type { County } from '../../../libs/transfers/src/desks/director.view.js';
import { onTimeRule } from '../../../libs/transfers/src/review/review-rates.rules.js';
import { asked } from './parts.js';
import { late, staff } from './period.js';
import type { PageSample } from './sample.js';

const at = instant('2026-09-28T10:00:00+08:00');
const county: County = {
  ...{ period: 'month', done: 30, late: 1, reviewsOverdue: 0, overdue: 1, underWay: 93, onTimeRule },
  lateCases: [
    {
      ...{ id: '1', number: '370126109A26090002', place: '孙集镇 前堤子村', areaMu: mu('33.14'), state: 'town_review' },
      dueAt: at,
    },
  ],
  towns: [
    { code: '370126102000', name: '郑路镇', done: 9, late: 1, overdue: 1 },
    { code: '370126103000', name: '龙桑寺镇', done: 0, late: 0, overdue: 0 },
  ],
  months: [
    { month: '2026-08', areaMu: mu('6.1') },
    { month: '2026-09', areaMu: mu('11.8') },
  ],
  steps: [{ state: 'town_review', cases: 21, late: 1 }],
  blocked: [
    {
      ...{ label: '流转案件', href: '/x', kind: 'blocked', since: at, tries: 3 },
      reasons: [{ text: '有 1 件异议没有答复。', article: '', way: null }],
    },
  ],
  ledger: { checkedAt: at, findings: [{ promise: 'balances_are_sums', who: ['1'], more: 0 }] },
};

const { periods, onTime, holders, charts } = directorPage({ ...county, lateCases: [] }, at, undefined as never);
const shown = { periods, onTime, holders, charts, dues: { '1': late } };

const places = [{ href: '/register', label: '登记簿', current: false }];
const row = { id: '1', number: '370126109A26090002', place: '孙集镇 前堤子村', areaMu: mu('33.14') };

export const director: Record<string, PageSample> = {
  'desk/director': { page: staff, ...county, ...shown },
  'desk/director-calm': {
    template: 'desk/director',
    page: staff,
    ...{ ...county, ...shown, late: 0, overdue: 0, lateCases: [], blocked: [], onTime: '' },
    ledger: { checkedAt: at, findings: [] },
  },
  'desk/ending': {
    page: staff,
    ...{ ...asked('/desk/ending'), title: '快到期的', sorted: '先到期的在前', places },
    reminderDays: 120,
    rows: [
      { ...row, depositState: 'held', lastDay: day('2026-11-30'), reminded: true, renewalState: null },
      { ...row, id: '2', depositState: null, lastDay: day('2026-09-28'), reminded: false, renewalState: 'draft' },
    ],
    left: { '1': { days: 63, level: 'calm' }, '2': { days: 0, level: 'soon' } },
  },
  'desk/land-out': {
    page: staff,
    ...{ ...asked('/desk/land-out'), title: '没有交还的', sorted: '最近结束的在前', places },
    rows: [{ ...row, depositState: 'held', state: 'expired', endedOn: day('2026-09-01') }],
    over: { '1': { days: 27, level: 'late' } },
    records: true,
  },
};
