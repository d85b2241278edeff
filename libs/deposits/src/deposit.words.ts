/** What the desk calls a deposit. */
export const depositWork = '风险保障金';

/** What it calls money that is to leave. */
export const outflowWork = {
  label: '保障金付出',
  states: {
    asked: { label: '等另一个人批准', tone: 'wait' },
    approved: { label: '已批准，等付款', tone: 'act' },
  },
} as const;

/** Words of the list of deposits. */
export const depositLabels = {
  title: '风险保障金',
  fields: {
    caseNumber: '案件编号',
    state: '到哪一步',
    payer: '谁缴',
    amountFen: '应缴（元）',
    heldFen: '已缴存（元）',
    areaMu: '面积（亩）',
    dueAt: '到期',
    stateSince: '从什么时候起',
  },
  state: { label: '到哪一步', every: { '': '要办的' } },
  sorts: { due: '快到期的在前', latest: '最近动过的在前', largest: '金额大的在前' },
} as const;
