import { type Day, type FieldError, formatDay } from '#kernel';
import { stepProblems } from '#platform';

/** Nothing was applied for that could be decided. */
export const noApprovalOpen = () => stepProblems.notOpen({ detail: '没有在办的审批。' });

/** What is wrong with a decision of the authority as it was typed off. */
export const capitalFaults = {
  beforeAcceptance: (acceptedOn: Day): FieldError => ({
    pointer: '#/decidedOn',
    detail: `决定不能早于受理（${formatDay(acceptedOn)}）`,
  }),
  noArea: (): FieldError => ({ pointer: '#/validAreaMu', detail: '写批准了多少亩' }),
  noEnd: (): FieldError => ({ pointer: '#/validTo', detail: '写批准的期限到哪一天' }),
};
