import type { State } from '#kernel';

/** What is `published` everybody reads; all else the town and whose it is. */
// prettier-ignore
export const wantedStates = {
  draft:      { label: '草稿', tone: 'wait' },
  checking:   { label: '镇里核对', tone: 'wait', within: 'wantedCheckWorkingDays', basis: '平台参数：求租信息核对期限' },
  published:  { label: '正在求租', timed: true, tone: 'go' },
  withdrawn:  { label: '已撤回', end: true },
  expired:    { label: '到期下架', end: true, tone: 'info' },
  taken_down: { label: '镇里下架', end: true, tone: 'stop' },
} as const satisfies Record<string, State>;

export type WantedState = keyof typeof wantedStates;
