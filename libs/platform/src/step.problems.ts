import { problem } from '#kernel';

export const stepProblems = {
  notOpen: problem('step-not-open', 409, '现在不能办这一步', '案件已经走到别的状态。刷新页面，看现在能办什么。'),
  notYours: problem('not-your-step', 403, '这一步不归您办', '办这一步的岗位，或者管这个地方的，不是您。'),
  blocked: problem('step-blocked', 409, '还有事没办完，这一步暂时不能办', '先办完列出来的每一件，再办这一步。'),
  changed: problem('changed-meanwhile', 412, '您看到的内容已经被别人改过', '刷新页面，看过新内容再办。'),
};

/** What a refused step says of the case at hand. */
export const stepFaults = {
  stands: (state: string): string => `案件现在是“${state}”。`,
  byOthers: (step: string, posts: readonly string[]): string => `“${step}”由${posts.join('、')}办。`,
} as const;
