import { type Actor, type Parameters, type Rule, blocker, rightKinds } from '#kernel';
import type { Wanted } from './wanted.entity.js';

/** What the rules of an advertisement ask about. */
export interface WantedFacts {
  record: Wanted;
  parameters: Parameters;
  belongsTo: (actor: Actor) => boolean;
}

export const kindWanted: Rule<WantedFacts> = ({ record: { kind }, parameters: { openRightKinds } }) =>
  (openRightKinds as readonly string[]).includes(kind)
    ? undefined
    : blocker('kind-wanted', `${rightKinds[kind]}本县现在不收。`, '平台参数：收哪几类产权的挂牌');

/** 谁录的不能自己核：who wrote it for somebody at the counter does not check it. */
export const notOwnWish: Rule<WantedFacts> = ({ record }, { actor }) =>
  actor.accountId !== null && actor.accountId === record.createdAccountId
    ? blocker('not-own-wish', '这条是您替人录的，要由另一个人核对。', '三岗分开，平台规则 职-03')
    : undefined;
