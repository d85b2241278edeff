import { problem } from '#kernel';

export const idempotencyProblems = {
  otherBody: problem(
    'idempotency-other-body',
    422,
    '同一个请求编号不能用来办两件不同的事',
    'Idempotency-Key 已用于另一份内容。换一个新编号再发。',
  ),
  keyTooLong: problem(
    'idempotency-key-too-long',
    400,
    '请求编号太长',
    'Idempotency-Key 最多 255 个字符；没有办，换一个短的再发。',
  ),
  done: problem('already-done', 409, '这个请求已经办过了', '同一个 Idempotency-Key 的请求已经办成，没有重复办。'),
};
