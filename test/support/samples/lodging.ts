import { formOf, sectionsOf } from '#platform';
import { KnownTransfereeInput } from '../../../libs/transfers/src/drafts/draft.input.js';
import { ParcelInput, TermsInput, WhoInput } from '../../../libs/transfers/src/transfer.input.js';
import { facts, map, venues } from './land.js';
import { acts, checks, head, options } from './parts.js';
import type { PageSample } from './sample.js';

const partOf = (code: string) => formOf(ParcelInput, {}, `parcels.${code}.`).slice(1);

export const lodging: Record<string, PageSample> = {
  'transfers/form-who': {
    title: '转出土地',
    head: head(0),
    action: '/x',
    back: '',
    values: { kind: 'contracted', contractIds: ['a'] },
    find: { label: '找一户', hint: '承包合同号、户主姓名' },
    found: '找“王”：下面列了 2 户',
    issuers: [{ value: '37012610122600', label: '李家桥村经济合作社', text: '3 块，12.00 亩', why: '' }],
    self: [],
    contractsHint: '可以选几户，一起转给同一家',
    kinds: [
      { value: 'contracted', label: '农户承包地', text: '', why: '' },
      { value: 'collective', label: '集体没有发包的地', text: '要有集体表决', why: '' },
    ],
    contracts: [
      { value: 'a', label: '王＊＊ 户', text: '4 人，18.42 亩，到 2059-09-30', why: '' },
      { value: 'b', label: '赵＊ 户', text: '15.91 亩', why: '已全部租出到 2029-09-30' },
    ],
    known: formOf(KnownTransfereeInput),
    fields: formOf(WhoInput).slice(1),
  },
  'transfers/form-land': {
    title: '转出土地',
    head: head(1),
    action: '/x',
    back: '/x',
    page: {
      form: { values: {}, errors: [{ field: 'parcels', detail: '至少选一块地。' }] },
      assisting: { name: '王＊＊', minutesLeft: 11 },
    },
    values: { 'parcels.118.code': '118' },
    picked: '已选 1 块，18.42 亩',
    partsOpen: false,
    hint: '勾下面的名字。褐色的已被占用，不能选。',
    map: {
      ...map,
      pickable: true,
      plots: map.plots.map((p, i) => ({
        ...p,
        href: p.kind === 'held' ? '' : `?plot=${i}`,
        say: p.number ? `取消选择 ${p.number} 号地块` : `选择地块 ${i}`,
      })),
    },
    parcels: [
      {
        name: 'parcels.118.code',
        value: '118',
        label: '1 号 东大方',
        text: '18.42 亩，王＊＊',
        why: '',
        part: partOf('118'),
      },
      {
        name: 'parcels.133.code',
        value: '133',
        label: '6 号 南洼',
        text: '15.91 亩，赵＊',
        why: '已出租到 2029-09-30，不能再选',
        part: partOf('133'),
      },
    ],
  },
  'transfers/form-terms': {
    title: '转出土地',
    head: head(2),
    action: '/x',
    back: '/x',
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
    title: '转出土地',
    head: head(3),
    back: '/x',
    next: '/x',
    later: '/x',
    consents: checks,
    sideTitle: '共有人同意',
    consentsHint: '每个人都同意了，才能交。',
    ways: [{ href: '/x', label: '登记委托书' }],
    papers: [
      {
        id: 'identity',
        label: '身份证',
        hint: '正反面',
        required: true,
        action: '/x',
        uploads: venues.slice(2).map((v) => ({ ...v, kind: 'paper' })),
      },
      { id: 'other', label: '别的材料', hint: '', required: false, action: '/x', uploads: [] },
    ],
  },
  'transfers/form-check': {
    title: '转出土地',
    head: head(4),
    back: '/x',
    sections: [{ title: '谁', href: '/x', facts }],
    warnings: ['期限超过 20 年。'],
    promises: ['写的都是真的。', '地没有纠纷。'],
    acts: acts.slice(0, 2),
    receipt: '/x',
  },
  'transfers/new': {
    title: '申请流转',
    lead: '五步。',
    starts: [{ side: 'out', label: '我要转出土地', text: '自己家的地。' }],
    assist: { href: '/assisted/new', label: '开始代办', text: '本人来了的。' },
    drafts: [{ href: '/x', title: '转出土地', text: '9月23日存的', drop: '/x' }],
  },
};
