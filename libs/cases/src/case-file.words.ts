import { codes } from '#kernel';
/** What kind of letter it is; each has its own series of numbers. */
export const caseKinds = codes('CaseKind', { objection: '异议', complaint: '投诉', question: '咨询', lead: '线索' });
export type CaseKind = keyof typeof caseKinds;

/** The word in the numbers of each kind. */
export const caseSeries = { objection: '农异', complaint: '农诉', question: '农询', lead: '农线' } as const;

/** What an objection is about, as the form of the domain names it. */
export const caseTopics = codes('CaseTopic', {
  title: '权属',
  boundary_area: '地界、面积',
  consent_forged: '没同意、签字是假的',
  earlier_contract: '早有合同',
  encumbrance: '抵押、查封',
  use: '用途',
  price_collusion: '价款、串通',
  procedure: '程序',
  priority: '优先权',
});
export type CaseTopic = keyof typeof caseTopics;

export const caseRelations = codes('CaseRelation', {
  co_right: '本户共有人',
  neighbour: '四邻',
  household: '本村其他农户',
  prior_lessee: '原来的承租人',
  creditor: '债权人、抵押权人',
  claimant: '主张优先权的人',
  public: '其他人',
});
export type CaseRelation = keyof typeof caseRelations;

export const caseChannels = { page: '网上', counter: '窗口', station: '村服务站', phone: '电话' } as const;
export type CaseChannel = keyof typeof caseChannels;

export const caseOutcomes = codes('CaseOutcome', {
  upheld_curable: '成立，补正后重新公示',
  upheld: '成立，终止流转',
  partly: '部分成立',
  rejected: '不成立',
});
export type CaseOutcome = keyof typeof caseOutcomes;

/** What a decision does to the thing objected to. */
export const caseEffects = { none: '继续办理', replace: '补正后重新公示满期', end: '终止' } as const;
export type CaseEffect = keyof typeof caseEffects;

export const servedWays = {
  in_person: '当面送达',
  station: '村服务站转交',
  phone: '电话告知',
  post: '邮寄',
  public_post: '公告送达',
} as const;
export type ServedWay = keyof typeof servedWays;

/** What the history calls what is done with a letter beside its steps. */
export const caseLines = { received: '收到', revealed: '查看联系方式' } as const;

/** What stands before and behind the figures of a number, as people type it. */
export const numberSigns = { before: '第', behind: '号' } as const;

/** What the document calls the parts of a letter. */
export const letterLabels = {
  title: '来信',
  number: '编号',
  kind: '哪一类',
  topic: '关于什么',
  receivedAt: '收到',
  state: '到哪一步',
  outcome: '决定',
  subject: '关于哪一种记录',
  subjectNumber: '那份记录的编号',
  relation: '和这块地的关系',
  name: '提出人，匿名的没有',
  reachable: '留了联系方式',
  facts: '怎么回事',
  request: '想要怎么办',
  channel: '怎么来的',
  receivedBy: '谁收的',
  handler: '办理人',
  effect: '对流转',
  findings: '查明的情况',
  reasons: '理由',
  rule: '依据',
  by: '谁决定的',
  at: '什么时候',
  way: '怎么送的',
  dueAt: '最晚答复',
  steps: '经过',
  label: '办了什么',
} as const;
