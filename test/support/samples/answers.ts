import { field, formOf } from '#platform';
import { PasswordChange } from '../../../libs/platform/src/access/access.input.js';
import { WorkingDaysInput } from '../../../libs/platform/src/clock/clock.input.js';
import { FollowInput } from '../../../libs/transfers/src/follow/follow.input.js';
import { soon, staff, strip, tag, why } from './period.js';
import { facts, map } from './land.js';
import { timeline } from './parts.js';
import type { PageSample } from './sample.js';

const certificate = {
  ...{ holder: '禾野种植专业合作社', creditCode: '93370126MA3X0000X0', representative: '禾＊＊', mode: '出租' },
  ...{ contractNumber: '370126101HT26000088', transferor: '王＊＊户 等 8 户', issuer: '殷巷镇李家桥村股份经济合作社' },
  ...{ contractCode: '370126101226000018J', contracts: 8, location: '殷巷镇李家桥村', areaMu: '18.4200' },
  ...{ termStart: '2026-11-01', termEnd: '2032-10-31', use: '种粮（小麦、玉米等）：小麦', price: '每亩每年 900.00 元' },
  ...{ realEstate: '未办理', issuedOn: '2026-10-28', authority: '商河县农村产权交易中心' },
  mortgages: [{ mortgagee: '演练银行', registeredOn: '2027-04-01' }],
  course: [
    { event: 'issued', item: null, on: '2026-10-28' },
    { event: 'change', item: 'holder', on: '2027-03-03' },
  ],
  parcels: [{ name: '东大方', code: '3701261012260000118', contractor: '王＊＊户', areaMu: '18.4200', part: null }],
};
const told = {
  ...{ checkedAt: '2026-10-29T01:12:00.000Z', number: '商农经权（2026）第000139号', startsLater: false },
  ...{ underReview: false, nextNumber: null, renewal: null, paper: null, certificate: null },
};

export const answers: Record<string, PageSample> = {
  'verify/show': {
    title: '查证书',
    values: { code: 'K7M492QDXT5A' },
    verdict: { ...told, state: 'changed', certificate },
    ...{ tone: 'info', map },
  },
  'verify/paper': {
    template: 'verify/show',
    title: '查证书',
    values: {},
    verdict: {
      ...{ ...told, state: 'void' },
      paper: { kind: 'attestation', authority: '商河县农村产权交易中心', madeOn: '2026-10-28', voidedOn: '2026-10-29' },
    },
    ...{ tone: 'wait', map: null },
  },
  'verify/revoked': {
    template: 'verify/show',
    title: '查证书',
    values: {},
    verdict: { ...told, state: 'revoked', certificate, nextNumber: '商农经权（2026）第000140号' },
    ...{ tone: 'stop', map: null },
  },
  'verify/empty': { template: 'verify/show', title: '查证书', values: {}, verdict: null, tone: null, map: null },
  'calculator/show': {
    values: { start: '2026-09-30', workingDays: '7' },
    knownYears: { from: 2016, to: 2026 },
    answer: {
      lastDay: '2026-10-15',
      provisional: false,
      counted: why.reckoning.counted,
      skipped: why.reckoning.skipped,
    },
    ...{ due: soon, strip, why: { ...why, open: true } },
  },
  'guide/show': {
    title: '转出承包地：办事指南',
    lead: '农户把承包地租出去，按下面办。',
    steps: [
      { title: '到村里申请', who: '您', within: '', text: '带身份证、承包合同。' },
      { title: '县里审核', who: '县中心', within: '1 个工作日', text: '齐了就审。' },
    ],
    materials: [
      {
        title: '转出的人',
        items: [
          { name: '身份证', note: '' },
          { name: '承包合同', note: '找不到的，镇里能调' },
        ],
      },
    ],
    costs: ['不收钱。'],
    offices: [{ name: '殷巷镇交易所', place: '镇政府便民大厅', hours: '工作日 8:30–12:00', phone: '' }],
    questions: [{ ask: '家里人不同意怎么办', answer: ['不能办。'] }],
    basis: ['农村土地承包法'],
  },
  'guide/topic': {
    title: '本集体的人优先',
    trail: { steps: [{ href: '/guide', label: '办事指南' }], here: '本集体的人优先', code: false },
    lead: '条件一样的，本集体的人优先租。',
    sections: [{ title: '怎么主张', text: ['公示期里说。'], list: ['打开公示', '按“我要优先租”'] }],
    way: { href: '/notices', label: '看正在公示的' },
  },
  'follow/show': {
    title: '查进度',
    values: { number: '370126101A26090017' },
    fields: formOf(FollowInput),
    missing: false,
    letter: null,
    found: {
      title: '李家桥村 120.00 亩出租',
      number: '370126101A26090017',
      state: tag('公示中', 'wait'),
      due: soon,
      why,
      facts,
      timeline,
      links: [{ href: '/x', label: '看公示' }],
      todo: ['到镇里签合同'],
    },
  },
  'follow/missing': {
    template: 'follow/show',
    title: '查进度',
    values: {},
    fields: formOf(FollowInput),
    missing: true,
    letter: null,
    found: null,
  },
  'clock/show': {
    ...{ now: '2026-10-12T10:27:00+08:00', today: '2026-10-12', daysAhead: 3 },
    ...{ workingDays: formOf(WorkingDaysInput), to: [field.date('to', '拨到哪一天')] },
    next: [{ label: '公示到期', dueAt: '2026-10-16T00:00:00+08:00', number: 1 }],
    values: {},
    page: staff,
  },
  'account/show': {
    login: 'county.review',
    name: '于＊＊',
    staff: true,
    ready: false,
    enrolled: false,
    administrator: false,
    expiresAt: '2026-10-12T18:00:00+08:00',
    password: formOf(PasswordChange),
    posts: [{ post: 'county_reviewer', officeCode: '370126000000' }],
    values: {},
    page: staff,
  },
};
