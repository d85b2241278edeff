import { type Day, formatMoment } from '#kernel';
import { letter } from '#papers';
import type { Notice } from './notice.entity.js';
import type { PriorityClaim } from './priority-claim.entity.js';
import { tradeDesk } from './priority-claim.words.js';

/** 优先权主张答复书: what was claimed, on which terms, what came of it and why. */
export const claimAnswer = letter('priority_answer', { title: '优先权主张答复书', word: '农优', by: 'town' }, saidOf);

/** `submitBy`: until when a chosen claimant hands in. */
function saidOf(claim: PriorityClaim, notice: Notice, phone: string, submitBy: Day | null) {
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
