import { TextField } from '#platform';

/** Whose number is to be opened before the result, and why. */
export class UnsealingInput {
  @TextField('哪个竞买号', { length: [4, 4], pattern: /^[1-9]\d{3}$/, refusal: '竞买号是 4 位数字' }) number: string;
  @TextField('为什么要在结果以前揭开', { lines: 3, length: [10, 500], hint: '竞价结束以后告诉参加的各方' })
  reason: string;
  @TextField('依据', { length: [2, 200], hint: '写条文或者平台规则' }) rule: string;
}
