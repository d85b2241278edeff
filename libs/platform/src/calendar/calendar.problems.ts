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
