import { type Calendar, type Day, type Rule, blocker, dayOf, formatDay } from '#kernel';
import type { CertificateFacts } from './certificate.facts.js';

type CertificateRule = Rule<CertificateFacts>;

/** 证书随流转合同到期自动失效：what has expired is not changed, only cancelled. */
export const termRunning: CertificateRule = ({ term }, { now }) =>
  dayOf(now) <= term.end
    ? undefined
    : blocker('term-running', `期限到 ${formatDay(term.end)} 已满，证书到期自动失效。`, '证书须知第四条');

/** A certificate proves a right; without the right there is nothing to prove. */
export const rightHeld: CertificateRule = ({ status }) =>
  status === 'active'
    ? undefined
    : blocker(
        'right-held',
        '证书证明的权利已经终止，只能注销。',
        '平台规则 证-01：证书证明权利，权利终止，证书只能注销',
      );

/** While the right lives its certificate does: whoever ends the deal ends the right first, and the certificate with it. */
export const rightOver: CertificateRule = ({ record, status }) =>
  status === 'ended' || status === 'released'
    ? undefined
    : blocker(
        'right-over',
        '权利还在有效期里。要提前结束，先在案件里办提前终止，证书会一起注销。',
        '农村土地承包法第42条、平台规则 证-02',
        {
          href: `/transfers/${record.transferId}`,
          label: '去案件',
        },
      );

/** 抵押没有解除的，不能注销：the regulation asks for the mortgagee's consent, the exchange for the release（实施细则第28条第2款；平台规则 证-04）。 */
export const notEncumbered: CertificateRule = ({ mortgagees }) =>
  mortgagees.map((name) =>
    blocker(
      'not-encumbered',
      `权利还抵押给${name}，先办解除抵押。`,
      '平台规则 证-04；参照不动产登记暂行条例实施细则第28条第2款',
    ),
  );

/** 撤销要两个人：who asks for a revocation does not decide it（四眼原则）. */
export const anotherPerson: CertificateRule = ({ proposers }, { actor }) =>
  actor.accountId !== null && proposers.includes(actor.accountId)
    ? blocker('another-person', '撤销是您提请的，要另一个人来决定。', '两人复核，平台规则 职-04')
    : undefined;

/**
 * The last day on which a lost certificate is not reissued yet; null where the county does not wait. 刊发遗失声明后补发（参照不动产登记
 * 暂行条例实施细则第22条第2款：the fifteen working days it had were struck out in 2024）.
 */
export function lossNoticeEnds(calendar: Calendar, announcedOn: Day, workingDays: number): Day | null {
  return workingDays === 0 ? null : calendar.after(announcedOn, workingDays).lastDay;
}
