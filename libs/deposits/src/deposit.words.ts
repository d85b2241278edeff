import { codes } from '#kernel';

/** What the desk calls a deposit. */
export const depositWork = '风险保障金';

/** What a deposit is left for; what its pages call it. */
export const depositPurposes = codes('DepositPurpose', { risk: '风险保障金', bid: '交易保证金' });
export type DepositPurpose = keyof typeof depositPurposes;

export const guaranteeKinds = { guarantee: '银行保函', insurance: '履约保证保险' } as const;
/** Why nothing is asked for. */
export const waivers = { kind: '受让方免缴', area: '面积小免缴', term: '期限短免缴' } as const;

/** What the history calls the birth of a deposit, and its schedule the whole of it. */
export const birthWords = { requested: '通知缴纳', whole: '期满验收后一次退还' } as const;

/** By which rule a bid deposit goes back within its days. */
export const bidRefundBasis = '挂牌公告；平台规则 牌-06';

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
  purpose: '为什么缴',
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
  forfeitReason: '为什么不予退还',
  forfeitRule: '不予退还的依据',
  fen: '金额',
  by: '登记人',
  scan: '扫描件',
  guarantee: { title: '保函、保险', kind: '哪一种', number: '号码', issuer: '谁出的', from: '生效日', to: '到期日' },
} as const;
