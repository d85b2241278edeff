import { type Rule, blocker } from '#kernel';
import type { TransferFacts } from './transfer.facts.js';
import { longEnough } from './transfer.rules.js';

type TransferRule = Rule<TransferFacts>;
const toFiles = ({ record }: TransferFacts): { href: string; label: string } => ({
  href: `/transfers/${record.id}/files`,
  label: '去传',
});

/** How long the land waits for a claimant who was chosen. */
export const claimantClock = {
  label: '优先权人提交申请',
  basis: '平台规则 期-02：从选定的次日起算，过期视为放弃',
} as const;

/** An applicant takes back what he asked for; staff only on his written request, or while he stands at the counter. */
export const withdrawalAsked: TransferRule = (facts, { actor }) => {
  if (actor.kind !== 'staff' || actor.assisting !== null || facts.record.state === 'draft') return undefined;
  return facts.withdrawalScans > 0
    ? undefined
    : blocker(
        'withdrawal-asked',
        '撤回要由申请人提出：先上传他签字的撤回申请书，或者开始代办。',
        '平台规则 申-02；流转办法第8条',
        toFiles(facts),
      );
};

/**
 * A signed contract is in force, filed or not, deposit or not (民法典第502条；承包纠纷解释第14条). Only its own end frees the land: both
 * agree (第562条), one lawfully dissolves it (第563、565条), or a court or arbitrator says so.
 */
export const contractRescinded: TransferRule = (facts) =>
  facts.record.signedOn === null || facts.rescissionScans > 0
    ? undefined
    : blocker(
        'contract-rescinded',
        '合同已经签了，在解除以前一直有效：先上传双方的解除协议，或者解除通知和送达证明、生效的裁判文书。',
        '民法典第502、562、565条',
        toFiles(facts),
      );

/** Who may have a certificate is not registered without one. */
export const noCertificateDue: TransferRule = (facts, moment) =>
  longEnough(facts, moment) === undefined
    ? blocker('no-certificate-due', '期限够长，应当发证书。', '平台参数：颁发经营权证书的最短期限')
    : undefined;
