import { problem } from '#kernel';

/** Refusals that belong to no noun. */
export const generalProblems = {
  notFound: problem('not-found', 404, '没有这一页', '网址可能抄错了，或者这份内容不归您看。'),
  tooLarge: problem('too-large', 413, '内容太大'),
  tooMany: problem('too-many-requests', 429, '问得太快了', '等一会儿再试。'),
  method: problem('method-not-allowed', 405, '这个网址不能这样用', '能用的方法在 Allow 里。'),
  unreadable: problem(
    'unsupported-media-type',
    415,
    '读不了这种格式的内容',
    '程序请用 JSON（UTF-8），带文件的用 multipart/form-data。',
  ),
  tag: problem('if-match-unreadable', 400, '读不懂 If-Match', 'If-Match 要照原样写读到的 ETag，连引号在内。'),
  internal: problem(
    'internal',
    500,
    '系统出了差错',
    '已经记下来了。您办的事没有办成，也没有留下半件；请过一会儿再试。',
  ),
  unknown: problem(
    'outcome-unknown',
    503,
    '不知道办成没有',
    '不知道办成没有，用同一个编号再问：已经办成的不会再办一遍，会告诉您结果。页面上的，等一会儿再按一次。',
  ),
  away: problem(
    'database-away',
    503,
    '现在办不了',
    '存数据的地方暂时连不上，您办的事没有办。过一会儿用同一个编号再办。',
  ),
  busy: problem('busy', 503, '现在太忙', '等几秒再试，用同一个请求编号不会重复办。'),
};

/** What somebody is told who comes while all hands are full. */
export const busyWords = {
  acts: (seconds: number): string => `现在办事的人太多，您这一件还没有开始办。${seconds} 秒以后用同一个编号再交。`,
  reads: (seconds: number): string => `现在来的人太多，先让正在办的事办完。${seconds} 秒以后再看。`,
  watchers: (seconds: number): string =>
    `同时看现场的人已满，页面照样能看，按“刷新”就是最新的。${seconds} 秒以后再连现场。`,
} as const;
