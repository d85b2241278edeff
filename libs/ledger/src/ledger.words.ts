/** The accounts of the ledger: what a town has, and whose it is. */
export const accountNames = {
  bank: '银行存款（专户）',
  held: '保管中',
  payable: '已批准待退',
  escrow: '已批准待付（动用）',
} as const;

/** What is booked. */
export const bookingKinds = {
  pay_in: '缴入',
  approve_release: '批准退还',
  approve_claim: '批准动用',
  pay_out: '付出',
  returned: '银行退回',
} as const;

/** Words of the list of bookings: of its fields, of its filters, of its orders. */
export const ledgerLabels = {
  title: '风险保障金账本',
  bookings: '记账',
  fields: {
    day: '日期',
    place: '镇街',
    caseNumber: '案件编号',
    kind: '摘要',
    slipNumber: '银行回单号',
    debit: '借方',
    credit: '贷方',
    amountFen: '金额（元）',
    by: '经手人',
  },
  kind: { label: '记的什么', every: '全部' },
  account: { label: '科目', every: '全部科目' },
  office: { label: '镇街、村', every: '全部地方' },
  typed: {
    case: { label: '案件编号' },
    from: { label: '从哪天（年-月-日）' },
    to: { label: '到哪天（年-月-日）' },
  },
  sorts: { latest: '新记的在前', oldest: '先记的在前', largest: '金额大的在前' },
} as const;

/** Heads of the trial balance. */
export const trialWords = { title: '试算平衡', place: '镇街', difference: '差额', balanced: '账是平的' } as const;

/** What the hourly check asks of the ledger, under the numbers of its promises. */
export const promises = {
  entries_balance: 'I1 借贷相等',
  no_entry_of_nothing: 'I1 没有记零元的账',
  balances_are_sums: 'I2 余额等于分录之和',
  no_account_below_nothing: 'I2 账户不为负',
  held_is_paid_less_approved: 'I3 保管等于缴入减批准',
  owed_is_approved_not_paid: 'I3 应付等于批准未付',
  banks_hold_paid_less_gone: 'I3 专户等于缴入减付出',
  no_more_out_than_in: 'I4 付出不多于缴入',
  closed_is_even: 'I4 结束的付出等于缴入',
  early_by_schedule_alone: 'I4 未结束的只按计划退',
  guards_are_there: 'I5 守账的触发器都在',
  constraints_are_there: 'I5 守账的约束都在',
  nobody_may_rewrite: 'I5 账只增不改',
  one_slip_one_booking: 'I6 一张回单一笔账',
  two_persons_pay: 'I8 付款两人经手',
  back_to_its_source: 'I8 退款退回原账户',
  no_more_back_than_came: 'I8 退回不多于该户缴入',
} as const;

export const checkWords = {
  title: '自动核对',
  checkedAt: '什么时候核对',
  findings: '哪些不对',
  finding: { title: '账本不对的一处', promise: '哪一条', who: '哪些记录', more: '还有几处' },
} as const;
