import { TextField } from '#platform';

export const noNumbers = '所有人都看得到，不要写手机号、座机号、身份证号、银行卡号';

/** What a party wants to know about a lot. */
export class QuestionInput {
  @TextField('想问什么', { lines: 3, length: [4, 300], hint: `${noNumbers}；不写是谁问的` }) question: string;
}

/** What the office says to it, to everybody. */
export class AnswerInput {
  @TextField('答复', { lines: 4, length: [1, 500], hint: noNumbers }) answer: string;
}

/** Why a question is not shown. */
export class SetAsideInput {
  @TextField('为什么不公开', { lines: 2, length: [4, 200], hint: '代替原来的问题公开，不要重复原话' }) reason: string;
}
