import type { State } from '#kernel';

/** `ahead` waits for its start, `bidding` takes bids by the clock alone, `parting` waits for the draw of equal claims, `sold` for the contract. */
// prettier-ignore
export const auctionStates = {
  announced:  { phase: 'ahead',   timed: true, label: '待开始', tone: 'wait' },
  running:    { phase: 'bidding', label: '竞价中', tone: 'go' },
  suspended:  { phase: 'halted',  label: '中止', tone: 'stop' },
  drawing:    { phase: 'parting', label: '同价，待抽签', tone: 'act' },
  sold:       { phase: 'sold',    label: '已成交，待签合同', tone: 'go' },
  closed:     { phase: 'over',    label: '成交', end: true, tone: 'go' },
  failed:     { phase: 'fallen',  label: '流标', end: true, tone: 'stop' },
  terminated: { phase: 'fallen',  label: '终结', end: true, tone: 'stop' },
} as const satisfies Record<string, State>;

export type AuctionState = keyof typeof auctionStates;
