import { problem } from '#kernel';

export const caseProblems = {
  notFound: problem('case-not-found', 404, '没有这一件', '编号可能抄错了，或者这一件不归您看。'),
  noCode: problem('case-code-wrong', 404, '没有查到', '编号和查询码要和回执上的一样。'),
  notHandler: problem(
    'case-contact-not-yours',
    403,
    '联系方式只给经办的人看',
    '受理、决定、送达这一件的人和监督员才能看，要写明为什么。',
  ),
  receiptGone: problem('receipt-gone', 404, '回执只留一天', '查进度要编号和查询码；丢了带身份证到镇交易所当面查。'),
};

/** What is said of a field that its kind does not know. */
export const caseFaults = { outcome: '选一种决定', effect: '只能选列出的' } as const;
