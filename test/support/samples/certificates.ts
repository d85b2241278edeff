import { facts } from './land.js';
import { acts, asked, timeline } from './parts.js';
import { staff, tag } from './period.js';
import type { PageSample } from './sample.js';

const number = '商农经权（2026）第000139号';

export const certificates: Record<string, PageSample> = {
  'certificates/index': {
    title: '证书',
    ...asked('/certificates'),
    rows: [
      {
        id: '1',
        number,
        holder: '禾野种植专业合作社',
        place: '殷巷镇李家桥村',
        areaMu: '120.0000',
        termStart: '2026-11-01',
        termEnd: '2032-10-31',
        issuedOn: '2026-10-28',
        stateTag: tag('有效', 'go'),
      },
    ],
    page: staff,
  },
  'certificates/none': {
    template: 'certificates/index',
    ...asked('/certificates'),
    ...{ title: '我的证书', rows: [], used: [], sheet: '' },
  },
  'certificates/show': {
    title: `证书 ${number}`,
    number,
    trail: { steps: [{ href: '/certificates', label: '证书' }], here: number, code: true },
    state: tag('有效，有变更', 'info'),
    said: { text: '这本证书是真的，现在有效，内容有变更', tone: 'info' },
    facts,
    transfer: '/transfers/1',
    verify: '/verify/K7M492QDXT5A',
    pdf: '/papers/1',
    register: '/papers/1/prints',
    previous: '/certificates/0',
    next: '',
    parcels: [{ name: '东大方', code: '3701261012260000118', contractor: '王麦生户', areaMu: '18.4200', part: '整块' }],
    carried: [
      {
        day: '2026-12-17',
        item: '遗失补发，原证 商农经权（2026）第000101号 作废',
        basis: '流转管理办法第十七条',
        by: '演练发证员',
      },
    ],
    changes: [
      {
        day: '2027-03-03',
        what: '权利人名称',
        kind: 'change',
        before: '禾野种植专业合作社',
        after: '禾野粮食种植专业合作社',
        reason: '名称变更，主体没有变',
        rule: '农村土地经营权流转管理办法第十七条',
        more: [],
        file: '/files/1',
        letter: '/papers/2',
        by: '演练发证员',
      },
    ],
    encumbrances: [
      { mortgagee: '演练银行', amount: '300,000.00 元', registered: '2027-04-01', state: tag('已登记', 'act') },
    ],
    prints: [{ copy: 1, when: '10月28日（周三）10:00', by: '演练发证员', reason: '首次打印' }],
    stock: [{ serial: 'SH-0004217', outcome: '第 1 份', reason: '', by: '演练发证员', when: '10月28日（周三）10:00' }],
    papers: [
      { name: '证书变更通知书', number: '商农变〔2027〕第0001号', when: '3月3日（周三）10:00', href: '/papers/2' },
    ],
    acts,
    timeline,
    page: staff,
  },
};
