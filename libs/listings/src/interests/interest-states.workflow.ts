import type { State } from '#kernel';

/**
 * `asking` waits for the town, `in` may take the lot if its money came in time, `taken` has it, `out` has not. Whose money came is no
 * state: nobody who works here shall see it before the result.
 */
// prettier-ignore
export const interestStates = {
  registered: { phase: 'asking', label: '已报名，待审查', tone: 'wait', within: 'qualifyingWorkingDays', basis: '平台规则 牌-03' },
  qualified:  { phase: 'in',     label: '够资格', tone: 'go' },
  won:        { phase: 'taken',  label: '成交的一方', tone: 'go' },
  refused:    { phase: 'out',    label: '不够资格', end: true, tone: 'stop' },
  late:       { phase: 'out',    label: '保证金没有按时交足', end: true, tone: 'stop' },
  unfit:      { phase: 'out',    label: '不能再参加', end: true, tone: 'stop' },
  withdrawn:  { phase: 'out',    label: '已退出', end: true },
  over:       { phase: 'out',    label: '挂牌结束', end: true, tone: 'info' },
} as const satisfies Record<string, State>;

export type InterestState = keyof typeof interestStates;
