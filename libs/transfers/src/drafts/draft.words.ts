import { codes } from '#kernel';
/** Who begins: the side that gives land, the side that takes it, or a desk that writes down what both brought. */
export const draftSides = codes('DraftSide', { out: '转出土地', in: '租入土地', desk: '录入申请' });
export type DraftSide = keyof typeof draftSides;

/** The steps of an application, in their order. */
export const draftSteps = { who: '谁', land: '哪块地', terms: '什么条件', materials: '材料', check: '核对' } as const;
export type DraftStep = keyof typeof draftSteps;

/** The papers that are asked for, in the order in which they are. */
export const askedPapers = {
  identity: '身份证、营业执照',
  contract_title: '承包合同或者承包经营权证',
  ability: '经营能力的证明',
  intent: '双方谈好的意向书',
  other: '别的材料',
} as const;

/** What the document calls the parts of a draft. */
export const draftLabels = {
  title: '没有提交的申请',
  begun: '开始填',
  side: '转出还是租入',
  transferId: '成了哪件案件',
  updatedAt: '什么时候存的',
  returned: '退回补正',
  who: '第一步填的',
  land: '第二步填的',
  terms: '第三步填的',
  place: '镇街、村',
  areaMu: '面积（亩）',
  transferee: '受让方',
  transferor: '转出方',
  applicant: '给谁办',
  sides: '可以怎样开始',
  mayHandIn: '能不能提交',
  drafts: '存着的申请',
  item: '哪一项',
  lack: '什么问题',
  text: '怎么补',
  rule: '依据',
  kind: '是什么材料',
  required: '是不是必须有',
  files: '传上来的',
  name: '文件名',
  addedAt: '什么时候传的',
  addedBy: '谁传的',
  consents: '共有人同意',
  asked: '几个人要同意',
  missing: '几个人没有同意',
  decided: '集体决议登记了',
  collective: '集体没有发包的地',
  parcels: '几块地',
  start: '从哪天开始',
  end: '到哪天结束',
  contractEnd: '最早到期的合同',
  priceFen: '价款（元/亩/年）',
  yearlyFen: '每年（元）',
  totalFen: '整个期限（元）',
  restDays: '不满一年的几天',
  payment: '付款',
  purpose: '用途',
  crops: '种什么',
  ability: '经营能力',
} as const;
