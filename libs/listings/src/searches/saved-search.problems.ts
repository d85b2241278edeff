import { type FieldError, problem } from '#kernel';

export const searchProblems = {
  notFound: problem('search-not-found', 404, '没有这个关注的条件', '可能已经删掉了。'),
  noFeed: problem('search-feed-not-found', 404, '没有这个订阅地址', '可能已经换掉、收回了。'),
  nobody: problem('search-nobody', 403, '关注条件要用自己的账号'),
  tooMany: problem('search-too-many', 409, '关注的条件太多了', '先删掉不看的。'),
};

/** What is wrong with what was typed. */
export const searchFaults = {
  query: (): FieldError => ({ pointer: '#/query', detail: '“找土地”里没有这样的条件，从那里重新带过来' }),
  tooMany: (most: number): string => `最多关注 ${most} 个，先删掉不看的。`,
} as const;
