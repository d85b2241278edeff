import { problem } from '#kernel';

/** Why a piece of work is not taken in hand or handed over. */
export const workProblems = {
  notWaiting: problem(
    'work-not-waiting',
    409,
    '这一件不在您的待办里',
    '别人可能刚办完，或者它不归您的岗。请回待办再看。',
  ),
  taken: problem('work-taken', 409, '这一件已经有人在办', '要接过来，请对方交给您。'),
  notTheirs: problem('work-not-theirs', 409, '这一件不归他的岗', '请交给管这个地方、办这一步的人。'),
};
