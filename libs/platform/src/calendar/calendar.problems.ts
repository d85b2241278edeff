import { problem } from '#kernel';
import { refuses } from '../problem.filter.js';

export const calendarProblems = {
  question: problem(
    'calendar-question',
    422,
    '算不了，请看看起始日和天数',
    '起始日写成“年-月-日”，天数是 1 到 2000 的整数。',
  ),
  notice: problem('calendar-notice', 422, '这份放假安排读不懂', '按 data/holidays 里的格式：year、papers、days。'),
  closureKnown: problem('closure-known', 409, '这几天里有已经登记过的停止办公日'),
};

refuses({ calendar_closure_once: calendarProblems.closureKnown });

/** What is wrong with a notice of holidays, and what came of it. */
export const noticeWords = {
  missing: '请选放假安排的文件。',
  empty: (year: number): string => `${year} 年的文件里没有一天，等国务院的通知出来再装。`,
  source: '文件里没有国务院通知的网址（papers 的第一项）。没有出处的放假安排不能装。',
  json: '不是 JSON 文件',
  unread: (reason: string): string => `${reason}。`,
  loaded: (year: number, moved: number): string => `${year} 年放假安排装好了，${moved} 个期限变了。`,
  same: '和原来的一样，什么都没有变。',
  closed: (moved: number): string => `登记好了，${moved} 个期限变了。`,
} as const;

/** What is wrong with a question to the calculator. */
export const questionFaults = {
  start: '请填从哪天开始。',
  workingDays: '请填多少个工作日。',
} as const;

/** What is wrong with the days of an order that closes offices. */
export const closureFaults = {
  backwards: '止日不能早于起日。',
  tooLong: (longest: number): string => `一次最多 ${longest} 天；更长的另行登记。`,
} as const;
