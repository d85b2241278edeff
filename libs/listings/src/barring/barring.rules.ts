import { type Actor, type Rule, blocker } from '#kernel';
import type { CaseFile } from '#cases';
import type { Barring } from './barring.entity.js';

/** What the rules of a bar ask about. */
export interface BarringFacts {
  record: Barring;
  belongsTo: (actor: Actor) => boolean;
  /** Appeals against it, the first first. */
  appeals: readonly CaseFile[];
}

/** 调查和决定分开（参照行政处罚法第五十七条）：who proposed it does not decide it. */
export const notOwnProposal: Rule<BarringFacts> = ({ record }, { actor }) =>
  actor.accountId !== null && actor.accountId === record.proposedAccountId
    ? blocker('not-own-proposal', '这一件是您提的，要由另一个人决定。', '三岗分开，平台规则 职-03')
    : undefined;

export const notAppealed: Rule<BarringFacts> = ({ appeals }) =>
  appeals.some(({ state }) => state !== 'withdrawn')
    ? blocker('not-appealed', '已经申请过复核，一件只复核一次。', '平台规则 禁-01')
    : undefined;
