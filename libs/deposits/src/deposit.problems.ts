import { type Day, type Fen, formatDay, formatYuan, problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const depositProblems = {
  notFound: problem('deposit-not-found', 404, '没有这笔风险保障金'),
  otherPayer: problem(
    'payer-name-differs',
    422,
    '付款人和受让方不是同一个名字',
    '风险保障金要由受让方自己的账户转入；别人代付的请银行原路退回。',
    'payerName',
  ),
  tooMuch: problem(
    'deposit-overpaid',
    422,
    '缴得比应缴的多',
    '多出来的请银行原路退回，按应缴的金额重新转入。',
    'amount',
  ),
  guaranteeKnown: problem('guarantee-already-recorded', 409, '这张保函、保险单已经登记过'),
  oneEach: problem('deposit-already-requested', 409, '这件流转已经通知缴过风险保障金'),
  noAccount: problem('deposit-account-not-found', 404, '这笔保障金没有这个账户'),
  tooEarly: problem(
    'deposit-still-answers',
    409,
    '流转还在进行，风险保障金不能退',
    '期满或者终止、土地交还验收以后才能退；按计划分期退的，到了那一期才能退。',
  ),
  forfeited: problem('deposit-forfeited', 409, '县里决定不予退还的，不能退'),
  refunded: problem('deposit-already-refunded', 409, '这笔保证金已经批准退还', '批准以前才能决定不予退还。'),
  nothingHeld: problem('deposit-nothing-held', 409, '这笔保证金没有钱在账上'),
  wholePart: problem('deposit-part-whole', 409, '分期退的，一期一次退完'),
};

const fault = (field: string, detail: string) => inputProblem([{ pointer: `#/${field}`, detail }]);

/** The same with what stands against it in the case at hand. */
export const depositRefusals = {
  otherPayer: (payer: string, transferee: string) =>
    depositProblems.otherPayer({ detail: `回单上的付款人是“${payer}”，受让方是“${transferee}”。` }),
  tooMuch: (open: Fen, over: Fen) =>
    depositProblems.tooMuch({ detail: `还应缴 ${formatYuan(open)} 元，回单多了 ${formatYuan(over)} 元。` }),
  wholePart: (part: Fen) => depositProblems.wholePart({ detail: `这一期是 ${formatYuan(part)} 元。` }),
  coversTooLittle: (least: Fen) => fault('amount', `担保的金额不能少于应缴的 ${formatYuan(least)} 元。`),
  endsBeforeItBegins: () => fault('validTo', '到期日不能早于生效日。'),
  notInForce: (today: Day) => fault('validTo', `保函、保险今天（${formatDay(today)}）要已经生效，并且没有到期。`),
};

refuses({
  deposit_guarantee_once: depositProblems.guaranteeKnown,
  deposit_one_each: depositProblems.oneEach,
  disbursement_in_its_time: depositProblems.tooEarly,
  deposit_forfeited: depositProblems.forfeited,
});
