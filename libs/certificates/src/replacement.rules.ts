import { type Rule, blocker } from '#kernel';
import type { CertificateChange } from './certificate-change.entity.js';
import type { CertificateFacts } from './certificate.facts.js';

type CertificateRule = Rule<CertificateFacts>;

const ofReplacement = ['request_replacement', 'refuse_replacement', 'replace'];

/** The request for a new certificate that nobody has answered yet. */
export function openRequest({ changes }: Pick<CertificateFacts, 'changes'>): CertificateChange | null {
  const last = changes.findLast((change) => ofReplacement.includes(change.kind));
  return last?.kind === 'request_replacement' ? last : null;
}

/** 一权一证：at no time two, so a revoked certificate is followed by one at most. */
export const notFollowed: CertificateRule = ({ record }) =>
  record.nextId === null
    ? undefined
    : blocker('not-followed', '已经另发了新证。', '一项土地经营权只有一本有效证书，平台规则 证-03', {
        href: `/certificates/${record.nextId}`,
        label: '看新证',
      });

export const notAskedYet: CertificateRule = (facts) =>
  openRequest(facts) ? blocker('not-asked-yet', '已经提请，等负责人决定。', '平台规则 证-03') : undefined;

export const replacementRequested: CertificateRule = (facts) =>
  openRequest(facts) ? undefined : blocker('replacement-requested', '还没有人提请重新发证。', '平台规则 证-03');

/** 重新发证要两个人：who asks does not decide（四眼原则）. */
export const anotherDecides: CertificateRule = (facts, { actor }) =>
  actor.accountId !== null && openRequest(facts)?.handlerId === actor.accountId
    ? blocker('another-person', '重新发证是您提请的，要另一个人来决定。', '两人复核，平台规则 职-04')
    : undefined;

/** Whoever issues anew certifies: 受理、审核、发证三岗分开. */
export const neitherAcceptorNorReviewer: CertificateRule = ({ accepted, reviewed }, { actor }) =>
  actor.accountId !== null && [...accepted, ...reviewed].includes(actor.accountId)
    ? blocker('three-different-people', '您受理过或者审核过这一件，不能再发证。', '三岗分开，平台规则 职-03')
    : undefined;
