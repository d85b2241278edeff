import { problem } from '#kernel';

export const rightDealProblems = {
  notFound: problem('right-deal-not-found', 404, '没有这宗成交'),
  signedEarly: (): { pointer: string; detail: string } => ({
    pointer: '#/signedOn',
    detail: '合同要在结果公示期满以后签',
  }),
};
