export const questionWork = '挂牌提问';
export const questionAsked = '提问';

/** What the document calls the parts of a question. */
export const questionParts = {
  title: '挂牌提问',
  listing: '哪一宗',
  state: '到哪一步',
  question: '问题；不公开的没有',
  answer: '答复',
  earlier: '更正以前的答复，旧的在前',
  earlierAt: '那是什么时候答复的',
  reason: '为什么不公开',
  askedAt: '什么时候问的',
  answeredAt: '什么时候答复的',
  answerBy: '最晚什么时候答复',
  many: '提问和答复，不写是谁问的',
} as const;
