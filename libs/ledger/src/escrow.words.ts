/** How an account stands on a day. */
export const escrowStatuses = { now: '在用', coming: '以后', past: '以前' } as const;

/** Words of the list of escrow accounts: of its fields, of its filters, of its orders. */
export const escrowLabels = {
  title: '风险保障金专户',
  search: '户名、开户行、账号',
  fields: {
    place: '镇街',
    status: '状态',
    holder: '户名',
    number: '账号',
    bank: '开户行',
    validFrom: '从哪天起用',
    basis: '依据',
    setBy: '谁登记的',
    setAt: '什么时候登记的',
  },
  office: { label: '镇街', every: '全部镇街' },
  sorts: { town: '按镇街', newest: '新登记的在前', starting: '后起用的在前' },
} as const;

/** What the desk calls a town without an account, and the history its getting one. */
export const escrowWork = { label: '专户', set: '登记专户', missing: { label: '还没有登记', tone: 'act' } } as const;
