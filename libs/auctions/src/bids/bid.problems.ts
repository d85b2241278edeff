import { type ProblemKind, problem } from '#kernel';
import { refuses } from '#platform';
import type { Refusal } from './book.js';

/** Why a bid is not taken; each has its receipt. */
export const bidProblems = {
  notAdmitted: problem('bid-not-admitted', 403, '没有获准参加这一宗竞价', '够资格、保证金按时到账的，才有竞买号。'),
  cannotWithdraw: problem('bid-cannot-withdraw', 409, '报价不能撤回', '竞买人一经应价，不得撤回（拍卖法第三十六条）。'),
  notStarted: problem('bid-not-started', 409, '竞价还没有开始'),
  ended: problem('bid-ended', 409, '竞价已经结束', '报价以进入系统的时间为准（法释〔2016〕18号第二十条）。'),
  suspended: problem('bid-suspended', 409, '竞价中止了，现在不收报价'),
  amountUnreadable: problem('bid-unreadable', 422, '报价看不懂', '写多少元，只写数字，最多两位小数。', 'amountYuan'),
  alreadyQuoted: problem('bid-already-quoted', 409, '这一宗只报一次，已经报过了'),
  notThePrice: problem('bid-not-the-price', 422, '这一宗是定价，报价要等于挂牌的价钱', '', 'amountYuan'),
  belowStart: problem('bid-below-start', 422, '报价低于起拍价', '', 'amountYuan'),
  offStep: problem('bid-off-step', 422, '报价要是起拍价加上整数倍的加价幅度', '', 'amountYuan'),
  aboveCeiling: problem('bid-above-ceiling', 422, '报价高于限高价', '', 'amountYuan'),
  ownTop: problem('bid-own-top', 409, '现在最高的就是您的报价，不用再加'),
  belowTop: problem('bid-below-top', 409, '报价低于现在的最高价'),
  equalTop: problem('bid-equal-top', 409, '已经有人报了这个价，要再加一个幅度', '有优先权的可以平价。'),
  tooManySteps: problem('bid-too-many-steps', 422, '一次加得太多', '', 'amountYuan'),
  noMaximumHere: problem('bid-no-maximum', 409, '这一宗的竞价方式不能委托最高价'),
};

/** By what a bid is refused. */
export function refusedAs(reason: Refusal): ProblemKind {
  const kinds: Record<Refusal, ProblemKind> = {
    'not-admitted': bidProblems.notAdmitted,
    'cannot-withdraw': bidProblems.cannotWithdraw,
    'not-started': bidProblems.notStarted,
    ended: bidProblems.ended,
    suspended: bidProblems.suspended,
    'amount-unreadable': bidProblems.amountUnreadable,
    'already-quoted': bidProblems.alreadyQuoted,
    'not-the-price': bidProblems.notThePrice,
    'below-start': bidProblems.belowStart,
    'off-step': bidProblems.offStep,
    'above-ceiling': bidProblems.aboveCeiling,
    'own-top': bidProblems.ownTop,
    'below-top': bidProblems.belowTop,
    'equal-top': bidProblems.equalTop,
    'too-many-steps': bidProblems.tooManySteps,
    'no-maximum-here': bidProblems.noMaximumHere,
  };
  return kinds[reason];
}

export const auctionProblems = {
  notFound: problem('auction-not-found', 404, '没有这场竞价'),
  staff: problem('bid-by-staff', 403, '工作人员不能参加竞价', '替到场的人报价，先开始代办（参照拍卖法第二十二条）。'),
  otherBid: problem(
    'bid-key-used',
    422,
    '这个 Idempotency-Key 已经用来报过另一个价',
    '每一次报价用一个新的键；没有听到回答的，用原来的键、原样再问。',
  ),
};

refuses({ auction_once: auctionProblems.notFound });
