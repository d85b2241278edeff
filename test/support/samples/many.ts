import { staff } from './period.js';
import type { PageSample } from './sample.js';

const one = { work: 'transfer:1:4', at: '/transfers/1', number: '370126101A26090017', problem: null };
const hidden = {
  ...{ work: 'transfer:2', at: '/transfers/2', number: '' },
  problem: { type: 'transfer-not-found', title: '没有这个案件', detail: '' },
};
const changed = {
  ...{ work: 'transfer:3:7', at: '/transfers/3', number: '370126101A26090018' },
  problem: { type: 'changed-meanwhile', title: '您看到的内容已经被别人改过', detail: '刷新页面，看过新内容再办。' },
};

/** One act on many records: what would come of it, and what came. */
export const many: Record<string, PageSample> = {
  'desk/many': {
    page: { title: '报县审核', ...staff },
    title: '报县审核',
    kind: 'transfer',
    action: 'submit_to_county',
    href: '/desk/acts/transfer/submit_to_county',
    warning: '按下以后材料不能再改。',
    rows: [
      { ...one, blockers: [], facts: [{ label: '案件', value: '李家桥村 120.00 亩出租', href: '/transfers/1' }] },
      {
        ...{ ...one, work: 'transfer:4:2', number: '370126101A26090019', facts: [] },
        blockers: [{ text: '实地调查还没有完成。', way: null, article: '' }],
      },
      { ...hidden, blockers: [], facts: [] },
    ],
    ready: ['transfer:1:4'],
  },
  'desk/outcomes': {
    page: { title: '报县审核', ...staff },
    title: '报县审核',
    done: 1,
    all: 3,
    outcomes: [one, hidden, changed],
  },
};
