import { codes } from '#kernel';

/** What the desk calls money that is to leave. */
export const disbursementWork = {
  label: '保障金付出',
  states: {
    asked: { label: '等另一个人批准', tone: 'wait' },
    approved: { label: '已批准，等付款', tone: 'act' },
  },
} as const;

/** How a payment that leaves stands. */
export const disbursementStates = {
  asked: disbursementWork.states.asked.label,
  approved: disbursementWork.states.approved.label,
  paid: '已付',
  refused: '没有批准',
  returned: '银行退回',
} as const;

export const disbursementKinds = { release: '退还', claim: '动用' } as const;
/** What an account was or is to be used for. */
export const accountUses = codes('AccountUse', { receipt: '缴入', ...disbursementKinds });

/** What the document calls money that came in or leaves, and the accounts it came from and goes to. */
export const movementParts = {
  fen: '金额',
  slipNumber: '回单号',
  bank: '银行',
  accountTail: '账号后四位',
  by: '登记人',
  scan: '扫描件',
  receipt: { title: '缴入的一笔', payer: '付款人', paidOn: '到账日' },
  disbursement: {
    title: '付出的一笔',
    kind: '退还还是动用',
    state: '到哪一步',
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
