import { problem } from '#kernel';
import { inputProblem, refuses } from '#platform';

export const householdProblems = {
  notFound: problem('household-not-found', 404, '没有这一户'),
  over: problem('household-over', 409, '这一户已经没有成员了', '结束了的户不再添人、改人；登记错了的，由县里更正。'),
  noMember: problem('member-not-found', 404, '这一户现在没有这个人'),
  already: problem('member-already', 409, '这个人已经是这一户的成员'),
  last: problem(
    'member-last',
    409,
    '这是这一户最后一个人',
    '农户是承包方（承包法第十六条）。最后一个人不能悄悄去掉：用“这一户没有成员了”，写明日期，附证明。',
  ),
};

/** What is wrong in a field of these forms. */
export const householdFaults = {
  number: (detail: string) => inputProblem([{ pointer: '#/identityNumber', detail }]),
  noNumber: '证件号码写得不像一个号码，请照证件写',
  sex: () => inputProblem([{ pointer: '#/sex', detail: '性别和身份证号第 17 位不符' }]),
  early: () => inputProblem([{ pointer: '#/on', detail: '早于他成为这一户成员的日子' }]),
  representative: () =>
    inputProblem([{ pointer: '#/representative', detail: '他是代表人，请在留下的人里选谁接着做代表人' }]),
} as const;

refuses({ member_once: householdProblems.already, member_period: householdProblems.noMember });
