import { type Rule, type WorkflowFacts, blocker, workflow } from '#kernel';
import type { PriorityClaim } from './priority-claim.entity.js';

export interface ClaimFacts extends WorkflowFacts {
  record: PriorityClaim;
  /** Papers that show membership of the collective. */
  proofs: number;
  answer?: { reasons: string };
}

/** 主张优先权要有村集体出具的成员证明。 */
export const membershipShown: Rule<ClaimFacts> = ({ proofs }) =>
  proofs > 0
    ? undefined
    : blocker(
        'claim-no-proof',
        '还没有本集体成员的证明',
        '农村土地承包法第三十八条第五项：本集体经济组织成员享有优先权',
      );

export const refusalReasoned: Rule<ClaimFacts> = ({ answer }) =>
  answer && answer.reasons.trim().length < 5
    ? blocker('claim-unreasoned', '不同意要写明理由', '平台规则：答复应当说明理由')
    : undefined;

const basis = '优先权主张 3 个工作日内答复（平台规则）';

// prettier-ignore
export const claimWorkflow = workflow('priority_claim', {
  label: '优先权主张',
  states: {
    received:   { label: '等核实成员身份', within: 'priorityAnswerWorkingDays', basis, tone: 'act' },
    proven:     { label: '等转出方答复', within: 'priorityAnswerWorkingDays', basis, tone: 'wait' },
    granted:    { label: '转出方同意', end: true, tone: 'go' },
    declined:   { label: '转出方不同意', end: true, tone: 'info' },
    not_proven: { label: '身份未核实', end: true, tone: 'info' },
    withdrawn:  { label: '已撤回', end: true, tone: 'info' },
  },
  steps: [
    { from: 'received', on: 'verify', to: 'proven', by: ['town_coordination', 'town_trade'], label: '核实是本集体成员', needs: [membershipShown] },
    { from: 'received', on: 'refuse', to: 'not_proven', by: ['town_coordination', 'town_trade'], label: '身份核实不了', tone: 'quiet', needs: [refusalReasoned] },
    { from: 'proven', on: 'grant', to: 'granted', by: ['town_coordination', 'town_trade'], label: '记下转出方同意' },
    { from: 'proven', on: 'decline', to: 'declined', by: ['town_coordination', 'town_trade'], label: '记下转出方不同意', tone: 'quiet', needs: [refusalReasoned] },
    { from: ['received', 'proven'], on: 'withdraw', to: 'withdrawn', by: ['town_coordination', 'town_trade', 'applicant'], label: '登记撤回', tone: 'quiet' },
  ],
});
