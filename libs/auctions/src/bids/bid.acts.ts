/** What is said once a bid is in. */
export const bidSaid = { bid: '报价收到了。', maximum: '委托最高价记下了。', withdrawal: '' } as const;
