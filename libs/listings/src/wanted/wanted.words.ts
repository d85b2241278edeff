import { codes, rightKinds } from '#kernel';
import { landClasses, plannedUses } from '#rights';

export const wantedWork = '求租信息核对';
export const wantedWritten = '写求租信息';

/** Who wants it, as everybody may read it. */
export const wanterKinds = codes('WanterKind', {
  person: '个人',
  household: '农户',
  cooperative: '农民专业合作社',
  family_farm: '家庭农场',
  enterprise: '企业',
  other: '其他组织',
});
export type WanterKind = keyof typeof wanterKinds;

/** Why a lot and an advertisement fit; what was not asked is no reason. */
export const fitReasons = codes('FitReason', {
  kind: '类别一样',
  town: '镇街一样',
  village: '在要的村里',
  area: '面积在要的范围里',
  land_class: '地类一样',
  purpose: '用途一样',
  price: '价钱不高于能出的',
  term: '年限够长',
});
export type FitReason = keyof typeof fitReasons;

/** What the document calls the parts of an advertisement. */
export const wantedParts = {
  title: '求租信息',
  matches: '合适的，和为什么合适',
  match: {
    wanted: '求租信息',
    lot: '挂牌',
    place: '在哪里',
    thing: '叫什么',
    areaMu: '挂牌的面积（亩）',
    priceFen: '挂牌价（分）',
    years: '挂牌的整年数',
    reasons: '为什么合适',
  },
  reason: '为什么退回、下架',
  own: '是您写的',
  remark: '还有什么要求',
} as const;

/** Words of the board: of its fields, of the values of its filters, of its orders. */
export const wantedLabels = {
  title: '求租',
  search: '镇、村、要求',
  fields: {
    number: '编号',
    kind: '要哪一类',
    state: '到哪一步',
    place: '要哪里的',
    wanter: '谁要',
    wanterKind: '是谁',
    areaFrom: '最少几亩',
    areaTo: '最多几亩',
    landClass: '地类代码（GB/T 21010）',
    purpose: '用途',
    priceFen: '最多出多少（分）',
    priceUnit: '按什么算',
    yearsLeast: '至少几年',
    remark: '还有什么要求',
    publishedAt: '发布',
    endsOn: '公开到哪天',
  },
  filters: {
    town: { label: '镇街', choices: { '': '全部镇街' } },
    kind: { label: '要哪一类', choices: { '': '全部', ...rightKinds } },
    use: { label: '用途', choices: { '': '不限', ...plannedUses } },
    class: { label: '地类', choices: { '': '不限', ...landClasses } },
    mu: { label: '我的地有几亩' },
  },
  sorts: { newest: '最新的在前', dearest: '出价高的在前', largest: '要得多的在前' },
} as const;
