import { acts, asked } from './parts.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const number = '商农经权（2026）第000139号';
const at = '2026-10-28T02:00:00.000Z';

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
        issuedAt: '2026-10-28T02:00:00.000Z',
        ...{ state: 'valid', status: 'expired' },
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
    ...{
      number,
      code: 'K7M492QDXT5A',
      paperId: '1',
      transferId: '1',
      own: false,
      tone: 'info',
      register: '/papers/1/prints',
    },
    ...{ state: 'changed', status: 'changed', verdict: 'changed', startsLater: false },
    ...{ previousId: '0', nextId: null, renewsId: null, renewalId: null },
    ...{ holder: '禾野粮食种植专业合作社', holderNumber: 'credit_code', holderId: '93370126MA3X0000X0' },
    ...{ representative: '禾小满', address: null, mode: '出租', contractNumber: '370126101HT26000088' },
    ...{ transferor: '王麦生户 等 8 户', issuer: '殷巷镇李家桥村股份经济合作社', location: '殷巷镇李家桥村' },
    ...{ areaMu: '120.0000', parcelCount: 8, termStart: '2026-11-01', termEnd: '2032-10-31' },
    ...{ use: '种粮（小麦、玉米等）：小麦', priceFen: 90_000, price: null, realEstate: null, registrableYears: 5 },
    ...{ issuedOn: '2026-10-28', issuedBy: '演练发证员' },
    parcels: [{ name: '东大方', code: '3701261012260000118', contractor: '王麦生户', areaMu: '18.4200', part: null }],
    carried: [
      {
        ...{ on: '2026-11-17', kind: null, item: null, before: '', after: '', follows: null },
        ...{ said: '换发，原证 商农经权（2026）第000100号 作废', basis: '流转管理办法第十七条', by: '演练发证员' },
      },
      {
        ...{ on: '2026-12-17', kind: 'reissue', item: null, before: '', after: '', said: null },
        follows: '商农经权（2026）第000101号',
        ...{ basis: '流转管理办法第十七条', by: '演练发证员' },
      },
    ],
    changes: [
      {
        ...{ on: '2027-03-03', kind: 'change', item: 'holder', announcedOn: null, announcedAt: '', collectedBy: '' },
        ...{ before: '禾野种植专业合作社', after: '禾野粮食种植专业合作社' },
        ...{ reason: '名称变更，主体没有变', rule: '农村土地经营权流转管理办法第十七条' },
        ...{ file: '/files/1', letter: '/papers/2', by: '演练发证员' },
      },
    ],
    mortgages: [{ mortgagee: '演练银行', principalFen: 30_000_000, registeredOn: '2027-04-01', status: 'registered' }],
    prints: [{ copy: 1, at, by: '演练发证员', reason: '' }],
    sheets: [{ serial: 'SH-0004217', outcome: 'used', copy: 1, reason: '', by: '演练发证员', at }],
    letters: [{ kind: 'certificate_change', number: '商农变〔2027〕第0001号', madeAt: at, href: '/papers/2' }],
    acts,
    history: [{ action: 'issue', label: '发证', at, by: '县中心发证岗', remark: null }],
    page: staff,
  },
};
