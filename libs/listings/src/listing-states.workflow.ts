import type { State } from '#kernel';

/**
 * The phases of a lot. While it is written its clerk may change it; at the station each member is asked; town and county check it; it is
 * offered; then whoever registered is looked at, several bid, and it is let. `over` found a taker, `fallen` none.
 */
// prettier-ignore
export const listingStates = {
  draft:         { phase: 'writing',   label: '草稿', tone: 'wait' },
  village:       { phase: 'consent',   label: '村里征求同意', tone: 'act' },
  town_check:    { phase: 'checking',  label: '镇里核查', tone: 'wait', within: 'townReviewWorkingDays', basis: '平台规则 期-01' },
  county_review: { phase: 'checking',  label: '县级审核', tone: 'wait', within: 'countyReviewWorkingDays', untilClose: true, basis: '商河县公布流程：县级审核 1 个工作日内完成' },
  listed:        { phase: 'offered',   timed: true, label: '挂牌中', tone: 'go' },
  qualifying:    { phase: 'choosing',  label: '资格审查', tone: 'wait', within: 'qualifyingWorkingDays', basis: '平台规则 牌-03：挂牌期满以后在期限内定下结果' },
  agreed:        { phase: 'dealing',   label: '已成交，办理中', tone: 'go' },
  bidding:       { phase: 'bidding',   label: '竞价', tone: 'act' },
  suspended:     { phase: 'suspended', label: '中止', tone: 'stop' },
  closed:        { phase: 'over',      label: '成交', end: true, tone: 'go' },
  failed:        { phase: 'fallen',    label: '流标', end: true, tone: 'stop' },
  withdrawn:     { phase: 'fallen',    label: '已撤回', end: true },
  terminated:    { phase: 'fallen',    label: '终结', end: true, tone: 'stop' },
} as const satisfies Record<string, State>;

export type ListingState = keyof typeof listingStates;
