import { staff } from './period.js';
import { facts } from './land.js';
import { acts, trail } from './parts.js';
import type { PageSample } from './sample.js';

export const refusals: Record<string, PageSample> = {
  confirm: {
    page: { title: '不予通过', ...staff, form: { values: {}, errors: [{ field: 'reason', detail: '请写理由。' }] } },
    trail,
    title: '不予通过这一件',
    text: ['会送给双方。'],
    facts,
    warning: '案件到此结束，占用的地块会放开。',
    act: {
      label: '不予通过',
      href: '/x',
      tone: 'grave',
      multipart: false,
      fields: [
        { kind: 'area', id: 'reason', name: 'reason', label: '理由', hint: '写清是哪一条', rows: 4 },
        {
          kind: 'select',
          id: 'rule',
          name: 'rule',
          label: '依据',
          hint: '',
          options: [{ value: 'a', label: '办法第十四条' }],
        },
        {
          kind: 'choice',
          id: 'how',
          name: 'how',
          label: '怎么送',
          hint: '',
          options: [
            { value: 'hand', label: '当面', text: '', why: '' },
            { value: 'post', label: '邮寄', text: '', why: '没有地址' },
          ],
        },
        { kind: 'date', id: 'on', name: 'on', label: '哪一天', hint: '' },
        {
          kind: 'file',
          id: 'scan',
          name: 'scan',
          label: '扫描件',
          hint: 'PDF 或照片',
          accept: 'image/*,application/pdf',
          many: false,
          camera: false,
        },
        { kind: 'check', id: 'read', name: 'read', label: '已念给本人听', hint: '' },
        { kind: 'money', id: 'sum', name: 'sum', label: '金额', hint: '', unit: '元' },
      ],
    },
    back: { label: '不办了，回去', href: '/transfers/1' },
  },
  problem: {
    page: { title: '现在还不能通过' },
    status: 409,
    title: '现在还不能通过',
    detail: '这一件还有没办完的事。',
    type: '/problems/step-blocked',
    article: '',
    blockers: acts[0]?.blockers ?? [],
    errors: [{ pointer: '#/area', detail: '面积要大于 0。' }],
    open: [{ action: 'return', label: '退回补正' }],
    way: { href: '/transfers/1', label: '回到案件' },
    back: '/transfers/1',
  },
  'problems/show': {
    type: 'step-blocked',
    title: '步骤被挡住',
    status: 409,
    explanation: '先办完列出来的每一件，再办这一步。',
  },
  'problems/index': {
    problems: [
      { type: 'step-blocked', title: '步骤被挡住', status: 409, explanation: '先办完列出来的每一件，再办这一步。' },
    ],
  },
};
