import { type Day, fen, mu } from '#kernel';
import { field } from '#platform';
import { staff, soon, today, why } from './period.js';
import { acts, asked } from './parts.js';
import type { PageSample } from './sample.js';

const day = '2026-09-23' as Day;
const at = new Date('2026-10-12T10:00:00+08:00');
const amountFen = fen(3_240_000);
const caseNumber = '370126101A26090017';
const account = { bank: '演练银行', accountTail: '2222' };
const look = { by: '陈演一', post: '镇金融部', at, accountTail: '2222', reason: '到银行办退款' };

/** What the finance desk sees of deposits. */
export const deposits: Record<string, PageSample> = {
  'deposits/index': {
    page: staff,
    ...asked('/deposits'),
    rows: [
      {
        ...{ id: 'a', caseNumber, place: '殷巷镇 李家桥村', state: 'partial', payer: '禾野合作社' },
        ...{ amountFen, openFen: fen(2_000_000), areaMu: mu('12') },
      },
    ],
    dues: { a: today },
  },
  'deposits/show': {
    page: staff,
    ...{
      id: 'x',
      subject: 'transfer',
      subjectId: 'y',
      purpose: 'risk',
      caseNumber,
      state: 'releasing',
      payer: '禾野合作社',
      transfereeKind: 'company',
    },
    ...{ areaMu: mu('12'), termStart: '2026-10-01' as Day, termEnd: '2031-09-30' as Day, requestedOn: day },
    ...{ amountFen, paidFen: amountFen, heldFen: amountFen },
    due: soon,
    why,
    reckoning: {
      ...{ annualRentFen: fen(10_800_000), percent: 30, countedFen: amountFen, leastFen: fen(100_000) },
      ...{ waiver: null, waivedUpToMu: mu('10'), waivedUpToMonths: 12 },
    },
    legalBasis: '农村土地经营权流转管理办法第三十条',
    ...{ forfeitReason: null, forfeitRule: null },
    tranches: [{ ordinal: 1, label: '期满验收后一次退还', amountFen }],
    receipts: [
      { slipNumber: 'GH20260001', amountFen, payer: '禾野合作社', ...account, paidOn: day, by: '郑演一', scan: '/x' },
    ],
    guarantees: [],
    disbursements: [
      {
        ...{ id: 'o', kind: 'release', state: 'asked', amountFen, payee: '禾野合作社', ...account },
        ...{ reason: '到期，验收合格', requestedBy: '郑演一', requestedAt: at, approvedBy: null, approvedAt: null },
        ...{ refusal: null, slipNumber: null, paidOn: null, returnedOn: null, returnReason: null },
      },
    ],
    acts,
    answers: { o: acts.slice(1, 2) },
    history: [{ action: 'request', label: '通知缴纳', at, by: '李演一', remark: null }],
    values: {},
  },
  'deposits/accounts': {
    page: staff,
    ...{ id: 'x', caseNumber, mayLook: true },
    accounts: [{ id: 'a1', use: 'receipt', amountFen, holder: '禾野合作社', ...account, looked: 1 }],
    forms: { a1: [field.text('reason', '为什么看')] },
    looks: [look],
  },
  'deposits/account': {
    page: staff,
    ...{ depositId: 'x', caseNumber, use: 'release', amountFen, holder: '禾野合作社', bank: '演练银行' },
    account: '9999000011112222',
    looked: look,
  },
};
