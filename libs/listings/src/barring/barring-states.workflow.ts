import type { State } from '#kernel';

/** Who is to be barred is told first and heard; what was decided ends on its last day, or before it. */
// prettier-ignore
export const barringStates = {
  proposed: { label: '已告知，等陈述申辩', lasts: 'barringAnswerWorkingDays', basis: '参照行政处罚法第四十四、四十五条：决定以前先告知，听取陈述、申辩', tone: 'wait' },
  deciding: { label: '待决定', tone: 'act' },
  decided:  { label: '禁入', timed: true, tone: 'stop' },
  dropped:  { label: '不予禁入', end: true, tone: 'info' },
  lifted:   { label: '已解除', end: true, tone: 'go' },
  lapsed:   { label: '期满', end: true, tone: 'info' },
} as const satisfies Record<string, State>;

export type BarringState = keyof typeof barringStates;
