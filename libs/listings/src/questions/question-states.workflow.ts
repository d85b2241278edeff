import type { State } from '#kernel';

/** What is `answered` or set aside, everybody reads; what is `asked` or was never answered, the office and who asked it. */
// prettier-ignore
export const questionStates = {
  asked:     { label: '等答复', tone: 'wait', within: 'questionWorkingDays', basis: '平台参数：挂牌提问的答复期限' },
  answered:  { label: '已答复', end: true, tone: 'go' },
  set_aside: { label: '不公开', end: true, tone: 'stop' },
  withdrawn: { label: '已撤回', end: true },
  closed:    { label: '挂牌结束，没有答复', end: true, tone: 'info' },
} as const satisfies Record<string, State>;

export type QuestionState = keyof typeof questionStates;
