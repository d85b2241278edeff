import { type Day, formatDay, problem } from '#kernel';
import { refuses } from '#platform';

export const certificateProblems = {
  notFound: problem('certificate-not-found', 404, '没有这本证书', '编号或地址可能抄错了，或者它不归您看。'),
  oneValid: problem(
    'certificate-already-valid',
    409,
    '这项权利已经有一本有效证书',
    '一项土地经营权，任何时候只有一本有效证书。要新的，请办补发或换发。',
  ),
  numberTaken: problem('certificate-number-taken', 409, '这个证号已经用过', '证号一经发出永远不再用。'),
  noRight: problem('certificate-without-right', 409, '流转还没有记入台账，不能发证'),
  underReview: problem(
    'certificate-under-review',
    409,
    '证书正在撤销复核',
    '先由负责人决定撤销还是不撤销，再办这一件。',
  ),
  stockUsed: problem('certificate-stock-used', 409, '这个流水号已经登记过', '每张证书纸只登记一次：用了，或者废了。'),
  guessing: problem(
    'code-guessing',
    429,
    '输错次数太多，请等一会儿',
    '同一个网络 10 分钟里输错 10 次，要等一会儿再查。扫二维码不会输错。',
  ),
};

/** Faults of single fields, and what a refusal adds to its name. */
export const certificateFaults = {
  unchanged: '和原来的一样，没有变',
  spoiledHow: '写怎么废的',
  notCertifier: '证书纸由县中心发证岗登记。',
  announcedUntil: (last: Day, days: number): string =>
    `公告到 ${formatDay(last)} 才满 ${days} 个工作日，满了以后才能补发`,
  againIn: (minutes: number): string => `请 ${minutes} 分钟后再查。`,
} as const;

refuses({
  certificate_one_valid: certificateProblems.oneValid,
  certificate_number_once: certificateProblems.numberTaken,
  certificate_paper_once: certificateProblems.numberTaken,
  certificate_follows_one: certificateProblems.oneValid,
  certificate_followed_by_one: certificateProblems.oneValid,
  certificate_stock_once: certificateProblems.stockUsed,
});
