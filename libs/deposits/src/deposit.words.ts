import { codes } from '#kernel';
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

/** How a payment that leaves stands. */
export const outflowStates = {
  asked: outflowWork.states.asked.label,
  approved: outflowWork.states.approved.label,
  paid: '已付',
  refused: '没有批准',
  returned: '银行退回',
} as const;

export const outflowKinds = { release: '退还', claim: '动用' } as const;
/** What an account of a deposit was or is to be used for. */
export const accountUses = codes('AccountUse', { payment: '缴入', ...outflowKinds });
export const securityKinds = { guarantee: '银行保函', insurance: '履约保证保险' } as const;
/** Why nothing is asked for. */
export const waivers = { kind: '受让方免缴', area: '面积小免缴', term: '期限短免缴' } as const;

/** What the history calls the birth of a deposit, and its schedule the whole of it. */
export const birthWords = { requested: '通知缴纳', whole: '期满验收后一次退还' } as const;

export const placeLabel = '镇街、村';

/** Words of the list of deposits. */
export const depositLabels = {
  title: '风险保障金',
  fields: {
    caseNumber: '案件编号',
    state: '到哪一步',
    payer: '谁缴',
    amountFen: '应缴（元）',
    heldFen: '已缴存（元）',
    openFen: '还差（元）',
    areaMu: '面积（亩）',
    dueAt: '到期',
    stateSince: '从什么时候起',
  },
  state: { label: '到哪一步', every: { '': '要办的' } },
  sorts: { due: '快到期的在前', latest: '最近动过的在前', largest: '金额大的在前' },
} as const;

/** What the document calls the parts of a deposit. */
export const depositParts = {
  title: '风险保障金',
  caseNumber: '案件编号',
  state: '到哪一步',
  payer: '缴款人（受让方）',
  transfereeKind: '受让方是谁',
  areaMu: '面积（亩）',
  termStart: '流转从哪天起',
  termEnd: '流转到哪天止',
  requestedOn: '哪天通知缴纳',
  amountFen: '应缴',
  paidFen: '已缴',
  heldFen: '保管中',
  legalBasis: '依据',
  reckoning: {
    title: '应缴的数怎么来的',
    annualRentFen: '一年流转价款',
    percent: '比例（%）',
    countedFen: '按比例算',
    leastFen: '最低额',
    waiver: '为什么免缴',
    waivedUpToMu: '免缴面积（亩）',
    waivedUpToMonths: '免缴期限（月）',
  },
  tranche: { title: '退还的一期', ordinal: '第几期', label: '什么时候退' },
  tranches: '分几期退',
  fen: '金额',
  slipNumber: '回单号',
  bank: '银行',
  accountTail: '账号后四位',
  by: '登记人',
  scan: '扫描件',
  payment: { title: '缴入的一笔', payer: '付款人', paidOn: '到账日' },
  security: { title: '保函、保险', kind: '哪一种', number: '号码', issuer: '谁出的', from: '生效日', to: '到期日' },
  outflow: {
    title: '付出的一笔',
    kind: '退还还是动用',
    payee: '收款人',
    reason: '理由',
    requestedBy: '谁申请的',
    requestedAt: '什么时候申请',
    approvedBy: '谁批准的',
    approvedAt: '什么时候批准',
    refusal: '不批准的理由',
    paidOn: '付款日',
    returnedOn: '哪天被银行退回',
    returnReason: '银行的理由',
  },
  account: {
    title: '收付款账户',
    use: '做什么用',
    holder: '户名',
    number: '完整账号',
    looked: '看过几次',
    mayLook: '能不能看完整账号',
  },
  look: { title: '谁看过', by: '谁', post: '岗位', at: '什么时候', reason: '理由' },
} as const;
