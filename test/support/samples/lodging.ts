import { formOf, sectionsOf } from '#platform';
import { stepPage } from '../../../libs/transfers/src/drafts/draft.head.js';
import { KnownTransfereeInput } from '../../../libs/transfers/src/drafts/draft.input.js';
import { ParcelInput, TermsInput, WhoInput } from '../../../libs/transfers/src/transfer.input.js';
import { map } from './land.js';
import { acts, options } from './parts.js';
import type { PageSample } from './sample.js';

const partOf = (code: string) => formOf(ParcelInput, {}, `parcels.${code}.`).slice(1);
const taken = { status: 'active', until: '2029-09-30', freeFrom: '2029-10-01', whole: true, areaMu: '9.10', lasts: false, holds: false }; // prettier-ignore
const draft = { id: 'd', side: 'out', transferId: null, updatedAt: '2026-09-23T09:40:00+08:00' };
const written = { ...draft, returned: [], who: {}, land: {}, terms: {} };
const returned = [{ item: '身份证', lack: '看不清', text: '重新拍', rule: '行政许可法第三十二条' }];

export const lodging: Record<string, PageSample> = {
  'transfers/form-who': {
    ...{ ...written, returned, ...stepPage('d', 'who') },
    ...{
      q: '王',
      recent: 0,
      collective: false,
      finds: true,
      byName: true,
      ownLand: false,
      self: '',
      before: '禾野合作社',
    },
    values: { kind: 'contracted', contractIds: ['a'] },
    issuers: [{ code: '37012610122600', name: '李家桥村经济合作社', parcels: 3, areaMu: '12.0000' }],
    contracts: [
      ...[
        { id: 'a', name: '王＊＊户', held: null },
        { id: 'b', name: '赵＊户', held: 'elsewhere' },
      ].map((each) => ({
        ...{ place: '殷巷镇李家桥村', members: 4, parcels: 2, areaMu: '18.4200', endsOn: '2059-09-30', code: '3701J' },
        ...each,
      })),
    ],
    known: formOf(KnownTransfereeInput),
    fields: formOf(WhoInput).slice(1),
  },
  'transfers/form-land': {
    ...{ ...written, ...stepPage('d', 'land') },
    page: {
      form: { values: {}, errors: [{ field: 'parcels', detail: '至少选一块地。' }] },
      assisting: { name: '王＊＊', minutesLeft: 11 },
    },
    values: { 'parcels.118.code': '118' },
    ...{ picked: 1, pickedMu: '18.4200', partsOpen: false },
    map: {
      ...map,
      pickable: true,
      plots: map.plots.map((p, i) => ({ ...p, href: p.kind === 'held' ? '' : `?plot=${i}`, say: '东大方' })),
    },
    parcels: [
      { number: 1, code: '118', name: '东大方', areaMu: '18.4200', taken: null },
      { number: 6, code: '133', name: '南洼', areaMu: '15.9100', taken: { ...taken, lasts: true, holds: true } },
      { number: 7, code: '134', name: '北洼', areaMu: '9.10', taken },
    ].map((each) => ({
      ...each,
      held: each.taken?.holds ?? false,
      owner: '王＊＊户',
      basicFarmland: true,
      part: partOf(each.code),
    })),
  },
  'transfers/form-terms': {
    ...{ ...written, ...stepPage('d', 'terms') },
    values: { 'term.start': '2026-11-01', priceYuan: '900' },
    sections: sectionsOf(formOf(TermsInput, { choices: { payment: options } })),
    page: {
      form: {
        values: { 'term.end': '2032-10-31' },
        errors: [{ field: 'term.end', detail: '您填的 2032-10-31 超过了承包期。' }],
      },
    },
  },
  'transfers/form-materials': {
    ...{
      ...draft,
      returned: [],
      ...stepPage('d', 'materials'),
      collective: false,
      transferHref: '/x',
      backHere: 'next=x',
    },
    ...{ anyOwn: true, mayDecide: false, mayApprove: false, decision: null },
    consents: [
      { householdId: 'h', name: '王麦生户', missing: 2, stale: 1, waiting: ['张秋月'], again: ['王新苗'] },
      { householdId: null, name: '李＊＊户', missing: 1, stale: 1, waiting: null, again: null },
      { householdId: null, name: '赵＊户', missing: 0, stale: 0, waiting: null, again: null },
    ].map((each) => ({ asked: 3, ...each })),
    papers: [
      {
        ...{ kind: 'identity', required: true },
        files: [{ id: 'f', name: '身份证.jpg', href: '/x', addedAt: draft.updatedAt, addedBy: '演练' }],
      },
      { kind: 'other', required: false, files: [] },
    ],
  },
  'transfers/form-materials-collective': {
    template: 'transfers/form-materials',
    ...{
      ...draft,
      returned: [],
      ...stepPage('d', 'materials'),
      collective: true,
      transferHref: '/x',
      backHere: 'next=x',
    },
    ...{ anyOwn: false, mayDecide: true, mayApprove: true, consents: [], papers: [] },
    decision: {
      ...{ body: 'member_assembly', decidedOn: '2026-09-01', minutes: '/x', again: false, blocker: null },
      ...{ electorate: 120, attended: 100, inFavour: 90, opposed: 2, outsider: true, approval: null },
    },
  },
  'transfers/form-check': {
    ...{ ...draft, returned: [], ...stepPage('d', 'check') },
    ...{ transferor: '王＊＊户 等 8 户', transferee: '禾野合作社', ability: '有两台拖拉机', place: '殷巷镇李家桥村' },
    ...{ areaMu: '120.0000', parcels: 8, start: '2026-11-01', end: '2031-10-31', contractEnd: '2059-09-30' },
    rentInKind: {
      ...{ kind: 'converted', crop: '小麦', kgPerMu: '500', priceSource: '国家小麦最低收购价', priceDay: '6月15日' },
    },
    ...{ priceFen: 90_000, yearlyFen: 10_800_000, payment: '一年一付', purpose: 'grain', crops: '小麦' },
    ...{ files: 4, collective: false, decided: false, asked: 20, missing: 3, brought: [] },
    further: [{ label: '交地', value: '2026年11月1日' }],
    warnings: [{ code: 'long_term', said: null, limit: 20, lastDay: null }],
    acts: acts.slice(0, 2),
    receipt: '/x',
  },
  'transfers/form-deletion': {
    ...{ ...draft, place: '殷巷镇李家桥村', areaMu: '120.0000', transferee: '禾野合作社', returned: false },
  },
  'transfers/new': {
    ...{ applicant: '王麦生', sides: ['out', 'in'], mayHandIn: true },
    drafts: [{ ...draft, place: null, areaMu: null, transferee: null, returned: false }],
  },
  'transfers/new-at-a-desk': {
    template: 'transfers/new',
    ...{ applicant: null, sides: ['desk'], mayHandIn: false, drafts: [] },
  },
};
