import { workflow } from '#kernel';
import { interestStates } from './interest-states.workflow.js';
import * as rule from './interest.rules.js';

/** Asked when the town qualifies somebody, and again when the lot is his. */
const fit = [rule.ageAllowed, rule.staffOutside, rule.notTransferor, rule.notBarred];

// prettier-ignore
export const interestWorkflow = workflow('interest', {
  label: '报名',
  states: interestStates,
  steps: [
    { from: 'registered', on: 'qualify',  to: 'qualified', by: 'town_trade', label: '资格审查通过', needs: [rule.listingOpen, rule.priorityAnswered, ...fit] },
    { from: 'registered', on: 'refuse',   to: 'refused',   by: 'town_trade', label: '不够资格', tone: 'quiet', hint: '写明理由，告诉报名的人；交了的保证金退回。', back: true },
    { from: 'qualified',  on: 'refuse',   to: 'refused',   by: 'town_trade', label: '不够资格', tone: 'quiet', needs: [rule.listingOpen], hint: '审查以后才有的情形；写明理由，交了的保证金退回。', aside: true, back: true },
    { from: 'qualified',  on: 'win',      to: 'won',       by: 'clock', label: '成交', needs: [rule.depositInTime, ...fit] },
    { from: 'over',       on: 'follow',   to: 'won',       by: 'clock', label: '前一位没有办成，递补', needs: fit, aside: true },
    { from: 'qualified',  on: 'lapse',    to: 'late',      by: 'clock', label: '保证金没有按时交足', back: true },
    { from: 'qualified',  on: 'exclude',  to: 'unfit',     by: 'clock', label: '保证金交足了，不能再参加', back: true },
    { from: ['registered', 'qualified'], on: 'withdraw', to: 'withdrawn', by: ['applicant', 'town_trade'], label: '退出报名', tone: 'quiet', needs: [rule.listingOpen], confirm: '退出以后不能再参加这一宗，交了的保证金退回。', aside: true, back: true },
    { from: ['registered', 'qualified', 'won'], on: 'finish', to: 'over', by: 'clock', label: '挂牌结束' },
  ],
});
