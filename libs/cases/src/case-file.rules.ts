import { type Rule, type WorkflowFacts, blocker } from '#kernel';
import type { CaseFile } from './case-file.entity.js';
import type { CaseEffect, CaseOutcome } from './case-file.words.js';

/** A letter and what is about to be said in it. */
export interface CaseFacts extends WorkflowFacts {
  record: CaseFile;
  decision?: { outcome: CaseOutcome; effect: CaseEffect; findings: string; reasons: string; rule: string };
}

/** An anonymous tip is a lead: looked into, but nobody can be answered and nothing is held. */
export const notAnonymous: Rule<CaseFacts> = ({ record }) =>
  record.kind === 'lead'
    ? blocker('case-is-lead', '匿名线索只记录、核查，不按异议答复', '平台规则：匿名反映作线索记录')
    : undefined;

export const isLead: Rule<CaseFacts> = ({ record }) =>
  record.kind === 'lead'
    ? undefined
    : blocker('case-not-lead', '这一件有名有姓，要受理、答复，不能只作线索', '平台规则：实名必答');

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

/** What an outcome does to the notice; only `partly` leaves a choice. 成立且能补正：补正后重新公示；不能补正：终止。 */
export function effectOf(outcome: CaseOutcome, chosen: CaseEffect | null): CaseEffect {
  if (outcome === 'rejected') return 'none';
  if (outcome === 'upheld_curable') return 'replace';
  if (outcome === 'upheld') return 'end';
  return chosen ?? 'replace';
}
