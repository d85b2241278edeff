import { facts, map, venues } from './land.js';
import { acts, checks, head, options } from './parts.js';
import type { PageSample } from './sample.js';

export const lodging: Record<string, PageSample> = {
  'transfers/form-who': {
    title: '转出土地',
    head: head(0),
    action: '/x',
    back: '',
    values: { kind: 'household', contractIds: ['a'], agentName: '' },
    find: { href: '/transfers/new', hint: '承包合同号、户主姓名' },
    contractsHint: '可以选几户，一起转给同一家',
    kinds: [
      { value: 'household', label: '农户承包地', text: '', why: '' },
      { value: 'collective', label: '集体没有发包的地', text: '要有集体表决', why: '' },
    ],
    contracts: [
      { value: 'a', label: '王＊＊ 户', text: '4 人，18.42 亩，到 2059-09-30', why: '' },
      { value: 'b', label: '赵＊ 户', text: '15.91 亩', why: '已全部租出到 2029-09-30' },
    ],
    transfereeKinds: options,
  },
  'transfers/form-land': {
    title: '转出土地',
    head: head(1),
    action: '/x',
    back: '/x',
    page: {
      form: { values: {}, errors: [{ field: 'parcelIds', detail: '至少选一块地。' }] },
      assisting: { name: '王＊＊', minutesLeft: 11 },
    },
    values: { parcelIds: ['118'] },
    picked: '已选 1 块，18.42 亩',
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
      { value: '118', label: '1 号 东大方', text: '18.42 亩，王＊＊', why: '', partName: 'parts.118', area: '18.42' },
      {
        value: '133',
        label: '6 号 南洼',
        text: '15.91 亩，赵＊',
        why: '已出租到 2029-09-30，不能再选',
        partName: 'parts.133',
        area: '15.91',
      },
    ],
  },
  'transfers/form-terms': {
    title: '转出土地',
    head: head(2),
    action: '/x',
    back: '/x',
    values: { startsOn: '2026-11-01', pricePerMu: '900' },
    modes: options,
    payments: options,
    uses: options,
    endsHint: '最晚 2029-09-30：2 号地块的承包合同到这一天',
    priceHint: '附近近一年成交 860–940 元',
    yearly: '按 120.00 亩，每年 108,000.00 元',
    page: {
      form: {
        values: { endsOn: '2032-10-31' },
        errors: [{ field: 'endsOn', detail: '您填的 2032-10-31 超过了承包期。' }],
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
    consentsHint: '每个人都同意了，才能交。',
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
    promises: ['写的都是真的。', '地没有纠纷。'],
    acts: acts.slice(0, 2),
    receipt: '/x',
  },
};
