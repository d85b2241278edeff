import { workflow } from '#kernel';
import { interestStates } from './interest-states.workflow.js';
import * as rule from './interest.rules.js';

// prettier-ignore
export const interestWorkflow = workflow('interest', {
  label: '报名',
  states: interestStates,
  steps: [
    { from: 'registered', on: 'qualify',  to: 'qualified', by: 'town_trade', label: '资格审查通过', needs: [rule.listingOpen, rule.priorityAnswered, rule.ageAllowed, rule.staffOutside, rule.notTransferor, rule.notBarred] },
    { from: 'registered', on: 'refuse',   to: 'refused',   by: 'town_trade', label: '不够资格', tone: 'quiet', hint: '写明理由，告诉报名的人；交了的保证金退回。', back: true },
    { from: 'qualified',  on: 'refuse',   to: 'refused',   by: 'town_trade', label: '不够资格', tone: 'quiet', hint: '审查以后才有的情形；写明理由，交了的保证金退回。', aside: true, back: true },
    { from: 'qualified',  on: 'admit',    to: 'admitted',  by: ['town_finance', 'clock'], label: '保证金到账，可以参加', needs: [rule.depositInTime, rule.ageAllowed, rule.staffOutside, rule.notTransferor, rule.notBarred] },
    { from: 'qualified',  on: 'lapse',    to: 'late',      by: 'clock', label: '保证金没有按时交足', back: true },
    { from: ['registered', 'qualified', 'admitted'], on: 'withdraw', to: 'withdrawn', by: ['applicant', 'town_trade'], label: '退出报名', tone: 'quiet', needs: [rule.listingOpen], confirm: '退出以后不能再参加这一宗，交了的保证金退回。', aside: true, back: true },
    { from: ['registered', 'qualified', 'admitted'], on: 'finish', to: 'over', by: 'clock', label: '挂牌结束' },
    { from: 'admitted',   on: 'win',      to: 'same',      by: 'clock', label: '竞得', needs: [rule.ageAllowed, rule.staffOutside, rule.notTransferor, rule.notBarred], aside: true },
    { from: 'over',       on: 'follow',   to: 'admitted',  by: 'clock', label: '前一位没有办成，递补竞得', needs: [rule.ageAllowed, rule.staffOutside, rule.notTransferor, rule.notBarred], aside: true },
  ],
});
