import type { State } from '#kernel';

/** A deal about a right that is no contracted land: its result is on notice, then the contract is signed. */
// prettier-ignore
export const rightDealStates = {
  on_notice: { phase: 'notice',  label: '结果公示', tone: 'act' },
  signing:   { phase: 'signing', label: '待签合同', tone: 'wait', within: 'signingWorkingDays', basis: '平台规则 签-01：结果公示期满以后在期限内签合同' },
  closed:    { phase: 'over',    label: '合同已签，成交', end: true, tone: 'go' },
  fallen:    { phase: 'fallen',  label: '没有办成', end: true, tone: 'stop' },
} as const satisfies Record<string, State>;

export type RightDealState = keyof typeof rightDealStates;
