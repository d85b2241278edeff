import { formatMoment } from '#kernel';
import { letter } from '#papers';
import type { Notice } from './notice.entity.js';
import { tradeDesk } from './priority-claim.words.js';
import type { ClaimFacts } from './priority-claim.workflow.js';

/** 优先权主张答复书: what was claimed, on which terms, what came of it and why. */
export const claimAnswer = letter(
  'priority_answer',
  { title: '优先权主张答复书', word: '农优', by: 'town', edition: 2 },
  saidOf,
);

function saidOf({ record: claim, submitBy = null }: ClaimFacts, { notice, phone }: { notice: Notice; phone: string }) {
  const { transferors, transferee, mode, termStart, termEnd, use, price, payment } = notice.terms;
  return {
    caseNumber: notice.caseNumber,
    transferor: transferors.map((one) => one.name).join('、'),
    transferee: transferee.name,
    ...{ mode, use, price, payment },
    term: { from: termStart, to: termEnd },
    noticeNumber: notice.number ?? '',
    claimant: claim.name,
    claimedAt: formatMoment(claim.receivedAt),
    level: claim.topic,
    statement: claim.facts,
    result: claim.outcome ?? 'declined',
    declineGround: claim.ground ?? '',
    answer: claim.reasons ?? '',
    submitBy: submitBy ?? '',
    desk: { name: `${notice.town}${tradeDesk}`, address: notice.town, phone },
  };
}
