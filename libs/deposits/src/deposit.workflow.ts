import { statesIn, workflow } from '#kernel';
import { approvers, differentApprover, differentPayer } from '#ledger';
import {
  againstRent,
  answersNoMore,
  notForfeited,
  nothingHeld,
  nothingPaid,
  oneAnswerAtATime,
  paidInFull,
  someHeld,
  stillAnswers,
} from './deposit.rules.js';

// What follows from the transfer (it waives, it ends) is taken in the clock's name: who may end a transfer was asked there.
// prettier-ignore
export const depositWorkflow = workflow('deposit', {
  label: '风险保障金',
  states: {
    requested:  { phase: 'asked',   label: '待缴', within: 'depositWorkingDays', basis: '合同备案后在规定期限内缴纳（平台规则；办法第三十条）', tone: 'wait' },
    partial:    { phase: 'asked',   label: '缴了一部分', within: 'depositWorkingDays', basis: '合同备案后在规定期限内缴纳（平台规则；办法第三十条）', tone: 'act' },
    held:       { phase: 'kept',    label: '已缴存', tone: 'go' },
    guaranteed: { phase: 'kept',    timed: true, label: '以保函、保险代替', tone: 'go' },
    releasing:  { phase: 'leaving', label: '退还办理中', within: 'riskDepositReleaseWorkingDays', basis: '到期验收后退还（风险保障金协议第七条）', tone: 'wait' },
    claimed:    { phase: 'leaving', label: '动用办理中', tone: 'act' },
    paid_out:   { phase: 'leaving', label: '动用已付出', tone: 'act' },
    topup_due:  { phase: 'asked',   label: '待补足', within: 'depositWorkingDays', basis: '动用后受让方应当补足（风险保障金协议第五条）', tone: 'wait' },
    released:   { phase: 'over',    label: '已退清', end: true, tone: 'info' },
    applied:    { phase: 'over',    label: '已用完', end: true, tone: 'info' },
    waived:     { phase: 'over',    label: '免缴', end: true, tone: 'go' },
    cancelled:  { phase: 'over',    label: '已取消', end: true, tone: 'info' },
  },
  steps: [
    { from: 'requested',  on: 'waive',            to: 'waived',     by: 'clock',        label: '免缴' },
    { from: ['requested', 'partial', 'topup_due'], on: 'pay_part',         to: 'partial',    by: 'town_finance', label: '登记一部分缴款' },
    { from: ['requested', 'partial', 'topup_due'], on: 'pay_rest',         to: 'held',       by: 'town_finance', label: '登记缴款，缴齐', needs: [paidInFull] },
    { from: 'requested',  on: 'accept_guarantee', to: 'guaranteed', by: 'town_finance', label: '登记保函、保险', tone: 'quiet', needs: [nothingPaid, againstRent] },
    { from: 'guaranteed', on: 'run_out',          to: 'requested',  by: 'clock',        label: '保函、保险到期' },
    { from: 'requested',  on: 'cancel',           to: 'cancelled',  by: 'clock',        label: '取消', needs: [nothingPaid] },
    { from: 'guaranteed', on: 'return_guarantee', to: 'released',   by: 'clock',        label: '案件结束，保函、保险不再需要' },
    { from: ['partial', 'held', 'topup_due'], on: 'refund',           to: 'releasing',  by: 'clock',        label: '案件结束，退还' },
    { from: 'held',       on: 'begin_release',    to: 'releasing',  by: 'town_finance', label: '开始退还', needs: [someHeld, answersNoMore, notForfeited] },
    { from: 'releasing',  on: 'request_release',  to: 'same',       by: 'town_finance', label: '申请退款', needs: [someHeld, answersNoMore, notForfeited] },
    { from: 'releasing',  on: 'approve_release',  to: 'same',       by: approvers,      label: '批准退款', needs: [differentApprover] },
    { from: 'releasing',  on: 'refuse_release',   to: 'same',       by: approvers,      label: '不批准退款', tone: 'grave', needs: [differentApprover] },
    { from: 'releasing',  on: 'record_release',   to: 'same',       by: 'town_finance', label: '登记退款已付', needs: [differentPayer] },
    { from: ['held', 'releasing'], on: 'forfeit',     to: 'held',       by: 'clock',        label: '不予退还', needs: [someHeld] },
    { from: ['releasing', 'held', 'released'], on: 'return_release',   to: 'releasing',  by: 'town_finance', label: '登记退款被银行退回', tone: 'quiet' },
    { from: 'releasing',  on: 'hold_rest',        to: 'held',       by: 'town_finance', label: '这一期退完，其余继续保管', tone: 'quiet', needs: [oneAnswerAtATime, someHeld] },
    { from: 'releasing',  on: 'finish_release',   to: 'released',   by: 'town_finance', label: '退清', needs: [nothingHeld, oneAnswerAtATime] },
    { from: 'held',       on: 'claim',            to: 'claimed',    by: 'town_finance', label: '申请动用', tone: 'quiet', needs: [someHeld] },
    { from: 'claimed',    on: 'approve_claim',    to: 'same',       by: approvers,      label: '批准动用', needs: [differentApprover] },
    { from: 'claimed',    on: 'refuse_claim',     to: 'held',       by: approvers,      label: '不批准动用', tone: 'grave', needs: [differentApprover] },
    { from: 'claimed',    on: 'record_claim',     to: 'paid_out',   by: 'town_finance', label: '登记动用款已付' },
    { from: ['paid_out', 'topup_due', 'partial', 'held', 'applied'], on: 'return_claim',     to: 'held',       by: 'town_finance', label: '登记动用款被银行退回', tone: 'quiet' },
    { from: 'paid_out',   on: 'ask_topup',        to: 'topup_due',  by: 'town_finance', label: '通知补足', tone: 'quiet', needs: [stillAnswers] },
    { from: 'paid_out',   on: 'keep_rest',        to: 'held',       by: 'town_finance', label: '不再补，其余继续保管', tone: 'quiet', needs: [someHeld] },
    { from: ['paid_out', 'topup_due'], on: 'use_up',           to: 'applied',    by: 'town_finance', label: '已用完，结清', tone: 'quiet', needs: [nothingHeld] },
  ],
});

/** States in which nothing more is to be paid: money, its stand-in, or the county's own waiver. */
export const settledStates: readonly string[] = [
  ...statesIn(depositWorkflow, 'kept'),
  'waived' satisfies keyof typeof depositWorkflow.states,
];
