import { type Day, parametersAt } from '#kernel';
import { field, formOf } from '#platform';
import { limitsOf } from '../../../libs/indicators/src/guide.view.js';
import { PasswordChange } from '../../../libs/platform/src/access/access.input.js';
import { WorkingDaysInput } from '../../../libs/platform/src/clock/clock.input.js';
import { FollowInput } from '../../../libs/transfers/src/follow/follow.input.js';
import { soon, staff, strip, why } from './period.js';
import { map } from './land.js';
import type { PageSample } from './sample.js';

const certificate = {
  ...{ holder: '禾野种植专业合作社', creditCode: '93370126MA3X0000X0', representative: '禾＊＊', mode: '出租' },
  ...{ contractNumber: '370126101HT26000088', transferor: '王＊＊户 等 8 户', issuer: '殷巷镇李家桥村股份经济合作社' },
  ...{ contractCode: '370126101226000018J', contracts: 8, location: '殷巷镇李家桥村', areaMu: '18.4200' },
  ...{
    termStart: '2026-11-01',
    termEnd: '2032-10-31',
    use: '种粮（小麦、玉米等）：小麦',
    priceFen: null,
    price: '每亩每年 900.00 元',
  },
  ...{ realEstate: null, registrableYears: null, issuedOn: '2026-10-28', authority: '商河县农村产权交易中心' },
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

const limits = limitsOf(parametersAt([], '2026-10-12' as Day));

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
    limits,
    offices: [{ name: '殷巷镇农村产权交易所', address: '镇政府便民大厅', hours: '工作日 8:30–12:00', phone: '' }],
  },
  'guide/topic': { topic: 'priority', limits },
  'guide/assistance': { template: 'guide/topic', topic: 'assistance', limits },
  'guide/renewal': { template: 'guide/topic', topic: 'renewal', limits },
  'guide/figures': { template: 'guide/topic', topic: 'figures', limits },
  'follow/show': {
    title: '查进度',
    values: { number: '370126101A26090017' },
    fields: formOf(FollowInput),
    missing: false,
    letter: null,
    found: {
      ...{ number: '370126101A26090017', place: '李家桥村', mode: 'lease', areaMu: '120.0000', round: 1 },
      ...{
        start: '2026-11-01',
        end: '2032-10-31',
        state: 'on_notice',
        noticeId: '1',
        renewFrom: '2032-08-02',
        renewBy: '2032-10-31',
      },
      steps: [{ label: '提交到镇里', at: '2026-09-23T10:00:00+08:00' }],
      letters: [{ kind: 'acceptance', number: '商农受〔2026〕第 0017 号', madeOn: '2026-09-23' }],
      ...{ due: soon, why },
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
