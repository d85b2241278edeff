import { field } from '#platform';
import { staff, soon, tag, why } from './period.js';
import { acts, timeline, trail } from './parts.js';
import type { PageSample } from './sample.js';

const facts = [
  { label: '案件', value: '370126101A26090017', href: '/x' },
  { label: '应缴', value: '32,400.00 元', href: '' },
];

/** What the finance desk sees of one deposit. */
export const deposits: Record<string, PageSample> = {
  'deposits/show': {
    page: staff,
    trail,
    title: '风险保障金 370126101A26090017',
    state: tag('退还办理中', 'wait'),
    due: soon,
    why,
    facts,
    explanation: ['一年流转价款 108,000.00 元 × 30% = 32,400.00 元。'],
    legalBasis: '农村土地经营权流转管理办法第三十条',
    accounts: '/x',
    tranches: [{ ordinal: 1, label: '期满验收后一次退还', amount: '32,400.00 元' }],
    payments: [
      {
        slipNumber: 'GH20260001',
        amount: '32,400.00 元',
        payer: '禾野合作社',
        account: '演练银行 尾号 2222',
        dayText: '2026年9月23日',
        by: '郑演一',
        scan: '/x',
      },
    ],
    outflows: [
      {
        title: '退还 32,400.00 元',
        state: tag('等另一个人批准', 'wait'),
        payee: '禾野合作社，演练银行 尾号 2222',
        reason: '到期，验收合格',
        requested: '郑演一 申请',
        approved: '',
        paid: '',
        refusal: '',
        acts: [],
      },
    ],
    acts,
    timeline,
    values: {},
  },
  'deposits/accounts': {
    page: staff,
    trail,
    title: '收付款账户 370126101A26090017',
    back: '/x',
    mayLook: true,
    accounts: [
      {
        ...{ id: 'a1', purpose: '缴入 32,400.00 元', holder: '禾野合作社', bank: '演练银行' },
        ...{ masked: '＊＊＊＊ 2222', look: '/x', looked: 1, fields: [field.text('reason', '为什么看')] },
      },
    ],
    looks: [{ who: '陈演一（镇金融部）', when: '10月12日（周一）10:00', what: '尾号 2222', reason: '到银行办退款' }],
  },
  'deposits/account': {
    page: staff,
    trail,
    title: '完整账号',
    holder: '禾野合作社',
    bank: '演练银行',
    grouped: '9999 0000 1111 2222',
    purpose: '退还 32,400.00 元',
    looked: { by: '陈演一', at: new Date('2026-10-12T10:00:00+08:00'), reason: '到银行办退款' },
  },
};
