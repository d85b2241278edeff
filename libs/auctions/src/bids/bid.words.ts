export const bidWays = { receipt: '看这次报价的回执' } as const;

export const receiptParts = {
  title: '报价回执',
  seq: '序号',
  kind: '事项',
  number: '竞买号',
  amountFen: '报价',
  said: '写的是什么（看不懂的）',
  at: '进入系统的时间',
  errorMs: '时间误差（毫秒）',
  outcome: '结果',
  reason: '没有接受的原因',
  endsAt: '之后的结束时间',
  topFen: '之后的最高价',
  topNumber: '之后领先的竞买号',
  via: '在哪个站点代报',
  salt: '防猜的随机数',
  place: '在批次里的位置',
} as const;
