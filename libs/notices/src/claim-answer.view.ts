import { formatMoment } from '#kernel';
import type { PriorityAnswerView } from '#papers';
import type { Notice } from './notice.entity.js';
import { type PriorityClaim, claimLevels, claimResults } from './priority-claim.entity.js';

const next: Readonly<Record<string, string>> = {
  claimant_takes_over: '请到镇街交易所办理受让申请，条件与公示相同。不办的，视为放弃。',
  bidding_among_claimants: '多人主张，在主张人中竞价，时间地点另行通知。',
  declined: '公示的流转继续办理。认为侵害优先权的，可以依照农村土地承包法第五十五条申请仲裁或者起诉。',
  not_proven: '公示期内补上成员身份证明的，可以再次主张。公示的流转继续办理。',
};

/** The answer to a claim in the fields of its paper: what was claimed, on which terms, what came of it and why. */
export function claimAnswer(claim: PriorityClaim, notice: Notice, phone: string): PriorityAnswerView {
  const { terms } = notice;
  const result = claim.result ?? 'declined';
  return {
    caseNumber: notice.caseNumber,
    transferor: terms.transferors.map((one) => one.name).join('、'),
    transferee: terms.transferee.name,
    mode: terms.mode,
    term: { from: terms.termStart, to: terms.termEnd },
    use: terms.use,
    price: terms.price,
    payment: terms.payment,
    noticeNumber: notice.number ?? '',
    claimant: claim.name,
    claimedAt: formatMoment(claim.claimedAt),
    ground: [claimLevels[claim.level], claim.statement].filter(Boolean).join('，'),
    result: claimResults[result],
    reasons: [{ text: claim.answerReasons || '在公示期内书面主张，条件相同', rule: '农村土地承包法第三十八条第五项' }],
    next: next[result] ?? '',
    desk: { name: `${notice.town}交易所交易部`, address: notice.town, phone },
  };
}
