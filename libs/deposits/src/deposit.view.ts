import {
  type Actor,
  type Calendar,
  type Day,
  fen,
  formatDay,
  formatMoment,
  formatMu,
  formatTerm,
  formatYuan,
  mu,
} from '#kernel';
import {
  type Deadline,
  type DueView,
  type HistoryLine,
  type OpenStep,
  type WhyView,
  dueView,
  offersOf,
  ownIds,
  whyView,
} from '#platform';
import type { DepositRow } from './deposit.list.js';
import type { DepositOutflow } from './deposit-outflow.entity.js';
import type { DepositPayment } from './deposit-payment.entity.js';
import { type DepositSecurity, securityKinds } from './deposit-security.entity.js';
import type { WholeDeposit } from './deposits.queries.js';
import { depositActs, outflowActs } from './deposit.acts.js';
import { type DepositFacts, depositWorkflow } from './deposit.workflow.js';

type StateName = keyof typeof depositWorkflow.states;

/** What the page of a deposit is made from. */
export interface DepositSeen {
  whole: WholeDeposit;
  running: Deadline | null;
  history: readonly HistoryLine[];
  /** The steps this reader has, for a deposit or one outflow of it. */
  open: (facts: DepositFacts) => readonly OpenStep[];
  calendar: Calendar;
  now: Date;
  me: Actor;
}

const yuanText = (amount: number): string => `${formatYuan(fen(amount))} 元`;

export function stateView(state: string): { label: string; tone: string } {
  const found = depositWorkflow.states[state as StateName];
  return { label: found?.label ?? state, tone: found?.tone ?? '' };
}

/** A deposit, to the staff of its town and of the county: accounts by their last four digits only. */
export function depositView(seen: DepositSeen): object {
  const { whole, me, now } = seen;
  const { record, heldFen, paidFen } = whole.facts;
  const ids = new Set<string>();
  const acts = ownIds(offersOf(depositActs, whole.facts, seen.open(whole.facts), me, now), ids);
  return {
    title: `风险保障金 ${record.caseNumber}`,
    id: record.id,
    revision: record.revision,
    trail: { steps: [{ href: '/deposits', label: '风险保障金' }], here: record.caseNumber, code: true },
    state: stateView(record.state),
    stateName: record.state,
    transferId: record.transferId,
    amountFen: record.amountFen,
    heldFen,
    paidFen,
    facts: factsOf(seen),
    explanation: record.explanation,
    legalBasis: record.legalBasis,
    due: dueOf(seen),
    why: whyOf(seen),
    tranches: whole.tranches.map((each) => ({
      ordinal: each.ordinal,
      label: each.label,
      amountFen: each.amountFen,
      amount: yuanText(each.amountFen),
    })),
    accounts: `/deposits/${record.id}/accounts`,
    payments: whole.payments.map(paymentView),
    securities: whole.securities.map(securityView),
    outflows: whole.outflows.map((each) => ({
      ...outflowView(each),
      acts: ownIds(outflowActs(whole.facts, each, seen.open), ids),
    })),
    acts,
    timeline: seen.history.map((line) => ({
      title: line.label,
      state: '',
      when: formatMoment(line.moment),
      text: [line.actorName, line.remark ?? ''].filter(Boolean).join('，'),
    })),
    values: { payerName: record.payerName },
  };
}

function factsOf({ whole }: DepositSeen): { label: string; value: string; href: string }[] {
  const { record, heldFen, paidFen } = whole.facts;
  const line = (label: string, value: string, href = ''): { label: string; value: string; href: string } => ({
    label,
    value,
    href,
  });
  return [
    line('案件', record.caseNumber, `/transfers/${record.transferId}`),
    line('缴款人（受让方）', record.payerName),
    line('应缴', yuanText(record.amountFen)),
    line('已缴', yuanText(paidFen)),
    line('保管中', yuanText(heldFen)),
    line('流转期限', formatTerm({ start: record.termStart, end: record.termEnd })),
    line('面积', `${formatMu(mu(record.areaMu))} 亩`),
    line('通知缴纳', formatDay(record.requestedOn)),
  ];
}

function dueOf({ whole, running, now, calendar }: DepositSeen): DueView | null {
  return running && whole.facts.record.dueAt ? dueView(running, now, calendar, 1) : null;
}

function whyOf({ running }: DepositSeen): WhyView | null {
  return running && whyView(running, '为什么是这一天到期');
}

function paymentView(payment: DepositPayment): object {
  return {
    id: payment.id,
    slipNumber: payment.slipNumber,
    amountFen: payment.amountFen,
    amount: yuanText(payment.amountFen),
    payer: payment.payerName,
    account: `${payment.payerBank} 尾号 ${payment.payerAccountTail}`,
    paidOn: payment.paidOn,
    dayText: formatDay(payment.paidOn),
    by: payment.recordedByName,
    scan: `/files/${payment.scanId}`,
  };
}

function securityView(paper: DepositSecurity): object {
  return {
    title: `${securityKinds[paper.kind]} ${paper.number}`,
    issuer: paper.issuer,
    amount: yuanText(paper.amountFen),
    days: `${formatDay(paper.validFrom)} 至 ${formatDay(paper.validTo)}`,
    by: paper.recordedByName,
    scan: `/files/${paper.scanId}`,
  };
}

function outflowView(outflow: DepositOutflow): object {
  const { label, tone } = standing(outflow);
  return {
    id: outflow.id,
    kind: outflow.kind,
    title: `${outflow.kind === 'release' ? '退还' : '动用'} ${yuanText(outflow.amountFen)}`,
    amountFen: outflow.amountFen,
    payee: `${outflow.payeeName}，${outflow.payeeBank} 尾号 ${outflow.payeeAccountTail}`,
    reason: outflow.reason,
    requested: `${outflow.requestedByName} ${formatMoment(outflow.requestedAt)} 申请`,
    approved: outflow.approvedAt ? `${outflow.approvedByName} ${formatMoment(outflow.approvedAt)} 批准` : '',
    paid: outflow.paidOn ? `${formatDay(outflow.paidOn as Day)} 付出，回单 ${outflow.slipNumber}` : '',
    refusal: outflow.refusal ?? '',
    returned: outflow.returnedOn ? `${formatDay(outflow.returnedOn)} 被银行退回：${outflow.returnReason}` : '',
    state: { label, tone },
  };
}

function standing(outflow: DepositOutflow): { label: string; tone: string } {
  if (outflow.refusedAt) return { label: '没有批准', tone: 'stop' };
  if (outflow.returnedAt) return { label: '银行退回', tone: 'stop' };
  if (outflow.paidAt) return { label: '已付', tone: 'go' };
  return outflow.approvedAt ? { label: '已批准，等付款', tone: 'act' } : { label: '等另一个人批准', tone: 'wait' };
}

/** A deposit in its list (partial queue-table). */
export function queueLine(row: DepositRow, place: string, due: DueView | null): object {
  const open = fen(Math.max(0, row.amountFen - row.heldFen));
  const state = stateView(row.state);
  const late = due?.level === 'late';
  return {
    work: '',
    href: `/deposits/${row.id}`,
    title: `${row.payer} ${yuanText(row.amountFen)}`,
    number: row.caseNumber,
    place,
    extent: `${formatMu(row.areaMu)} 亩${open > 0 && row.state !== 'held' ? `，还差 ${yuanText(open)}` : ''}`,
    due: due ?? { level: 'calm', words: state.label, note: '' },
    late,
    hints: [state],
    act: { label: '办理', solid: late, why: '' },
  };
}
