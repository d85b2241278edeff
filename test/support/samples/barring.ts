import type { Day } from '#kernel';
import { acts, asked } from './parts.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const at = new Date('2026-10-12T09:00:00+08:00');
const bar = {
  ...{ id: 'b', number: '商农禁告〔2026〕第0001号', party: '禾野合作社', state: 'decided', place: '殷巷镇李家桥村' },
  ...{ lotNumber: '370126101L26100001', fromDay: '2026-10-12' as Day, untilDay: '2026-12-31' as Day },
};

/** Who is barred. */
export const barring: Record<string, PageSample> = {
  'listings/barrings': {
    page: staff,
    ...asked('/barrings'),
    ...{ rows: [bar, { ...bar, state: 'proposed', fromDay: null, untilDay: null }], title: '违约禁入', sheet: '' },
    pager: { count: 2, whole: false, previous: '', next: '' },
  },
  'listings/barring': {
    page: staff,
    ...{ ...bar, revision: 1, interestId: 'i', reason: '交了保证金又退出', rule: '挂牌公告第七条', months: null },
    ...{
      proposedUntil: bar.untilDay,
      answerBy: '2026-10-19' as Day,
      answer: '家里有人住院。',
      answeredAt: at,
      endedReason: '情况属实',
    },
    ...{ decisionNumber: '商农禁决〔2026〕第0001号', findings: '退出是本人写的，没有凭证。', files: [] },
    papers: [{ id: 'p', title: '禁入决定书', number: '商农禁决〔2026〕第0001号' }],
    appeals: [
      {
        ...{
          id: 'c',
          number: '商农禁复〔2026〕第0001号',
          kind: 'barring_appeal',
          topic: 'bar_length',
          state: 'served',
        },
        ...{ receivedAt: at, outcome: 'bar_kept' },
      },
    ],
    ...{
      acts: acts.slice(0, 2),
      history: [{ action: 'propose', label: '拟作禁入，书面告知', at, by: '高演审', remark: null }],
    },
  },
};
