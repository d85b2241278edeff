import { type Rule, blocker, fen, formatMu, formatTerm, formatYuan, transfereeKinds } from '#kernel';
import { recordAddress } from '#platform';
import type { DepositAmount } from './deposit.amount.js';
import { depositPurposes } from './deposit.words.js';
import type { DepositFacts } from './deposit.facts.js';

/** Articles of templates/papers/deposit-agreement.hbs. */
const agreement = (article: string): string => `风险保障金协议第${article}条`;

export const paidInFull: Rule<DepositFacts> = ({ record, heldFen }) =>
  heldFen >= record.amountFen
    ? undefined
    : blocker('paid-in-full', `还差 ${formatYuan(fen(record.amountFen - heldFen))} 元。`, agreement('一'));

export const nothingPaid: Rule<DepositFacts> = ({ heldFen }) =>
  heldFen === 0
    ? undefined
    : blocker('nothing-paid', `已经缴了 ${formatYuan(fen(heldFen))} 元，要先退还。`, agreement('七'));

/** 交易保证金要现钱：a bid stands on money that is there when the hour strikes. */
export const againstRent: Rule<DepositFacts> = ({ record }) =>
  record.purpose === 'risk'
    ? undefined
    : blocker('against-rent', '交易保证金要交现钱，不收保函、保险。', '平台规则 牌-06');

export const someHeld: Rule<DepositFacts> = ({ heldFen }) =>
  heldFen > 0 ? undefined : blocker('some-held', '账上没有可退、可用的钱。', agreement('七'));

export const nothingHeld: Rule<DepositFacts> = ({ heldFen }) =>
  heldFen === 0 ? undefined : blocker('nothing-held', `账上还有 ${formatYuan(fen(heldFen))} 元。`, agreement('七'));

/**
 * 风险保障金在期满、租金结清、土地交还验收以后退还（风险保障金协议第七条；领域规则 3.12）：the transfer says when that is. Before, only a part
 * of the agreed schedule goes back, and never the last one.
 */
export const answersNoMore: Rule<DepositFacts> = ({ record, partDue }) => {
  if (record.calledOffAt !== null || partDue !== null) return undefined;
  // Its desk is not told what is bid for: no way leads there.
  if (record.purpose === 'bid')
    return blocker(
      'answers-no-more',
      '交易保证金留到结果出来；退出的、没有成交的，到时候会转到退还。',
      '平台规则 牌-06',
    );
  return blocker(
    'answers-no-more',
    '流转还在进行，风险保障金要留到期满或者终止、土地交还验收以后；案件页记下了才能退。',
    agreement('七'),
    { href: recordAddress(record.subject, record.subjectId), label: '看案件' },
  );
};

/** 竞得人违约、县里决定不予退还的（挂牌公告；领域规则 1.8）：it leaves only as what is drawn on leaves, by two persons. */
export const notForfeited: Rule<DepositFacts> = ({ record }) =>
  record.forfeitedAt === null
    ? undefined
    : blocker(
        'not-forfeited',
        `县里决定不予退还：${record.forfeitReason}（${record.forfeitRule}）。`,
        '平台规则 牌-06',
      );

/** Who goes is not asked to pay anew. */
export const stillAnswers: Rule<DepositFacts> = ({ record }) =>
  record.calledOffAt === null ? undefined : blocker('still-answers', '流转已经结束，不用再补。', agreement('五'));

export const oneAnswerAtATime: Rule<DepositFacts> = ({ openDisbursements }) =>
  openDisbursements === 0
    ? undefined
    : blocker('one-answer-at-a-time', `还有 ${openDisbursements} 笔付款没有办完。`, '平台规则：先办完上一笔');

/** How an amount came about, line by line, as letters print it. */
export function amountReasons(amount: DepositAmount): string[] {
  const { annualRentFen, percent, countedFen, leastFen, amountFen } = amount;
  const waived = amount.waived ? ['免缴风险保障金。'] : [];
  if (amount.waiver !== null) return [waiverReason(amount, amount.waiver), ...waived];
  return [
    `一年流转价款 ${formatYuan(annualRentFen)} 元 × ${percent}% = ${formatYuan(countedFen)} 元。`,
    ...(countedFen < leastFen ? [`不足最低额 ${formatYuan(leastFen)} 元，按最低额收。`] : []),
    `应缴${depositPurposes[amount.purpose ?? 'risk']} ${formatYuan(amountFen)} 元。`,
    ...waived,
  ];
}

function waiverReason(amount: DepositAmount, waiver: NonNullable<DepositAmount['waiver']>): string {
  const { areaMu, term, transfereeKind, waivedUpToMu, waivedUpToMonths } = amount;
  const reasons = {
    kind: `受让方是${transfereeKinds[transfereeKind]}。`,
    area: `面积 ${formatMu(areaMu)} 亩，不超过 ${formatMu(waivedUpToMu)} 亩。`,
    term: `期限 ${formatTerm(term)}，不超过 ${waivedUpToMonths} 个月。`,
  };
  return reasons[waiver];
}
