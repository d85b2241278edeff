import { type Day, formatMoment } from '#kernel';
import type { PriorityAnswerView } from '#papers';
import type { Notice } from './notice.entity.js';
import type { PriorityClaim } from './priority-claim.entity.js';
import { tradeDesk } from './priority-claim.words.js';

/** The answer to a claim in the fields of its paper: what was claimed, on which terms, what came of it and why. */
export function claimAnswer(
  claim: PriorityClaim,
  notice: Notice,
  phone: string,
  submitBy: Day | null = null,
): PriorityAnswerView {
  const { transferors, transferee, mode, termStart, termEnd, use, price, payment } = notice.terms;
  return {
    caseNumber: notice.caseNumber,
    transferor: transferors.map((one) => one.name).join('、'),
    transferee: transferee.name,
    ...{ mode, use, price, payment },
    term: { from: termStart, to: termEnd },
    noticeNumber: notice.number ?? '',
    claimant: claim.name,
    claimedAt: formatMoment(claim.claimedAt),
    level: claim.level,
    statement: claim.statement,
    result: claim.result ?? 'declined',
    declineGround: claim.declineGround ?? '',
    answer: claim.answerReasons ?? '',
    submitBy: submitBy ?? '',
    desk: { name: `${notice.town}${tradeDesk}`, address: notice.town, phone },
  };
}
