import { type Day, type Fen, formatDay, formatYuan, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const depositProblems = {
  notFound: problem('deposit-not-found', 404, '没有这笔风险保障金'),
  slipKnown: problem(
    'slip-already-recorded',
    409,
    '这张银行回单已经登记过',
    '一张回单只能登记一次。如果是别人刚登记的，刷新页面就能看到。',
  ),
  otherPayer: problem(
    'payer-name-differs',
    422,
    '付款人和受让方不是同一个名字',
    '风险保障金要由受让方自己的账户转入；别人代付的请银行原路退回。',
  ),
  tooMuch: problem('deposit-overpaid', 422, '缴得比应缴的多', '多出来的请银行原路退回，按应缴的金额重新转入。'),
  accountThatDay: problem('escrow-account-known', 409, '这个镇街从这一天起的专户已经登记过'),
  accountKept: problem('escrow-account-kept', 409, '专户只能换新的，不能改旧的'),
  securityKnown: problem('security-already-recorded', 409, '这张保函、保险单已经登记过'),
  onePerTransfer: problem('deposit-already-requested', 409, '这件流转已经通知缴过风险保障金'),
  ownApproval: problem('own-approval', 409, '申请付款和批准付款要两个人', '您申请的付款要由另一个人批准。'),
  answered: problem('outflow-answered', 409, '这笔付款已经办过了'),
  noAccount: problem('deposit-account-not-found', 404, '这笔保障金没有这个账户'),
  noOutflow: problem('outflow-not-found', 404, '没有这笔付款'),
  notEnough: problem('deposit-not-enough', 409, '账上的钱不够', '这笔付款超过了账上还有的钱。'),
  tooEarly: problem(
    'deposit-still-answers',
    409,
    '流转还在进行，风险保障金不能退',
    '期满或者终止、土地交还验收以后才能退；按计划分期退的，到了那一期才能退。',
  ),
  wholePart: problem('deposit-part-whole', 409, '分期退的，一期一次退完'),
  notToPayer: problem('not-to-payer', 409, '退款只能退回缴款的账户', '户名、银行、账号要和缴款回单一致。'),
  unbalanced: problem('ledger-refused', 409, '账本不收这一笔', '借贷不平、改旧账、账户变负的记账，数据库一律不收。'),
};

const fault = (field: string, detail: string) => inputProblem([{ pointer: `#/${field}`, detail }]);

/** The same with what stands against it in the case at hand. */
export const depositRefusals = {
  otherPayer: (payer: string, transferee: string) =>
    depositProblems.otherPayer({ detail: `回单上的付款人是“${payer}”，受让方是“${transferee}”。` }),
  tooMuch: (open: Fen, over: Fen) =>
    depositProblems.tooMuch({ detail: `还应缴 ${formatYuan(open)} 元，回单多了 ${formatYuan(over)} 元。` }),
  lessToRelease: (free: Fen) => depositProblems.notEnough({ detail: `还能退 ${formatYuan(free)} 元。` }),
  noSource: (left: Fen) => depositProblems.notEnough({ detail: `按原账户退，还差 ${formatYuan(left)} 元没有来处。` }),
  lessHeld: (held: Fen) => depositProblems.notEnough({ detail: `账上有 ${formatYuan(held)} 元。` }),
  notApproved: () => depositProblems.answered({ detail: '这笔付款还没有批准。' }),
  returnKnown: () => depositProblems.answered({ detail: '这笔退回已经登记过了。' }),
  notPaid: () => depositProblems.answered({ detail: '这笔付款还没有付出，谈不上退回。' }),
  wholePart: (part: Fen) => depositProblems.wholePart({ detail: `这一期是 ${formatYuan(part)} 元。` }),
  coversTooLittle: (least: Fen) => fault('amount', `担保的金额不能少于应缴的 ${formatYuan(least)} 元。`),
  endsBeforeItBegins: () => fault('validTo', '到期日不能早于生效日。'),
  notInForce: (today: Day) => fault('validTo', `保函、保险今天（${formatDay(today)}）要已经生效，并且没有到期。`),
  noTown: () => fault('officeCode', '请选一个镇街。'),
};

refuses({
  escrow_account_one_a_day: depositProblems.accountThatDay,
  escrow_account_kept: depositProblems.accountKept,
  deposit_security_once: depositProblems.securityKnown,
  deposit_slip_once: depositProblems.slipKnown,
  deposit_outflow_slip_once: depositProblems.slipKnown,
  deposit_one_per_transfer: depositProblems.onePerTransfer,
  deposit_outflow_two_persons: depositProblems.ownApproval,
  deposit_outflow_kept: depositProblems.answered,
  deposit_outflow_in_its_time: depositProblems.tooEarly,
  deposit_outflow_to_payer: depositProblems.notToPayer,
  deposit_outflow_one_open: depositProblems.answered,
  ledger_account_not_negative: depositProblems.notEnough,
  ledger_account_by_entries: depositProblems.unbalanced,
  ledger_transaction_balanced: depositProblems.unbalanced,
  ledger_transaction_once: depositProblems.answered,
  ledger_entry_not_zero: depositProblems.unbalanced,
  ledger_entry_append_only: depositProblems.unbalanced,
  ledger_transaction_append_only: depositProblems.unbalanced,
  deposit_payment_append_only: depositProblems.unbalanced,
  deposit_tranche_append_only: depositProblems.unbalanced,
});
