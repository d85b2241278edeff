import { problem } from '#kernel';

/** What can be wrong with the way a list is asked, each by its own name. */
export const listProblems = {
  filter: problem('list-filter', 422, '这个列表没有这个条件', '去掉标出来的条件再查。'),
  sort: problem('list-sort', 422, '这个列表不能这样排', '换一种排法再查。'),
  cursor: problem('list-cursor', 422, '翻页的标记不是这个列表的', '从头再翻。'),
};

/** Faults of single values. */
export const listFaults = {
  once: '只能写一次',
  choice: '没有这个选项',
  written: '写得不对',
  long: '最多 60 个字',
  limit: '一页 1 到 100 件',
};
