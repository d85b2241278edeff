export const caseChannels = { page: '网上', counter: '窗口', station: '村服务站', phone: '电话' } as const;
export type CaseChannel = keyof typeof caseChannels;

export const servedWays = {
  in_person: '当面送达',
  station: '村服务站转交',
  phone: '电话告知',
  post: '邮寄',
  public_post: '公告送达',
} as const;
export type ServedWay = keyof typeof servedWays;

/** What the history calls what is done with a case beside its steps. */
export const caseLines = { received: '收到', revealed: '查看联系方式' } as const;

/** What stands before and behind the figures of a number, as people type it. */
export const numberSigns = { before: '第', behind: '号' } as const;

/** What the document calls the parts of a case. */
export const caseLabels = {
  title: '办件',
  number: '编号',
  kind: '哪一类',
  topic: '关于什么',
  receivedAt: '收到',
  state: '到哪一步',
  outcome: '决定',
  ground: '不成立的情形',
  subject: '关于哪一种记录',
  subjectNumber: '那份记录的编号',
  relation: '和这块地的关系',
  name: '提出人，匿名的没有',
  phoneMasked: '遮住的电话',
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
  own: '这一类另外有的',
  evidence: '凭证',
  fileKind: '什么凭证',
  papers: '出具的文书',
  paperNumber: '文书编号',
  receipt: '来信的回执',
  code: '查询码',
  contact: '联系方式',
  phone: '电话',
  masked: '遮住的电话',
  address: '答复送到哪里',
} as const;

/** Words of the list of cases: of its fields, of the values of its filters, of its orders. */
export const caseListLabels = {
  title: '异议和优先权',
  search: '编号、公示编号、镇、村',
  fields: {
    dueAt: '到期',
    kind: '哪一类',
    topic: '关于什么',
    number: '编号',
    town: '镇街',
    village: '村',
    areaMu: '面积（亩）',
    subjectNumber: '公示编号',
    receivedAt: '收到',
    state: '到哪一步',
  },
  filters: {
    state: { label: '到哪一步', choices: { '': '等答复的', over: '答复了的', all: '全部' } },
    kind: { label: '哪一类' },
    topic: { label: '关于什么' },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
  },
  every: { '': '全部' },
  sorts: { due: '快到期的在前', newest: '最近收到的在前' },
} as const;
