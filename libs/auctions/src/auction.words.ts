/** Why an auction ended without a deal. */
export const auctionFailures = {
  'no-bid': '没有人报价',
  'below-reserve': '最高报价没有到底价',
  defaulted: '成交的各方都没有签约',
  'deal-fell': '成交的案件没有办成',
} as const;
export type AuctionFailure = keyof typeof auctionFailures;

/** What the exchange itself does in the course of an auction. */
export const auctionEvents = {
  suspension: '中止',
  resumption: '恢复',
  outage: '系统中断，顺延',
  rescheduling: '改期',
  closing: '结束',
} as const;

export const auctionModes = {
  live: '网上连续竞价',
  countdown: '倒计时竞价',
  sealed: '一次密封报价',
  posted: '定价，先到先得',
} as const;

export const attemptKinds = {
  bid: '报价',
  maximum: '委托最高价',
  withdrawal: '撤回',
  automatic: '按委托代报',
  ...auctionEvents,
} as const;

export const attemptOutcomes = { accepted: '接受', refused: '没有接受' } as const;

/** Lines of the history. */
export const auctionLines = {
  opened: '转入竞价，排定时间',
} as const;

/** What the draw of equal claims is called. */
export const drawTitle = (place: string, lot: string): string => `${place}（${lot}）竞价同价抽签`;

/** What an officer calls it. */
export const auctionWork = '竞价';
