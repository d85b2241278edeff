import { type Fen, formatYuan, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const ledgerProblems = {
  slipKnown: problem(
    'slip-already-recorded',
    409,
    '这张银行回单已经登记过',
    '一张回单只能登记一次。如果是别人刚登记的，刷新页面就能看到。',
  ),
  accountThatDay: problem('escrow-account-known', 409, '这个镇街从这一天起的专户已经登记过'),
  accountKept: problem('escrow-account-kept', 409, '专户只能换新的，不能改旧的'),
  ownApproval: problem('own-approval', 409, '申请付款和批准付款要两个人', '您申请的付款要由另一个人批准。'),
  answered: problem('disbursement-answered', 409, '这笔付款已经办过了'),
  noDisbursement: problem('disbursement-not-found', 404, '没有这笔付款'),
  notEnough: problem('not-enough-held', 409, '账上的钱不够', '这笔付款超过了账上还有的钱。'),
  notToPayer: problem('not-to-payer', 409, '退款只能退回缴款的账户', '户名、银行、账号要和缴款回单一致。'),
  unbalanced: problem('ledger-refused', 409, '账本不收这一笔', '借贷不平、改旧账、账户变负的记账，数据库一律不收。'),
};

/** The same with what stands against it in the case at hand. */
export const ledgerRefusals = {
  lessToRelease: (free: Fen) => ledgerProblems.notEnough({ detail: `还能退 ${formatYuan(free)} 元。` }),
  noSource: (left: Fen) => ledgerProblems.notEnough({ detail: `按原账户退，还差 ${formatYuan(left)} 元没有来处。` }),
  lessHeld: (held: Fen) => ledgerProblems.notEnough({ detail: `账上有 ${formatYuan(held)} 元。` }),
  notApproved: () => ledgerProblems.answered({ detail: '这笔付款还没有批准。' }),
  returnKnown: () => ledgerProblems.answered({ detail: '这笔退回已经登记过了。' }),
  notPaid: () => ledgerProblems.answered({ detail: '这笔付款还没有付出，谈不上退回。' }),
  noTown: () => inputProblem([{ pointer: '#/officeCode', detail: '请选一个镇街。' }]),
};

refuses({
  escrow_account_one_a_day: ledgerProblems.accountThatDay,
  escrow_account_kept: ledgerProblems.accountKept,
  receipt_slip_once: ledgerProblems.slipKnown,
  disbursement_slip_once: ledgerProblems.slipKnown,
  disbursement_two_persons: ledgerProblems.ownApproval,
  disbursement_kept: ledgerProblems.answered,
  disbursement_to_payer: ledgerProblems.notToPayer,
  disbursement_one_open: ledgerProblems.answered,
  ledger_account_not_negative: ledgerProblems.notEnough,
  ledger_account_by_entries: ledgerProblems.unbalanced,
  ledger_transaction_balanced: ledgerProblems.unbalanced,
  ledger_transaction_once: ledgerProblems.answered,
  ledger_entry_not_zero: ledgerProblems.unbalanced,
  ledger_entry_append_only: ledgerProblems.unbalanced,
  ledger_transaction_append_only: ledgerProblems.unbalanced,
  receipt_append_only: ledgerProblems.unbalanced,
});
