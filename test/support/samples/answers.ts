import { field, formOf } from '#platform';
import { PasswordChange } from '../../../libs/platform/src/access/access.input.js';
import { WorkingDaysInput } from '../../../libs/platform/src/clock/clock.input.js';
import { FollowInput } from '../../../libs/transfers/src/follow/follow.input.js';
import { soon, staff, strip, tag, why } from './period.js';
import { facts, map } from './land.js';
import { timeline } from './parts.js';
import type { PageSample } from './sample.js';

export const answers: Record<string, PageSample> = {
  'verify/show': {
    title: '查证书',
    values: { code: 'K7M492QDXT5A' },
    verdict: {
      state: 'valid',
      tone: 'go',
      stamp: '有效',
      heading: '这本证书是真的，现在有效',
      text: '2026 年 10 月 29 日 09:12 查的',
      facts,
      advice: '请和手里的纸一项一项对。有一项不一样，就不要付钱，打电话问县中心。',
      timeline,
      map,
      parcels: [
        { number: 1, name: '东大方', code: '3701261012260000118', contractor: '王＊＊户', area: '18.42', part: '整块' },
      ],
    },
  },
  'verify/revoked': {
    template: 'verify/show',
    title: '查证书',
    values: {},
    verdict: {
      state: 'revoked',
      tone: 'stop',
      stamp: '已撤销',
      heading: '这本证书发错了，不能用',
      text: '2026 年 10 月 29 日 09:12 查的',
      facts: [],
      advice: '不要付钱，打电话问县中心。',
      timeline: [],
      map: null,
      parcels: [],
    },
  },
  'verify/empty': { template: 'verify/show', title: '查证书', values: {}, verdict: null },
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
