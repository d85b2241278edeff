import { type Rule, blocker } from '#kernel';
import type { CaseFacts } from './case-kind.js';

export const decisionReasoned: Rule<CaseFacts> = ({ decision }) =>
  decision && (decision.reasons.trim().length < 10 || decision.rule.trim() === '')
    ? blocker(
        'decision-unreasoned',
        '决定要写明理由（不少于 10 个字）和依据',
        '参照行政处罚法、信访工作条例：答复应当说明理由和依据',
      )
    : undefined;

/** 决定书写明查明的情况：a list of who pressed which button is no finding. */
export const factsFound: Rule<CaseFacts> = ({ decision }) =>
  decision && decision.findings.trim().length < 10
    ? blocker(
        'decision-without-findings',
        '决定要写明查明的情况（不少于 10 个字）：看了什么、量了什么、问了谁',
        '参照行政处罚法、信访工作条例：答复应当写明事实',
      )
    : undefined;

/** 撤回也是结果，往后要查得到是为什么。 */
export const withdrawalReasoned: Rule<CaseFacts> = ({ reason }) =>
  reason !== undefined && reason.trim().length < 2
    ? blocker('withdrawal-unreasoned', '写明为什么撤回', '平台规则：每一件都要有结果')
    : undefined;
