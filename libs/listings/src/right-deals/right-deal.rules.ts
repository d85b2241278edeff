import { type Actor, type Blocker, type Rule, type Term, blocker } from '#kernel';
import type { Listing } from '../listing.entity.js';
import type { RightDeal } from './right-deal.entity.js';

/** What the rules of such a deal ask about. */
export interface RightDealFacts {
  record: RightDeal;
  listing: Listing;
  term: Term;
  belongsTo: (actor: Actor) => boolean;
  notice: { id: string; number: string | null; down: boolean } | null;
  /** What keeps its notice from being clear. */
  noticeBlockers: readonly Blocker[];
}

type DealRule = Rule<RightDealFacts>;

/** 成交结果公示期满、异议都有答复，才签合同. */
export const noticeClear: DealRule = ({ notice, noticeBlockers }) =>
  notice === null ? blocker('notice-clear', '成交结果还没有公示。', '平台规则 签-01') : noticeBlockers;

export const objectionUpheld: DealRule = ({ noticeBlockers }) =>
  noticeBlockers.some(({ rule }) => rule === 'objection-upheld')
    ? undefined
    : blocker('objection-upheld', '没有成立的异议，不用重新公示。', '平台规则：能补正的补正后重新公示满期');
