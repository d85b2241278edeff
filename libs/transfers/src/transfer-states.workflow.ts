import type { State } from '#kernel';

/**
 * The phases of a case. While it is written its applicant may change it; the town, then survey and county review it; the notice runs;
 * until the contract is signed nothing binds; closing makes the right, and the right runs. `over` is a right that ended, `fallen` a case.
 */
// prettier-ignore
export const transferStates = {
  draft:           { phase: 'writing',   timed: true, label: '草稿', tone: 'wait' },
  submitted:       { phase: 'town',      label: '待受理', tone: 'wait', within: 'townReviewWorkingDays', basis: '平台规则 期-01：镇街收到申请后在期限内受理或一次性告知' },
  correction:      { phase: 'writing',   label: '待补正', tone: 'act',  lasts: 'correctionWorkingDays', basis: '平台规则 期-02：补正期限从告知次日起算' },
  town_review:     { phase: 'town',      label: '镇初审', tone: 'wait', within: 'townReviewWorkingDays', basis: '平台规则 期-01' },
  survey:          { phase: 'review',    label: '实地调查', tone: 'wait', within: 'surveyWorkingDays', basis: '平台规则 期-03' },
  county_review:   { phase: 'review',    label: '县级审核', tone: 'wait', within: 'countyReviewWorkingDays', untilClose: true, basis: '商河县公布流程：县级审核 1 个工作日内完成，从材料报齐的次日起算' },
  county_returned: { phase: 'review',    label: '县级退回镇里', tone: 'act', within: 'townReviewWorkingDays', basis: '平台规则 期-04：县级退回即停表，重报重新计时' },
  on_notice:       { phase: 'notice',    label: '公示中', tone: 'wait' },
  signing:         { phase: 'signing',   label: '待签合同', tone: 'wait', lasts: 'signingWorkingDays', basis: '平台规则 期-05' },
  filing:          { phase: 'closing',   label: '待备案', tone: 'wait', within: 'filingWorkingDays', basis: '农村土地承包法第36条：向发包方备案' },
  deposit:         { phase: 'closing',   label: '待交风险保障金', tone: 'act', lasts: 'depositWorkingDays', basis: '平台规则 期-06' },
  unpaid:          { phase: 'closing',   label: '保障金逾期，合同没有解除', tone: 'stop' },
  recording:       { phase: 'closing',   label: '待记入台账', tone: 'wait', within: 'certificateWorkingDays', basis: '平台规则 期-07' },
  certifying:      { phase: 'closing',   label: '待发证', tone: 'wait', within: 'certificateWorkingDays', basis: '平台规则 期-07' },
  certified:       { phase: 'right',     timed: true, label: '已发证，待生效', tone: 'go' },
  registered:      { phase: 'right',     timed: true, label: '已办结，不发证，待生效', tone: 'go' },
  in_force:        { phase: 'right',     timed: true, label: '生效中', tone: 'go' },
  suspended:       { phase: 'suspended', label: '中止', tone: 'stop' },
  expired:         { phase: 'over',      label: '到期终结', end: true },
  terminated:      { phase: 'over',      label: '提前终止', end: true, tone: 'stop' },
  renewed:         { phase: 'over',      label: '已续期', end: true, tone: 'go' },
  withdrawn:       { phase: 'fallen',    label: '已撤回', end: true },
  rejected:        { phase: 'fallen',    label: '不予通过', end: true, tone: 'stop' },
  lapsed:          { phase: 'fallen',    label: '逾期失效', end: true, tone: 'stop' },
  superseded:      { phase: 'fallen',    label: '由优先权人承接', end: true, tone: 'info' },
} as const satisfies Record<string, State>;

export type TransferState = keyof typeof transferStates;
