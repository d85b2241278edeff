import { codes } from '#kernel';
export const claimLevels = {
  member: '本集体成员',
  incumbent: '原承租人（续租）',
  co_contractor: '共同承包人',
} as const;
export type ClaimLevel = keyof typeof claimLevels;

export const claimResults = codes('ClaimResult', {
  stands: '主张成立，等转出方选定',
  claimant_takes_over: '转出方选定，由主张人承接',
  not_chosen: '转出方选定了另一位',
  declined: '主张不成立',
  not_proven: '成员身份没有核实',
  withdrawn: '主张人撤回',
  lapsed: '公示撤下，主张失效',
});
export type ClaimResult = keyof typeof claimResults;

// 同等条件下成员优先（承包法第三十八条第五项）：转出方可以不流转，但不能条件相同还选外面的人。
/** Why a proven claim may fail; without one of these it stands. */
export const declineGrounds = {
  terms_differ: '条件不同',
  no_ability: '没有经营能力',
  not_letting: '转出方不再流转',
} as const;
export type DeclineGround = keyof typeof declineGrounds;
export const isDeclineGround = (text: string): text is DeclineGround => Object.hasOwn(declineGrounds, text);

/** Grounds as claims keep them; `unstated` is what was written before grounds were asked. */
export const keptGrounds = { ...declineGrounds, unstated: '当时没有写明情形' } as const;
export type KeptGround = keyof typeof keptGrounds;

/** What the document calls the parts of a claim. */
export const claimLabels = {
  title: '优先权主张',
  number: '编号',
  name: '主张人',
  phoneMasked: '遮住的电话',
  level: '凭什么',
  statement: '说明',
  claimedAt: '什么时候',
  state: '到哪一步',
  dueAt: '最晚答复',
  verifiedBy: '谁核实的',
  answer: '答复写的话',
  result: '结果',
  ground: '不成立的情形',
  registered: '登记簿里是成员',
} as const;

/** The desk of a town that answers claims. */
export const tradeDesk = '交易所交易部';
