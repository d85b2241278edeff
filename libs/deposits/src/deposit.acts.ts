import { type Actor, type Fen, blocker, fen, holds, plainYuan } from '#kernel';
import { type FormAct, type FormField, type OpenStep, field, formAct } from '#platform';
import type { DepositOutflow } from './deposit-outflow.entity.js';
import { securityKinds } from './deposit-security.entity.js';
import type { WholeDeposit } from './deposits.queries.js';

interface Seen {
  whole: WholeDeposit;
  steps: readonly OpenStep[];
  me: Actor;
}

const scan = (id: string): FormField => field.file('scan', '回单照片或扫描件', 'PDF 或照片', { id });
const reason = (id: string, label: string): FormField => ({ ...field.area('reason', label), id, rows: '2' });
/** Said before the form is filled, so that nobody chooses a scan twice (ASVS 7.5.3). */
const asksAgain = '按下时可能要再核对一次动态码，核对过的一段时间内不再问。';

/** What this person may do with the deposit now; each act is a noun under its address. */
export function depositActs({ whole, steps }: Seen): FormAct[] {
  const { record, heldFen } = whole.facts;
  const at = `/deposits/${record.id}`;
  const step = (action: string): OpenStep | undefined => steps.find((each) => each.action === action);
  const acts: FormAct[] = [];
  if (step('pay_part')) acts.push(payAct(at, fen(Math.max(0, record.amountFen - heldFen))));
  const secure = step('secure');
  if (secure) acts.push(securityAct(at, secure, record.amountFen));
  const release = step('request_release') ?? step('begin_release');
  if (release) acts.push(releaseAct(at, release));
  const claim = step('claim');
  if (claim) acts.push(claimAct(at, claim));
  return [...acts, ...settling(at, step)];
}

function payAct(at: string, open: Fen): FormAct {
  const fields = [
    field.text('slipNumber', '银行回单号', '一张回单只登记一次'),
    field.money('amount', '金额', `还差 ${plainYuan(open)} 元，多缴的请银行退回`),
    field.text('payerName', '付款人', '和受让方同一个名字'),
    field.text('payerBank', '付款银行'),
    field.digits('payerAccount', '付款账号', '以后原路退回'),
    field.date('paidOn', '到账日'),
    scan('scan'),
  ];
  return formAct({ action: 'payment', label: '登记缴款', href: `${at}/payments`, fields, multipart: true });
}

function releaseAct(at: string, step: OpenStep): FormAct {
  const fields = [
    { ...field.money('amount', '金额', '不填就退这一期；流转已经结束的，不填就退剩下的'), id: 'release-amount' },
    reason('release-reason', '退还的理由'),
  ];
  const href = `${at}/releases`;
  return formAct({ action: 'release', label: '申请退款', href, ...press(step), fields, hint: asksAgain });
}

function claimAct(at: string, step: OpenStep): FormAct {
  const fields = [
    { ...field.money('amount', '金额'), id: 'claim-amount' },
    reason('claim-reason', '动用的理由（欠租、弃耕、没有复垦）'),
    field.text('payeeName', '收款人'),
    field.text('payeeBank', '收款银行'),
    field.digits('payeeAccount', '收款账号'),
  ];
  const href = `${at}/claims`;
  return formAct({ action: 'claim', label: '申请动用', href, ...press(step), hint: asksAgain, tone: 'quiet', fields });
}

function securityAct(at: string, step: OpenStep, amountFen: Fen): FormAct {
  const fields = [
    field.select('kind', '哪一种', securityKinds),
    field.text('issuer', '出具的银行、保险公司'),
    field.text('number', '保函、保险单号码'),
    { ...field.money('amount', '担保金额', `不少于 ${plainYuan(amountFen)} 元`), id: 'security-amount' },
    field.date('validFrom', '生效日'),
    field.date('validTo', '到期日', '到期前流转没有结束的，要续保或者缴款'),
    { ...scan('security-scan'), label: '保函、保险单扫描件' },
  ];
  return formAct({
    action: 'secure',
    label: '登记保函、保险',
    href: `${at}/securities`,
    ...press(step),
    tone: 'quiet',
    fields,
    multipart: true,
  });
}

const settlements = {
  hold_rest: 'retention',
  keep_rest: 'retention',
  ask_topup: 'topup',
  use_up: 'completion',
} as const;

function settling(at: string, step: (action: string) => OpenStep | undefined): FormAct[] {
  return Object.entries(settlements).flatMap(([action, noun]) => {
    const found = step(action);
    return found
      ? [formAct({ action, label: found.label, href: `${at}/${noun}`, ...press(found), tone: 'quiet' })]
      : [];
  });
}

function press(step: OpenStep): Pick<FormAct, 'enabled' | 'blockers'> {
  return { enabled: step.enabled, blockers: step.blockers };
}

/** What this person may do with one payment that is to leave. */
export function outflowActs(outflow: DepositOutflow, { whole, steps, me }: Seen): FormAct[] {
  if (outflow.refusedAt || outflow.returnedAt) return [];
  const at = `/deposits/${whole.facts.record.id}/outflows/${outflow.id}`;
  const allowed = (action: string): boolean => steps.some((each) => each.action === `${action}_${outflow.kind}`);
  if (outflow.paidAt) return allowed('return') ? [returnAct(at, outflow)] : [];
  if (outflow.approvedAt) {
    if (!allowed('record')) return [];
    const day = { ...field.date('paidOn', '付款日'), id: `${outflow.id}-day` };
    const fields = [
      { ...field.text('slipNumber', '银行回单号'), id: `${outflow.id}-slip` },
      day,
      scan(`${outflow.id}-scan`),
    ];
    return [
      formAct({
        action: `paid-${outflow.id}`,
        label: '登记已付',
        hint: `${asksAgain}核对以后回单要重新选一次。`,
        href: `${at}/payment`,
        fields,
        multipart: true,
      }),
    ];
  }
  if (!allowed('approve') || !holds(me, 'town_finance', 'county_director')) return [];
  const own = outflow.requestedBy === me.accountId;
  const blockers = own
    ? [blocker('different-approver', '这笔付款是您申请的，要由另一个人批准。', '平台规则：付款须两人经手')]
    : [];
  const approve = formAct({
    action: `approve-${outflow.id}`,
    label: '批准',
    hint: asksAgain,
    href: `${at}/approval`,
    enabled: !own,
    blockers,
  });
  const refuse = formAct({
    action: `refuse-${outflow.id}`,
    label: '不批准',
    href: `${at}/refusal`,
    enabled: !own,
    blockers,
  });
  return own
    ? [approve]
    : [approve, { ...refuse, tone: 'grave', fields: [reason(`${outflow.id}-why`, '不批准的理由')] }];
}

function returnAct(at: string, outflow: DepositOutflow): FormAct {
  const fields = [
    { ...field.date('returnedOn', '银行退回的日期'), id: `${outflow.id}-returned` },
    reason(`${outflow.id}-return-why`, '银行写的退回理由'),
  ];
  return formAct({
    action: `returned-${outflow.id}`,
    label: '银行退回',
    hint: '登记以后钱记回保管中，重新申请、重新批准再付。',
    href: `${at}/bank-return`,
    tone: 'quiet',
    fields,
  });
}
