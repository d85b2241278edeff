import { problem } from '#kernel';

export const caseProblems = {
  notFound: problem('case-not-found', 404, '没有这一件', '编号可能抄错了，或者这一件不归您看。'),
  noCode: problem('case-code-wrong', 404, '没有查到', '编号和查询码要和回执上的一样。'),
};
