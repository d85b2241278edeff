/** What waits for an answer. */
export const letterKinds = { letter: '异议和来信', claim: '优先权主张' } as const;

/** Words of the list of letters and claims: of its fields, of the values of its filters, of its orders. */
export const letterLabels = {
  title: '异议和优先权',
  search: '编号、公示编号、镇、村',
  fields: {
    dueAt: '到期',
    what: '来信还是主张',
    kind: '哪一类',
    topic: '关于什么',
    number: '编号',
    town: '镇街',
    village: '村',
    areaMu: '面积（亩）',
    noticeNumber: '公示编号',
    receivedAt: '收到',
    state: '到哪一步',
  },
  filters: {
    state: { label: '到哪一步', choices: { '': '等答复的', over: '答复了的', all: '全部' } },
    what: { label: '哪一类', choices: { '': '全部', ...letterKinds } },
  },
  topic: { label: '关于什么', every: { '': '全部' } },
  office: { label: '镇街、村', choices: { '': '全部地方' } },
  sorts: { due: '快到期的在前', newest: '最近收到的在前' },
} as const;

/** What a claim of priority is called among letters. */
export const claimWord = '优先权';
