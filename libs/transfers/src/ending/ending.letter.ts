import { landChangeKinds } from '#rights';
import type { TransferFacts } from '../transfer.facts.js';
import { type TransferAction, transferWorkflow } from '../transfer.workflow.js';

/** What the letter of an end says: the rule it obeys, what it does, what its reader may do. */
export interface EndWords {
  rule: string;
  effect: string;
  next: string;
}

/** What only time does to a case. */
export type ClockAction = Extract<TransferAction, 'lapse' | 'forgo' | 'overdue' | 'begin' | 'expire' | 'roll_over'>;

/** Where nothing was signed. */
export const freed: EndWords = {
  rule: '平台规则 终-01',
  effect: '本案结束，占用的地块已经放开。',
  next: '再办要重新申请。',
};

export const rescinded = '合同已经解除，本案结束，占用的地块已经放开；已缴的风险保障金退回原账户。';

export const suspended = { effect: '办理中止，各项期限停止计算。', next: '原因消除后恢复办理，期限重新计算。' };

/** Why a case stands still that the register is to be changed under; to both sides, so nobody else is named. */
export const groundMoves = ({ ground }: Pick<TransferFacts, 'ground'>): { reason: string; rule: string } => {
  const open = ground.filter(({ state }) => state === 'open').flatMap(({ differences }) => differences);
  const what = [...new Set(open.map(({ kind }) => landChangeKinds[kind as keyof typeof landChangeKinds]))];
  return {
    reason: `交来的登记簿要改本案地块的${what.join('、')}，由镇协调部决定`,
    rule: '农村土地承包法第36条；平台规则 登-01',
  };
};

export const decidedFirst = '镇协调部决定以后恢复办理，期限重新计算；双方可以向镇协调部说明情况、提交证明。';

export const withdrawn = '申请人撤回';

export const handedBack = (on: string): string => `土地已于 ${on} 交还`;

export const discontinued = (claim: string) => ({
  reason: `转出方不再流转（优先权主张 ${claim} 的答复）`,
  rule: '农村土地承包法第三十八条第一项、第五项',
  effect: '本案结束，占用的地块已经放开，公示撤下。',
  next: '转出方以后又要流转的，重新申请、重新公示，本集体成员仍有优先权。',
});

export const succeeded = (claim: string) => ({
  reason: `本集体成员在公示期内按同等条件主张优先，转出方书面选定由他承接（主张 ${claim}）`,
  rule: '农村土地承包法第三十八条第五项',
  effect: '本案结束，公示撤下；占用的地块转给优先权人的申请，他到期没有提交的，地块放开。',
  next: '转出方等优先权人提交申请以后，按新的案件办。原受让方可以另找地块，或者在地块放开以后重新申请。',
});

export const takenOver = (claim: string): string => `由优先权人承接（${claim}）`;

export function reasonOf(action: ClockAction, facts: TransferFacts): string {
  const { label, lasts } = transferWorkflow.states[facts.record.state];
  // Where a state has no time of its own, it is the reservation that is over.
  if (action === 'lapse')
    return lasts === undefined ? `占用地块满 ${facts.parameters.reservationDays} 天，还没有签合同` : `${label}，逾期`;
  if (action === 'overdue') return '风险保障金逾期没有缴清';
  if (action === 'forgo') return '优先权人到期没有提交申请，视为放弃';
  if (action === 'begin') return '期限开始';
  return action === 'roll_over' ? `期限届满，已续期（${facts.renewal?.number ?? ''}）` : '期限届满';
}
