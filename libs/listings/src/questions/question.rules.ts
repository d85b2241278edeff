import { type Actor, type Rule, blocker, statesIn } from '#kernel';
import type { Listing } from '../listing.entity.js';
import { listingStates as states } from '../listing-states.workflow.js';
import type { Question } from './question.entity.js';

/** What the rules of a question ask about. */
export interface QuestionFacts {
  record: Question;
  listing: Pick<Listing, 'id' | 'state'>;
  belongsTo: (actor: Actor) => boolean;
}

/** States of a lot in which its questions are answered; while it stands still nobody asks, but what was asked is answered. */
export const answering: readonly string[] = statesIn({ states }, 'offered', 'suspended');

export const lotOnOffer: Rule<QuestionFacts> = ({ listing }) =>
  answering.includes(listing.state)
    ? undefined
    : blocker('lot-on-offer', '这宗挂牌已经不在挂牌，提问不再答复。', '平台参数：挂牌提问的答复期限');

export const lotOffOffer: Rule<QuestionFacts> = ({ listing }) =>
  answering.includes(listing.state)
    ? blocker('lot-off-offer', '这宗挂牌还在挂牌，提问要答复。', '平台参数：挂牌提问的答复期限')
    : undefined;
