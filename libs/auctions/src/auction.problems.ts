/** What is said of an auction that the exchange itself held up. */
export const heldWords = {
  lost: '挂牌的条件有变：同意、权属、抵押或者合同有一项不再满足，系统先停下，问题解决以后接着竞价。',
} as const;
