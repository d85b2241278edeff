import { day, fen, instant, mu } from '#kernel';
import { checkHints } from '../../../libs/transfers/src/transfer.steps.input.js';
import type { Transfer } from '../../../libs/transfers/src/views/transfer.view.js';
import { map, venues } from './land.js';
import { acts } from './parts.js';
import { soon, staff, today, why } from './period.js';
import type { PageSample } from './sample.js';

const at = instant('2026-09-23T10:12:00+08:00');
const bounds = { east: '邻路', south: '邻李＊', west: '邻渠', north: '邻路' };
const event = {
  ...{ action: 'submit', label: '提交到镇里', from: 'draft', to: 'submitted', at, times: 1, back: false },
  ...{ post: '镇受理岗', witness: null, remark: null },
} as const;
const blocker = { rule: 'venues', text: '还差村公示栏的凭证', article: '', way: null };
const parcel = {
  ...{ number: 1, code: '3701261012260000111', name: '东大方', contractor: '王＊＊', whole: true, side: null, bounds },
  ...{ areaMu: mu('8.12'), registeredMu: mu('8.12'), surveyedMu: mu('8.10') },
  ...{ contractCode: 'J2', acceptedContract: 'J1', moved: true },
};
const household = { householdId: '1', asked: 2, missing: 0, stale: 0, waiting: [], again: [] };

const deal = {
  ...{ id: '1', revision: 3, number: '370126101A26090017', followCode: '7K2M9PQR', kind: 'contracted', mode: 'lease' },
  ...{ state: 'county_review', stateSince: at, round: 2, place: '李家桥村', deadline: null },
  ...{ transferor: '王演农 等 2 户', transferee: '禾野种植专业合作社', ability: '种过 300 亩' },
  ...{ areaMu: mu('11.14'), parcelCount: 2, contractsEndOn: day('2046-12-31'), annualRentFen: fen(1_002_600) },
  terms: {
    ...{ term: { start: day('2026-11-01'), end: day('2032-10-31') }, handoverOn: null, priceFen: fen(90_000) },
    ...{
      payment: '一年一付，先付钱后种地',
      rent: { kind: 'cash' },
      purpose: 'grain',
      crops: '小麦',
      permits: null,
      fixtures: '',
      declared: null,
    },
  },
  parts: { guarantor: null },
  ...{ contractNumber: 'HT-1', filingNumber: null, endedReason: null, landReturnedOn: null },
  listing: { id: '3', number: '370126101L26100001' },
  renews: { id: '2', number: '370126101A25090001', state: 'in_force', endsOn: day('2026-10-31') },
  renewal: null,
} as const;

const beside = {
  asked: {
    ...{ level: 'town', round: 1, returnedBy: '演受理', returnedAt: at },
    defects: [{ item: '价钱', lack: '和意向书不一样', text: '照意向书改', rule: '流转办法第十九条' }],
  },
  returns: [],
  warnings: [
    { code: 'long_term', said: null, limit: 20, lastDay: null },
    { code: 'contractor_moved', said: '东大方', limit: null, lastDay: null },
    { code: 'contract_changed', said: '东大方', limit: null, lastDay: null },
    { code: 'reservation_ends', said: null, limit: 180, lastDay: day('2026-12-31') },
  ],
  parcels: [parcel, { ...parcel, number: 2, whole: false, side: 'east', areaMu: mu('3.02'), surveyedMu: null }],
  ground: [
    {
      ...{ changeId: '1', open: true, payee: null, confirmedOn: null },
      differences: [{ kind: 'contractor', before: '王演一户', after: '李演二户' }],
    },
    {
      ...{ changeId: null, open: false, payee: '李演二户', confirmedOn: day('2026-12-01') },
      differences: [{ kind: 'contract', before: null, after: null }],
    },
  ],
  shares: [
    { householdId: '1', name: '王演一户', contracts: ['J1'], parcels: 1, areaMu: mu('8.12'), yearlyFen: fen(730_800) },
    { householdId: null, name: '李＊＊户', contracts: [], parcels: 1, areaMu: mu('3.02'), yearlyFen: fen(271_800) },
  ],
  consents: [
    { ...household, name: '王演一户' },
    { ...household, name: '张演户', missing: 2, stale: 1, waiting: ['张演三'], again: ['张演四'] },
    { ...household, householdId: null, name: '李＊＊户', missing: 1, waiting: null, again: null },
  ],
  decision: null,
  powersOfAttorney: [
    {
      ...{ principal: '王演一户', agent: '辛代耘', powers: 'negotiate_and_sign', minimumPriceFen: fen(90_000) },
      ...{ validTo: day('2027-01-31'), inForce: true, blocker: null, file: '/files/1' },
    },
  ],
  mortgages: [{ id: '1', mortgagee: '演练农商行', consented: false }],
} as const;

const letter = { number: '异议 1', kind: 'objection', topic: 'boundary_area', receivedAt: at, state: 'served' };
const board = {
  venues,
  objections: [
    { ...letter, outcome: 'rejected', id: '1' },
    { ...letter, outcome: null, id: null },
  ],
};
const desks = {
  survey: {
    ...{ id: '1', visitedAt: at, surveyors: ['演勘一', '演勘二'], photos: 3, measuredMu: null },
    ...{ basicFarmland: 'all', conclusion: 'agrees', opinion: '可以流转', disputed: 1 },
    flagged: [
      { code: '1', name: '东大方', recordedMu: mu('3.00'), measuredMu: mu('3.30'), differencePercent: '10.00' },
    ],
  },
  capital: {
    ...{ authority: '县政府', tableMissing: false, basis: '流转办法第29条' },
    ...{ otherMu: mu('80'), totalMu: mu('200') },
    rows: [
      {
        ...{ authority: '县政府', applicationNumber: '商审 7', dueOn: day('2026-10-20'), decision: 'approved' },
        ...{ decisionNumber: '商政批 7', decidedOn: day('2026-10-12'), validAreaMu: mu('120'), covers: true },
        ...{ validTo: day('2032-10-31'), href: '/files/2' },
      },
    ],
  },
  checks: [
    { item: 'subject', result: 'yes', note: '', article: '农村土地承包法第16条' },
    { item: 'capital', result: 'none', note: '没有到面积', article: '流转办法第29条' },
    { item: 'price', result: null, note: '', article: '农村土地承包法第39条' },
  ],
  materials: ['1', '2'].map((id) => ({
    ...{ id, kind: 'application', href: `/files/${id}`, addedBy: '演录入', addedAt: at, pdf: true },
  })),
  papers: [{ id: '1', kind: 'acceptance', number: '商农受〔2026〕第 0017 号', href: '/x', madeAt: at, voided: false }],
  notice: { id: '1', number: '商农公示〔2026〕第 0138 号', lastDay: null, blockers: [blocker], ...board },
  deposit: {
    ...{ id: '1', state: 'requested', waived: false, guaranteed: false, amountFen: fen(1_000_00), heldFen: fen(0) },
    ...{ explanation: [], legalBasis: '流转办法第二十五条' },
  },
  history: [event, { ...event, label: '退回补正', back: true, witness: '李＊', remark: '价钱不一样', times: 2 }],
} as const;

const sample = { ...deal, ...beside, ...desks, acts: [] } as unknown as Transfer;
const page = {
  ...{ due: today, why, map, further: [{ label: '交地', value: '2026年11月1日' }], application: '1', surveyed: null },
  ...{ complete: { households: 1, people: 2 }, hints: checkHints, opensSurvey: true, acts },
  noticeDue: soon,
  ahead: ['county_review', 'on_notice', 'signing'],
};
const decision: Transfer['decision'] = {
  ...{ decidedOn: day('2026-09-15'), body: 'member_assembly', electorate: 60, attended: 52, inFavour: 43, opposed: 6 },
  ...{ minutes: '/files/3', again: false, blocker: null, outsider: true },
  approval: { number: '殷政批〔2026〕9号', on: day('2026-09-18'), href: '/files/4' },
};

export const transferPages: Record<string, PageSample> = {
  'transfers/show': {
    page: { ...staff, flash: { tone: '', title: '已保存。', text: '您的核查意见存好了，还没有提交。' } },
    ...{ ...sample, ...page },
  },
  'transfers/show-collective': {
    template: 'transfers/show',
    page: staff,
    ...{ ...sample, ...page, kind: 'collective', consents: [], decision, capital: { ...sample.capital, rows: [] } },
    ...{ asked: null, noticeDue: null, notice: { ...sample.notice, blockers: [] }, survey: null, mortgages: [] },
    deposit: { ...sample.deposit, waived: true, explanation: ['面积不到 50 亩。'] },
  },
};
