import { type Blocker, type Rule, type WorkflowFacts, blocker } from '#kernel';
import type { Disbursement } from './disbursement.entity.js';

/** The facts of whose money it is, with the disbursement that is being answered, if one is. */
export interface DisbursementFacts extends WorkflowFacts {
  disbursement: Disbursement | null;
}

/** Money leaves only by two persons (ASVS 2.3.5): who asked for it does not approve it. */
export const differentApprover: Rule<DisbursementFacts> = ({ disbursement }, { actor }): Blocker | undefined =>
  disbursement !== null && disbursement.requestedBy !== null && disbursement.requestedBy === actor.accountId
    ? blocker('different-approver', '这笔付款是您申请的，要由另一个人批准。', '平台规则：付款须两人经手')
    : undefined;

/** What a rule ordered back nobody asked for: who approved it does not pay it as well. */
export const differentPayer: Rule<DisbursementFacts> = ({ disbursement }, { actor }): Blocker | undefined =>
  disbursement !== null && disbursement.requestedBy === null && disbursement.approvedBy === actor.accountId
    ? blocker('different-payer', '这笔退款是您批准的，要由另一个人登记付款。', '平台规则：付款须两人经手')
    : undefined;
