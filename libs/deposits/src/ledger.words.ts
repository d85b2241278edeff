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
    description: '摘要',
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
export const trialWords = { title: '试算平衡', place: '镇街', difference: '差额' } as const;
