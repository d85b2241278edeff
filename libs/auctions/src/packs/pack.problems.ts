import { problem } from '#kernel';

export const packProblems = {
  notYet: problem('pack-not-yet', 409, '竞价还没有结果，还没有记录包', '竞价结束、有了结果，谁都可以下载。'),
  sealed: problem(
    'pack-stays-sealed',
    409,
    '这场竞价没有结果，没有打开的报价不公开',
    '终结的竞价，密封的报价、委托最高价不打开。',
  ),
};
