import { formatDay, formatMoment, type Day } from '#kernel';
import type { PriorityAnswerView } from '#papers';
import type { Notice } from './notice.entity.js';
import type { PriorityClaim } from './priority-claim.entity.js';
import { type ClaimResult, claimLevels, claimResults, declineGrounds } from './priority-claim.words.js';

const court = '认为侵害优先权的，可以依照农村土地承包法第五十五条申请仲裁或者起诉。';

const next: Readonly<Record<ClaimResult, string>> = {
  stands:
    '公示期满、主张都有答复以后，由转出方从成立的主张里选定一位，书面签字；几位都成立的，也由转出方选。选定您的，另行书面通知，并为您起草受让申请，条件与公示相同。',
  claimant_takes_over: '受让申请已经为您起草，条件与公示相同，地块也先给您留着。',
  not_chosen: `转出方在条件相同的主张人里选定了另一位。${court}`,
  declined: `公示的流转继续办理。${court}`,
  not_proven: '公示期内补上成员身份证明的，可以再次主张。公示的流转继续办理。',
  withdrawn: '主张已经撤回。',
  lapsed: '这块地以后重新公示的，在新的公示期内可以再次主张。',
};

/** The answer to a claim in the fields of its paper: what was claimed, on which terms, what came of it and why. */
export function claimAnswer(
  claim: PriorityClaim,
  notice: Notice,
  phone: string,
  submitBy: Day | null = null,
): PriorityAnswerView {
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
    reasons: [{ text: whyText(claim, result), rule: '农村土地承包法第三十八条第五项' }],
    next: nextText(claim, result, submitBy),
    desk: { name: `${notice.town}交易所交易部`, address: notice.town, phone },
  };
}

function whyText({ declineGround, answerReasons }: PriorityClaim, result: ClaimResult): string {
  if (result === 'claimant_takes_over') return '转出方书面选定';
  if (result === 'not_chosen') return '转出方书面选定了另一位主张人，条件相同';
  if (declineGround === null || declineGround === 'unstated') return answerReasons || '在公示期内书面主张，条件相同';
  return `${declineGrounds[declineGround]}。${answerReasons ?? ''}`;
}

function nextText(claim: PriorityClaim, result: ClaimResult, submitBy: Day | null): string {
  if (claim.declineGround === 'not_letting') return `转出方不再流转：这块地也不流转给公示的受让方，本件终止。${court}`;
  const day =
    submitBy === null
      ? ''
      : `请在${formatDay(submitBy)}前到村服务站、镇街交易所或者在“我的案件”里提交；到期没有提交的，视为放弃，地块放开。`;
  return `${next[result]}${day}`;
}
