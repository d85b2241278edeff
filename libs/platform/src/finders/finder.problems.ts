import { problem } from '#kernel';

export const finderProblems = {
  tooMany: problem('find-too-many', 422, '一次找不了这么多', '一次最多列 20 个。把要找的写得再细一点。'),
  unknown: problem('find-unknown', 422, '没有您选的这一个', '登记簿里没有，或者不归您这里管。重新找一找再选。'),
};

/** What a form says where something was looked for and nothing, or not one thing alone, was picked. */
export const finderWords = {
  none: (words: string): string => `没有找到“${words}”`,
  one: '找到一个，看清楚是它，再按一次',
  several: (many: number): string => `找到 ${many} 个，选一个`,
} as const;
