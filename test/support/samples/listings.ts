import { type Day, fen, mu } from '#kernel';
import { acts, asked } from './parts.js';
import { soon, staff } from './period.js';
import { fit } from './wanted.js';

import type { PageSample } from './sample.js';

const at = new Date('2026-10-12T09:00:00+08:00');
const [start, end] = ['2026-11-10' as Day, '2032-11-09' as Day];
const row = {
  ...{ id: 'a', number: '370126101L26100001', kind: 'contracted', mode: 'lease', state: 'listed' },
  ...{
    place: '殷巷镇李家桥村',
    areaMu: mu('58.75'),
    priceFen: fen(90_000),
    priceUnit: 'mu_year',
    thing: null,
    purpose: 'grain',
    crops: '小麦、花生',
  },
  ...{ termStart: start, termEnd: end, closesOn: '2026-10-21' as Day, transferor: '王演麦户 等 3 户' },
};
const all = [{ value: '', label: '全部' }];
const options = Object.fromEntries(
  ['town', 'village', 'kind', 'mode', 'use', 'class', 'area', 'price', 'years', 'state', 'sort'].map((name) => [
    name,
    all,
  ]),
);
const photo = { id: 'y', name: '地头.jpg', href: '/x', takenAt: at, point: null, sha256: '7c1e5b0fa94f' };
const question = {
  state: 'asked',
  question: '机井通电吗？',
  answer: null,
  earlier: [{ answer: '不通。', answeredAt: at }],
  reason: null,
  askedAt: at,
  answeredAt: null,
};
const history = [{ action: 'enter', label: '录入挂牌', at, by: '高演一', remark: null }];

/** Lots: found, looked at, entered; who is interested. */
export const listings: Record<string, PageSample> = {
  'listings/index': {
    ...{
      rows: [row],
      dues: { a: soon },
      options,
      onMap: { a: '1' },
      land: null,
      calendar: '/listings.ics',
      keep: '/searches/new',
      values: {},
      used: [{ href: '/listings', label: '小麦' }],
    },
    ...{ title: '找土地', sorted: '快截止的在前', feed: '/listings/feed', sheet: '/listings/sheet' },
    pager: { count: 1, whole: false, previous: '', next: '' },
  },
  'listings/desk': {
    page: staff,
    ...asked('/listings/desk'),
    ...{
      rows: [row, { ...row, number: null, state: 'draft' }],
      enter: '/listings/new',
      others: [{ href: '/x', label: '林权' }],
      title: '挂牌',
    },
    pager: { count: 2, whole: false, previous: '', next: '' },
    sheet: '',
  },
  'listings/new': {
    page: staff,
    ...{
      title: '录入挂牌',
      trail: { steps: [{ href: '/listings/desk', label: '挂牌' }], here: '录入挂牌', code: false },
    },
    ...{ text: ['宅基地不能挂。'], back: { href: '/listings/desk', label: '不录了' }, values: {} },
    act: { label: '存成草稿', href: '/listings', tone: 'solid', fields: [], multipart: true },
    ...{ account: 'a', draftDays: 3, words: '王', found: null, parcels: [], map: null, paid: null },
    households: { found: [{ value: 'x', name: '王演户', group: '李家桥村', code: 'x', lastUsed: null }], more: true },
  },
  'listings/new-of-a-household': {
    ...{
      template: 'listings/new',
      page: staff,
      title: '录入挂牌',
      trail: { steps: [], here: '录入挂牌', code: false },
    },
    ...{
      text: [],
      back: { href: '/listings/desk', label: '不录了' },
      values: {},
      account: 'a',
      draftDays: 3,
      words: '',
    },
    act: { label: '存成草稿', href: '/listings', tone: 'solid', fields: [], multipart: true },
    ...{ found: { value: 'x', name: '王演户', group: '李家桥村', code: 'x' }, households: null, map: null, paid: null },
    parcels: [
      { number: 1, code: 'p', name: '东大方', areaMu: mu('18.42'), basicFarmland: true, offered: true, taken: null },
      {
        ...{ number: 2, code: 'q', name: '南洼', areaMu: mu('2'), basicFarmland: false, offered: false },
        taken: { status: 'active', until: end },
      },
    ],
  },
  'listings/show': {
    page: staff,
    ...{ ...row, revision: 3, deadline: null, publishedAt: at, extensions: 0, floorFen: fen(85_000) },
    ...{ yearlyFen: fen(5_287_500), totalFen: fen(31_725_000), payment: '一年一付，先付钱后种地' },
    ...{ conditions: '有农机', fixtures: '机井 2 眼', lease: '无', dispute: '无', households: 3 },
    parcels: [
      {
        ...{ number: 1, code: '3701261012260100001', name: '东大方', contractor: '王演麦户' },
        ...{ areaMu: mu('18.42'), grade: null, basicFarmland: true },
      },
    ],
    photos: [photo],
    consents: [
      {
        ...{ householdId: 'h', name: '王演麦户', members: 3, missing: [] },
        letters: [
          {
            ...{ agent: '李家桥村股份经济合作社', signers: ['王演麦'], powers: 'negotiate_only' },
            ...{ validTo: end, inForce: false, file: '/files/f' },
          },
        ],
      },
      { householdId: 'k', name: '李演户', members: 2, missing: ['李演二'], letters: [] },
    ],
    interests: [
      {
        ...{ id: 'i', party: '禾野合作社', state: 'qualified', offerFen: fen(92_000) },
        ...{ depositFen: fen(528_750), heldFen: fen(0) },
      },
    ],
    questions: [
      { ...question, id: 'q', answer: '通，三相电到地头。', answeredAt: at },
      { ...question, id: 'r', question: null, reason: '骂人的话' },
      { ...question, id: 's' },
    ],
    ...{ endedCode: 'nobody', endedReason: '无人报名', relists: { id: 'b', number: null } },
    own: [{ name: 'species', label: '树种', value: '杨树' }],
    ...{ register: '林权登记', decided: true },
    ...{ deal: { id: 't', number: '370126101A26100001', at: '/transfers/t' }, acts: acts.slice(0, 2), history },
    wishes: [fit],
    ...{ map: null, inside: true, due: soon },
    bidding: {
      ...{ mode: 'live', startFen: fen(90_000), stepFen: fen(1000), ceilingFen: fen(130_000), floorSecret: true },
      ...{ freeMinutes: 120, windowSeconds: 300, mostExtensions: 3, mostSteps: 10, priority: ['member', 'incumbent'] },
    },
  },
  'listings/round': {
    page: staff,
    ...{ id: 'a', number: row.number, place: row.place },
    households: [
      {
        householdId: 'k',
        name: '李演户',
        parcels: ['东大方', '南洼'],
        statement: '我同意。',
        missing: [{ name: '李演二', relation: '妻', identity: '999999********1234' }],
      },
    ],
  },
  'listings/deal': {
    page: staff,
    ...{ id: 'd', revision: 1, listingId: 'a', listingNumber: row.number, kind: 'forest', mode: 'lease' },
    ...{
      state: 'signing',
      place: row.place,
      thing: '东山杨树林',
      transferor: '李家桥村股份经济合作社',
      taker: '禾野合作社',
    },
    ...{ own: [{ name: 'species', label: '树种', value: '杨树' }], priceFen: fen(30_000), priceUnit: 'mu_year' },
    ...{
      termStart: start,
      termEnd: end,
      payment: '一年一付',
      use: '经营用材林',
      notice: { id: 'n', number: '商农公示〔2026〕第0001号' },
    },
    ...{ model: null, register: '林权登记', clauses: [{ name: '违约责任', article: '森林法第十九条' }] },
    ...{
      contractNumber: '商农权合〔2026〕第0001号',
      signedOn: start,
      scans: [photo],
      endedReason: '终止',
      acts: acts.slice(0, 1),
      history,
    },
    papers: [{ id: 'p', title: '农村产权流转合同', number: '商农权合〔2026〕第0001号' }],
  },
  'listings/question': {
    page: staff,
    ...{ ...question, id: 'q', revision: 1, listingId: 'a', listingNumber: row.number, place: row.place },
    ...{ answer: '通，三相电到地头。', answeredAt: at, reason: '骂人的话', answerBy: at },
    ...{ acts: acts.slice(0, 2), history },
  },
  'listings/interest': {
    ...{ id: 'i', revision: 1, listingId: 'a', listingNumber: row.number, place: row.place, state: 'registered' },
    ...{
      party: '禾野合作社',
      agent: '孙演办',
      kind: 'cooperative',
      offerFen: fen(92_000),
      priceUnit: 'mu_year',
      ability: '种粮 6 年',
      credit: '无',
    },
    ...{ depositFen: fen(528_750), heldFen: fen(0), depositId: 'd', payBy: at, reason: '没有按时交足' },
    account: { holder: '殷巷镇交易所', number: '9000000000002222', bank: '演练银行' },
    ...{ papers: [photo], acts: acts.slice(0, 1), history },
  },
};
