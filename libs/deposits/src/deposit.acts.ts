import { type Fen, fen, formatYuan, plainYuan } from '#kernel';
import { type Disbursement, PaidInput, ReceiptInput, RefusalInput, ReturnedInput } from '#ledger';
import { type ActHead, type FormAct, type OpenStep, actHere, actTable, recordAddress } from '#platform';
import { wholeAccountView } from './deposit-accounts.view.js';
import { DepositAccounts } from './deposit-accounts.service.js';
import { DepositDisbursements } from './deposit-disbursements.service.js';
import { DepositReceipts } from './deposit-receipts.service.js';
import { DepositGuarantees } from './deposit-guarantees.service.js';
import { ClaimInput, RevealInput, ReleaseInput, GuaranteeInput } from './deposit.input.js';
import { depositView } from './deposit.view.js';
import { depositPurposes } from './deposit.words.js';
import type { DepositFacts } from './deposit.facts.js';
import { depositWorkflow } from './deposit.workflow.js';

/**
 * What the finance desk does with a deposit: slips in, money out by two persons, each with a second factor shown just now. Its
 * forms stand on the deposit's own page.
 */
export const depositActs = actTable('deposits', depositWorkflow, {
  readers: ['town_finance', 'county_director', 'supervisor', 'county_administrator'],
  head,
  gives: depositView,
  steps: {
    pay: {
      ...{
        noun: 'receipts',
        was: 'payments',
        takes: ['pay_part', 'pay_rest'],
        by: DepositReceipts,
        asks: ReceiptInput,
        here: true,
      },
      label: '登记缴款',
      hint: (facts) => `还差 ${plainYuan(openOf(facts))} 元，多缴的请银行退回。`,
      form: ({ record }) => ({ values: { payerName: record.payerName } }),
    },
    accept_guarantee: {
      ...{ noun: 'guarantees', was: 'securities', by: DepositGuarantees, asks: GuaranteeInput, here: true },
      hint: ({ record }) => `担保金额不少于 ${plainYuan(record.amountFen)} 元。`,
    },
    release: {
      ...{
        noun: 'releases',
        takes: ['begin_release', 'request_release'],
        by: DepositDisbursements,
        asks: ReleaseInput,
      },
      ...{ label: '申请退款', fresh: true, here: true },
    },
    claim: { noun: 'claims', by: DepositDisbursements, asks: ClaimInput, fresh: true, here: true },
    retain: { noun: 'retention', takes: ['hold_rest', 'keep_rest'], by: DepositDisbursements },
    ask_topup: { noun: 'topup', by: DepositDisbursements },
    use_up: { noun: 'completion', by: DepositDisbursements },
    approve: {
      ...{
        noun: 'disbursements/:disbursement/approval',
        was: 'outflows/:outflow/approval',
        takes: ['approve_release', 'approve_claim'],
        by: DepositDisbursements,
      },
      ...{ label: '批准', fresh: true, here: true },
    },
    refuse: {
      ...{
        noun: 'disbursements/:disbursement/refusal',
        was: 'outflows/:outflow/refusal',
        takes: ['refuse_release', 'refuse_claim'],
        by: DepositDisbursements,
      },
      ...{ asks: RefusalInput, label: '不批准', here: true },
    },
    pay_out: {
      ...{
        noun: 'disbursements/:disbursement/payment',
        was: 'outflows/:outflow/payment',
        takes: ['record_release', 'finish_release', 'record_claim'],
        by: DepositDisbursements,
      },
      ...{ asks: PaidInput, label: '登记已付', fresh: true, here: true },
    },
    take_back: {
      ...{
        noun: 'disbursements/:disbursement/bank-return',
        was: 'outflows/:outflow/bank-return',
        takes: ['return_release', 'return_claim'],
        by: DepositDisbursements,
      },
      ...{ asks: ReturnedInput, label: '银行退回', fresh: true, here: true },
      hint: '登记以后钱记回保管中，重新申请、重新批准再付。',
    },
  },
  helps: {
    look: {
      ...{ noun: 'accounts/:account/looks', by: DepositAccounts, asks: RevealInput, fresh: true },
      ...{ label: '看完整账号', press: '看这个账号', said: '完整账号', tells: 'deposits/account' },
      gives: wholeAccountView,
      posts: ['town_finance'],
    },
  },
});

/** What this person may do with one payment that is to leave; who asked for it sees only why another must answer. */
export function disbursementActs(
  facts: DepositFacts,
  disbursement: Disbursement,
  open: (facts: DepositFacts) => readonly OpenStep[],
): FormAct[] {
  const steps = open({ ...facts, disbursement }).filter(({ action }) => action.endsWith(disbursement.kind));
  const act = (action: string): FormAct[] => {
    const found = actHere(depositActs, facts, steps, action, { disbursement: disbursement.id });
    return found ? [found] : [];
  };
  if (disbursement.refusedAt || disbursement.returnedAt) return [];
  if (disbursement.paidAt) return act('take_back');
  if (disbursement.approvedAt) return act('pay_out');
  return [...act('approve'), ...act('refuse').filter(({ enabled }) => enabled)];
}

const openOf = ({ record, heldFen }: DepositFacts): Fen => fen(Math.max(0, record.amountFen - heldFen));

function head({ record, disbursement }: DepositFacts): ActHead {
  const here = `/deposits/${record.id}`;
  const line = (label: string, value: string, href = ''): ActHead['facts'][number] => ({ label, value, href });
  return {
    trail: { href: here, label: `${depositPurposes[record.purpose]} ${record.caseNumber}` },
    facts: [
      record.purpose === 'bid'
        ? line('代号', record.caseNumber)
        : line('案件', record.caseNumber, recordAddress(record.subject, record.subjectId)),
      line('缴款人', record.payerName),
      line('应缴', `${formatYuan(record.amountFen)} 元`),
      ...(disbursement
        ? [line('这一笔', `${formatYuan(disbursement.amountFen)} 元，付给 ${disbursement.payeeName}`)]
        : []),
    ],
    back: { label: '回这一笔', href: here },
  };
}
