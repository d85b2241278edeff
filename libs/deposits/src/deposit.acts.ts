import { type Actor, type Blocker, blocker, fen, holds, plainYuan } from '#kernel';
import type { OpenStep } from '#platform';
import type { DepositOutflow } from './deposit-outflow.entity.js';
import type { WholeDeposit } from './deposits.queries.js';

interface Field {
  kind: string;
  id: string;
  name: string;
  label: string;
  hint: string;
  [more: string]: unknown;
}

/** A button with its form, as the partial `step-buttons` takes it. */
export interface Act {
  action: string;
  label: string;
  href: string;
  method: 'get' | 'post';
  tone: 'solid' | 'quiet' | 'grave';
  enabled: boolean;
  blockers: readonly Blocker[];
  hint: string;
  fields: readonly Field[];
  multipart: boolean;
  confirm: string | null;
}

interface Seen {
  whole: WholeDeposit;
  steps: readonly OpenStep[];
  me: Actor;
}

const scan = (id: string): Field => ({
  kind: 'file',
  id,
  name: 'scan',
  label: '回单照片或扫描件',
  hint: 'PDF 或照片，20 MB 以内',
  accept: 'image/*,application/pdf',
  many: false,
  camera: true,
});
const money = (id: string, hint: string): Field => ({
  kind: 'money',
  id,
  name: 'amount',
  label: '金额',
  hint,
  unit: '元',
});
const text = (id: string, name: string, label: string, hint = ''): Field => ({
  kind: 'text',
  id,
  name,
  label,
  hint,
  unit: '',
});
const reason = (id: string, label: string): Field => ({ kind: 'area', id, name: 'reason', label, hint: '', rows: 2 });
/** Said before the form is filled, so that nobody chooses a scan twice (ASVS 7.5.3). */
const asksAgain = '按下时可能要再核对一次动态码，核对过的一段时间内不再问。';
const plain = { method: 'post', tone: 'solid', hint: '', fields: [], multipart: false, confirm: null } as const;

/** What this person may do with the deposit now; each act is a noun under its address. */
export function depositActs({ whole, steps }: Seen): Act[] {
  const { record, heldFen } = whole.facts;
  const at = `/deposits/${record.id}`;
  const step = (action: string): OpenStep | undefined => steps.find((each) => each.action === action);
  const acts: Act[] = [];
  const open = fen(Math.max(0, record.amountFen - heldFen));
  if (step('pay_part')) {
    const fields = [
      text('slipNumber', 'slipNumber', '银行回单号', '一张回单只登记一次'),
      money('amount', `还差 ${plainYuan(open)} 元，多缴的请银行退回`),
      text('payerName', 'payerName', '付款人', '和受让方同一个名字'),
      text('payerBank', 'payerBank', '付款银行'),
      { ...text('payerAccount', 'payerAccount', '付款账号', '以后原路退回'), kind: 'digits' },
      { kind: 'date', id: 'paidOn', name: 'paidOn', label: '到账日', hint: '' },
      scan('scan'),
    ];
    acts.push({
      ...plain,
      action: 'payment',
      label: '登记缴款',
      href: `${at}/payments`,
      enabled: true,
      blockers: [],
      fields,
      multipart: true,
    });
  }
  const release = step('request_release') ?? step('begin_release');
  if (release) {
    const fields = [
      money('release-amount', '不填就退下一期，最后一期退剩下的'),
      reason('release-reason', '退还的理由'),
    ];
    acts.push({
      ...plain,
      action: 'release',
      label: '申请退款',
      href: `${at}/releases`,
      ...press(release),
      fields,
      hint: asksAgain,
    });
  }
  const claim = step('claim');
  if (claim) {
    const fields = [
      money('claim-amount', ''),
      reason('claim-reason', '动用的理由（欠租、弃耕、没有复垦）'),
      text('payeeName', 'payeeName', '收款人'),
      text('payeeBank', 'payeeBank', '收款银行'),
      { ...text('payeeAccount', 'payeeAccount', '收款账号'), kind: 'digits' },
    ];
    acts.push({
      ...plain,
      action: 'claim',
      label: '申请动用',
      href: `${at}/claims`,
      ...press(claim),
      hint: asksAgain,
      tone: 'quiet',
      fields,
    });
  }
  return [...acts, ...settling(at, step)];
}

const settlements = {
  hold_rest: 'retention',
  keep_rest: 'retention',
  ask_topup: 'topup',
  use_up: 'completion',
} as const;

function settling(at: string, step: (action: string) => OpenStep | undefined): Act[] {
  return Object.entries(settlements).flatMap(([action, noun]) => {
    const found = step(action);
    return found
      ? [{ ...plain, action, label: found.label, href: `${at}/${noun}`, ...press(found), tone: 'quiet' as const }]
      : [];
  });
}

function press(step: OpenStep): Pick<Act, 'enabled' | 'blockers'> {
  return { enabled: step.enabled, blockers: step.blockers };
}

/** What this person may do with one payment that is to leave. */
export function outflowActs(outflow: DepositOutflow, { whole, steps, me }: Seen): Act[] {
  if (outflow.refusedAt || outflow.paidAt) return [];
  const at = `/deposits/${whole.facts.record.id}/outflows/${outflow.id}`;
  const allowed = (action: string): boolean => steps.some((each) => each.action === `${action}_${outflow.kind}`);
  if (outflow.approvedAt) {
    if (!allowed('record')) return [];
    const day = { kind: 'date', id: `${outflow.id}-day`, name: 'paidOn', label: '付款日', hint: '' };
    const fields = [text(`${outflow.id}-slip`, 'slipNumber', '银行回单号'), day, scan(`${outflow.id}-scan`)];
    return [
      {
        ...plain,
        action: `paid-${outflow.id}`,
        label: '登记已付',
        hint: `${asksAgain}核对以后回单要重新选一次。`,
        href: `${at}/payment`,
        enabled: true,
        blockers: [],
        fields,
        multipart: true,
      },
    ];
  }
  if (!allowed('approve') || !holds(me, 'town_finance', 'county_director')) return [];
  const own = outflow.requestedBy === me.accountId;
  const blockers = own
    ? [blocker('differentApprover', '这笔付款是您申请的，要由另一个人批准。', '平台规则：付款须两人经手')]
    : [];
  const approve = {
    ...plain,
    action: `approve-${outflow.id}`,
    label: '批准',
    hint: asksAgain,
    href: `${at}/approval`,
    enabled: !own,
    blockers,
  };
  const refuse = {
    ...plain,
    action: `refuse-${outflow.id}`,
    label: '不批准',
    href: `${at}/refusal`,
    enabled: !own,
    blockers,
  };
  return own
    ? [approve]
    : [approve, { ...refuse, tone: 'grave', fields: [reason(`${outflow.id}-why`, '不批准的理由')] }];
}
