import { codes, rightKinds } from '#kernel';
import { landClasses, plannedUses } from '#rights';
import { passingModes } from './right-kinds.words.js';

/** Why a lot found no taker (领域规则 1.10：流标情形). */
export const failureCodes = codes('ListingFailure', {
  nobody: '无人报名',
  unqualified: '无合格意向方',
  unpaid: '无人按时交保证金',
  deal_fell: '成交后没有办成',
  no_bid: '竞价没有人出价',
  below_reserve: '最高报价没有到底价',
  all_defaulted: '竞得的都没有办成',
});
export type FailureCode = keyof typeof failureCodes;

export const listingWork = '挂牌';
export const interestWork = '报名审查';
export const muWord = '亩';

/** How long land goes, as lists and prices tell it. */
export const spanWords = codes('TermSpan', {
  '0-3': '3 年以下',
  '3-5': '3 至 5 年',
  '5-10': '5 至 10 年',
  '10-': '10 年以上',
});
export type TermSpan = keyof typeof spanWords;

/** Words of the lists: of their fields, of the values of their filters, of their orders. */
export const listingLabels = {
  title: '找土地',
  sheet: '挂牌',
  search: '镇、村、种什么',
  fields: {
    number: '挂牌编号',
    kind: '哪一类',
    mode: '方式',
    state: '到哪一步',
    place: '镇街、村',
    areaMu: '面积（亩）',
    thing: '什么',
    landClasses: '地类（GB/T 21010）',
    priceFen: '挂牌价（元）',
    priceUnit: '按什么算',
    purpose: '用途',
    crops: '种什么',
    termStart: '从哪天',
    termEnd: '到哪天',
    years: '年限',
    closesOn: '截止',
    publishedAt: '发布',
    createdAt: '录入',
    transferor: '转出方',
    biddingMode: '怎么竞价',
    startFen: '起拍价（元）',
    stepFen: '加价幅度（元）',
    ceilingFen: '限高价（元）',
  },
  filters: {
    town: { label: '镇街', choices: { '': '全部镇街' } },
    village: { label: '村', choices: { '': '全部村' } },
    office: { label: '镇街、村', choices: { '': '全部' } },
    kind: { label: '哪一类', choices: { '': '全部', ...rightKinds } },
    mode: { label: '方式', choices: { '': '不限', ...passingModes } },
    use: { label: '用途', choices: { '': '不限', ...plannedUses } },
    class: { label: '地类', choices: { '': '不限', ...landClasses } },
    area: {
      label: '多少亩',
      choices: {
        '': '不限',
        '0-10': '10 亩以下',
        '10-50': '10 至 50 亩',
        '50-200': '50 至 200 亩',
        '200-': '200 亩以上',
      },
    },
    price: {
      label: '每亩每年',
      choices: {
        '': '不限',
        '0-600': '600 元以下',
        '600-900': '600 至 900 元',
        '900-1200': '900 至 1200 元',
        '1200-': '1200 元以上',
      },
    },
    years: {
      label: '几年',
      choices: { '': '不限', ...spanWords },
    },
    state: {
      label: '到哪一步',
      choices: {
        '': '正在挂牌',
        choosing: '资格审查',
        bidding: '竞价',
        dealing: '已成交，办理中',
        closed: '成交',
        failed: '流标',
        all: '全部',
      },
    },
  },
  sorts: { ending: '快截止的在前', newest: '最新的在前', cheapest: '同一单位里便宜的在前', largest: '面积大的在前' },
} as const;

/** The same for the desk, which also sees what is not public yet. */
export const deskLabels = {
  title: '挂牌',
  search: '编号、村、种什么',
  state: { label: '到哪一步', every: { '': '全部' } },
} as const;

/** The same for what is kept of lots that are over. */
export const recordLabels = {
  title: '挂牌档案保管到期',
  search: '编号、村',
  keptUntil: '至少保管到',
  filters: { until: { label: '哪天以前到期（2031-12-31 这样写）', choices: { '': '不限' } } },
  sorts: { due: '先到期的在前' },
} as const;

/** What the history calls acts that move no state, and births. */
export const listingLines = {
  entered: '录入挂牌',
  relisted: (number: string): string => `重新挂牌，原编号 ${number}`,
  dealt: '挂牌成交，转为案件',
  won: '挂牌成交，公示结果',
  offeredOf: (place: string): string => `${place}承包地公开挂牌流转`,
  letter: (household: string): string => `登记${household}的委托书`,
  letterBack: (household: string): string => `撤销${household}的委托书`,
  decided: (place: string, thing: string): string => `${place}${thing}公开流转`,
  back: '退回补正',
} as const;

export const interestLines = {
  registered: '报名',
  left: '退出报名',
  unpaid: '没有按时交足',
  over: '挂牌结束',
  outbid: '竞价没有竞得',
  defaulted: '竞得以后没有办成',
  dealt: '合同已签',
} as const;

export const priorityAnswers = codes('PriorityAnswer', { accepted: '属实', refused: '不属实' });

/** What the document calls the parts of a registration. */
export const interestParts = {
  title: '报名',
  listing: '哪一宗',
  party: '谁要',
  agent: '单位派来办的人',
  kind: '是谁',
  state: '到哪一步',
  offerFen: '报价（分）',
  ability: '经营能力',
  credit: '失信、诉讼记录',
  priorityAsked: '主张的优先权',
  priority: '核实了的优先权',
  priorityRefusal: '优先权为什么没有核实',
  depositFen: '应交保证金（分）',
  heldFen: '到账（分）',
  mayBid: '保证金按时到账，可以参加',
  depositCode: '保证金代号',
  depositId: '保证金，财务岗看',
  account: '交到哪个账户',
  holder: '户名',
  number: '账号',
  bank: '开户行',
  payBy: '最晚什么时候到账',
  reason: '为什么没有参加',
  papers: '材料',
} as const;

/** What the document calls the parts of a lot. */
export const listingParts = {
  title: '挂牌',
  number: '挂牌编号，报镇里以前没有',
  floorFen: '底价（分），可以不公开',
  priceFen: '挂牌价（分）',
  priceUnit: '挂牌价按什么算',
  thing: '叫什么',
  own: '这一类自己的内容',
  ownName: '哪一项',
  ownLabel: '这一项叫什么',
  ownValue: '写的什么',
  register: '在哪里登记',
  decided: '权利人同意了没有',
  yearlyFen: '一年合计（分）',
  totalFen: '整个期限合计（分）',
  payment: '付款',
  purpose: '用途',
  crops: '种什么',
  fixtures: '地上附着物',
  conditions: '受让方条件',
  lease: '现有租约',
  dispute: '有没有争议',
  transferor: '转出方',
  households: '几户',
  parcels: '地块',
  parcel: {
    number: '第几块',
    code: '地块代码',
    name: '地块名称',
    contractor: '承包方',
    areaMu: '面积（亩）',
    grade: '等级',
    farmland: '永久基本农田',
  },
  consents: '各户同意',
  household: { name: '哪一户', members: '共有人', missing: '还没有同意的', letters: '委托书' },
  letter: {
    agent: '受托的',
    signers: '谁签了字',
    powers: '委托什么',
    validTo: '到哪天',
    inForce: '在有效期里',
    file: '签了字的委托书',
  },
  person: { name: '共有人', relation: '和户主的关系', identity: '证件号码' },
  photos: '照片',
  deadline: '挂牌期限',
  extensions: '延长几次',
  ended: '怎么结束的',
  endedReason: '结束的理由',
  relists: '原挂牌',
  deal: '成交的案件在哪里',
  depositFen: '保证金（分）',
  interests: '报名',
  interestCount: '几个报名',
  blockers: '还差什么',
} as const;
