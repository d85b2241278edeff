import type { State } from '#kernel';

/** `asking` waits for the town or the money, `in` may take part, `out` may not. */
// prettier-ignore
export const interestStates = {
  registered: { phase: 'asking', label: '已报名，待审查', tone: 'wait', within: 'qualifyingWorkingDays', basis: '平台规则 牌-03' },
  qualified:  { phase: 'money',  label: '够资格，待交保证金', tone: 'act' },
  admitted:   { phase: 'in',     label: '可以参加', tone: 'go' },
  refused:    { phase: 'out',    label: '不够资格', end: true, tone: 'stop' },
  late:       { phase: 'out',    label: '保证金没有按时交足', end: true, tone: 'stop' },
  withdrawn:  { phase: 'out',    label: '已退出', end: true },
  over:       { phase: 'out',    label: '挂牌结束', end: true, tone: 'info' },
} as const satisfies Record<string, State>;

export type InterestState = keyof typeof interestStates;
