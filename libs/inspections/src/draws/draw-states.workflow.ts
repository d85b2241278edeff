import type { State } from '#kernel';

/** Everybody reads it from `published` on. */
// prettier-ignore
export const drawStates = {
  frozen:    { label: '名单已冻结' },
  published: { label: '摘要已公布，等种子', within: 'drawSeedWorkingDays', basis: '平台参数：抽签公布摘要以后录入种子的期限', tone: 'wait' },
  sealing:   { label: '等各方封存号码', timed: true, tone: 'wait' },
  opening:   { label: '等各方揭开号码', timed: true, tone: 'act' },
  seeded:    { label: '种子已定' },
  drawn:     { label: '已抽签', end: true, tone: 'go' },
  cancelled: { label: '不抽了', end: true, tone: 'info' },
} as const satisfies Record<string, State>;

export type DrawState = keyof typeof drawStates;
