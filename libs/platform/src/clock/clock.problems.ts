import { type Day, formatDay, problem } from '#kernel';

export const clockProblems = {
  fixed: problem(
    'clock-fixed',
    403,
    '正式运行时不能拨时钟',
    '只有演练用的系统才有能拨的时钟；正式办事，时间就是时间。',
  ),
  backwards: problem('clock-backwards', 422, '时钟只能往前拨', '往前拨过的日子里已经办了事，不能退回去。'),
  tooFar: problem('clock-too-far', 422, '一次拨得太远', '一次最多往前拨两年。'),
  provisional: problem(
    'deadline-provisional',
    409,
    '最后一天还是暂定的',
    '国务院还没有公布这一年的放假安排，或者还没有装入。装入以后会重新算，再往下走。',
  ),
};

/** What a refusal of the clock says of the case at hand. */
export const clockFaults = {
  now: (today: Day, time: string): string => `现在是 ${formatDay(today)} ${time}。`,
  nothing: '请填拨几天，或者拨到哪一天。',
  moment: (text: string): string => `“${text}”不是有效时刻。`,
  failed: '系统出了差错，已记入日志，会再试。',
} as const;
