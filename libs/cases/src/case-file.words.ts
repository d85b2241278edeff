/** What kind of letter it is; each has its own series of numbers. */
export const caseKinds = {
  objection: { label: '异议', word: '农异' },
  complaint: { label: '投诉', word: '农诉' },
  question: { label: '咨询', word: '农询' },
  lead: { label: '线索', word: '农线' },
} as const;
export type CaseKind = keyof typeof caseKinds;

/** What an objection is about, as the form of the domain names it. */
export const caseTopics = {
  title: { label: '权属', text: '地不是他的，或者还有别人的份' },
  boundary_area: { label: '地界、面积', text: '四至、面积和实际对不上' },
  consent_forged: { label: '没同意、签字是假的', text: '户里有人没同意，或者字不是本人签的' },
  earlier_contract: { label: '早有合同', text: '这块地先前已经流转给别人' },
  encumbrance: { label: '抵押、查封', text: '地上有抵押、查封或者没还清的账' },
  use: { label: '用途', text: '要改变农业用途，或者占基本农田种别的' },
  price_collusion: { label: '价款、串通', text: '价款不实，或者串通压价' },
  procedure: { label: '程序', text: '没公示、没开会、手续不全' },
  priority: { label: '优先权', text: '本村人同样条件想租，没让租' },
} as const;
export type CaseTopic = keyof typeof caseTopics;

export const caseRelations = {
  co_right: '本户共有人',
  neighbour: '四邻',
  household: '本村其他农户',
  prior_lessee: '原来的承租人',
  creditor: '债权人、抵押权人',
  claimant: '主张优先权的人',
  public: '其他人',
} as const;
export type CaseRelation = keyof typeof caseRelations;

export const caseChannels = { page: '网上', counter: '窗口', station: '村服务站', phone: '电话' } as const;
export type CaseChannel = keyof typeof caseChannels;

export const caseOutcomes = {
  upheld_curable: '成立，补正后重新公示',
  upheld: '成立，终止流转',
  partly: '部分成立',
  rejected: '不成立',
} as const;
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
