import { type Actor, type Parameters, type Rule, type WorkflowFacts, blocker } from '#kernel';
import type { Draw, DrawSeal } from './draw.entity.js';

/** A draw with everything that its rules ask about. */
export interface DrawFacts extends WorkflowFacts {
  record: Draw;
  seals: readonly DrawSeal[];
  parameters: Parameters;
  /** What the list calls the party that reads, where its lib knows that; null for all others. */
  ownLabel: string | null;
  belongsTo: (actor: Actor) => boolean;
}

const draws = '平台规则：抽签';

/** Who froze the list knows it before all others, and does not bring the seed as well. */
export const notWhoFroze: Rule<DrawFacts> = ({ record }, { actor }) =>
  record.frozenBy !== null && record.frozenBy === actor.accountId
    ? blocker('notWhoFroze', '名单是您冻结的，种子要由另一个人录。', draws)
    : undefined;

/** A seed that is no later than the hash could have been known when the list was made. */
export const publishedBefore: Rule<DrawFacts> = ({ record: { publishedAt } }, { now }) =>
  publishedAt !== null && publishedAt < now
    ? undefined
    : blocker('publishedBefore', '名单摘要刚刚公布，种子要在公布以后才出来。', draws);

export const stillSealing: Rule<DrawFacts> = ({ record: { sealUntil } }, { now }) =>
  sealUntil !== null && now < sealUntil
    ? undefined
    : blocker('stillSealing', '封存的时间已经过了；没有封存的照样抽，不受影响。', draws);

export const notSealedYet: Rule<DrawFacts> = ({ seals, ownLabel }) =>
  seals.some(({ label }) => label === ownLabel)
    ? blocker('notSealedYet', '您已经封存了一个号码，不能再换。', draws)
    : undefined;

export const stillOpening: Rule<DrawFacts> = ({ record: { openUntil } }, { now }) =>
  openUntil !== null && now < openUntil
    ? undefined
    : blocker('stillOpening', '揭开的时间已经过了，没有揭开的排在别人后面。', draws);

export const ownSealKept: Rule<DrawFacts> = ({ seals, ownLabel }) => {
  const own = seals.find(({ label }) => label === ownLabel);
  if (!own) return blocker('ownSealKept', '您没有封存号码，不用揭开；照样抽。', draws);
  return own.openedAt === null ? undefined : blocker('ownSealKept', '您的号码已经揭开了。', draws);
};
