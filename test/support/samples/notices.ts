import { late, reckoning, soon, staff, strip, why } from './period.js';
import { facts, map, publicParcels, venues } from './land.js';
import { asked, item, square } from './parts.js';
import type { PageSample } from './sample.js';

export const notices: Record<string, PageSample> = {
  'notices/show': {
    ...{
      id: '1',
      number: '商农公示〔2026〕第 0138 号',
      version: 1,
      caseNumber: '370126101A26090017',
      state: 'running',
      workingDays: 7,
    },
    ...{ town: '殷巷镇', village: '李家桥村', archived: false, endedReason: null, next: null },
    previous: { id: '0', number: '商农公示〔2026〕第 0137 号', changed: ['price', 'area'] },
    errata: [{ wrong: '李家挢', right: '李家桥', reason: '用字', approvedAt: '2026-10-09T10:00:00+08:00' }],
    extensions: [{ venue: 'village_board', place: '李家桥村公示栏', reason: '被撕了', workingDays: 1 }],
    text: {
      title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示',
      facts,
      paragraphs: [
        '本次流转由殷巷镇交易所初审，县农村产权交易中心于 2026 年 9 月 28 日审核通过。每户的共有人都已书面同意。现予书面公示，听取意见。',
      ],
    },
    ...{ due: soon, missing: [], over: false, ordinal: 4, lastVenues: ['village_board'], strip, why, map },
    period: reckoning,
    parcels: publicParcels,
    terms: { areaMu: '50.4700' },
    venues,
    ...{ objections: [{}], openObjections: 0, claims: 0, openClaims: 0, hash: '7c1ef0aa94f' },
    acts: [
      {
        action: 'object',
        label: '我有异议',
        href: '/notices/1/objections',
        method: 'get',
        tone: 'solid',
        enabled: true,
        hint: '谁都可以提。',
        blockers: [],
        confirm: null,
        fields: [],
        multipart: false,
      },
      {
        action: 'claim',
        label: '我要优先租',
        href: '/x',
        method: 'get',
        tone: 'solid',
        enabled: false,
        hint: '',
        blockers: [
          {
            text: '您还没有登录。只有李家桥村集体的成员可以主张优先。',
            way: { href: '/sign-in', label: '登录后再看' },
            article: '农村土地承包法第 38 条',
          },
        ],
        confirm: null,
        fields: [],
        multipart: false,
      },
    ],
  },
  'notices/index': {
    title: '看公示',
    page: { path: '/notices' },
    values: { q: '殷巷', town: '370126101' },
    options: {
      town: [
        { value: '', label: '全部 12 个镇街' },
        { value: '370126101', label: '殷巷镇' },
      ],
      village: [{ value: '', label: '全部村' }],
      kind: [{ value: '', label: '全部' }],
      band: [{ value: '', label: '不限' }],
      state: [{ value: '', label: '正在公示' }],
      sort: [{ value: 'ending', label: '快截止的在前' }],
    },
    sorted: '快截止的在前',
    used: [{ href: '/notices', label: '殷巷镇' }],
    sheet: '/notices/sheet',
    feed: '/notices/feed',
    pager: { count: 20, whole: false, previous: '', next: '/notices?after=x' },
    rows: [
      { ...item, id: '1', state: 'running' },
      { ...item, id: '2', state: 'running' },
    ],
  },
  'cases/index': {
    ...asked('/cases'),
    ...{ title: '异议和优先权', page: staff, late: 1 },
    rows: [
      {
        ...{ id: '1', kind: 'objection', topic: 'boundary_area', number: '商农异〔2026〕第0003号' },
        ...{ town: '殷巷镇', village: '李家桥村', subjectId: '1', subjectNumber: '商农公示〔2026〕第 0138 号' },
        ...{ areaMu: '120.0000', receivedAt: '2026-10-12T09:00:00+08:00', state: 'accepted' },
      },
    ],
    ...{ dues: { '1': late }, things: { '1': 'notices' } },
  },
  'notices/board': {
    ...{ id: '1', number: '商农公示〔2026〕第 0138 号', version: 1, town: '殷巷镇', village: '李家桥村' },
    text: {
      title: '关于殷巷镇李家桥村 120.00 亩土地经营权流转的公示',
      facts,
      paragraphs: ['对本次流转有异议的，请在公示期内提出，并尽量附上凭证。'],
    },
    parcels: publicParcels,
    workingDays: 7,
    ...{ period: reckoning, map, strip, square, authority: '商河县农村产权交易中心', publishedOn: '2026-09-28' },
  },
};
