import { type Day, type Term, openStates, codes } from '#kernel';
import { stateWords } from '#platform';
import type { RightStatus } from '#rights';
import { type CertificateVerdict, expiredWord } from './certificate.words.js';
import { type CertificateState, certificateWorkflow } from './certificate.workflow.js';

interface Asked {
  state: string;
  term: Term;
  status: RightStatus;
  /** Whether any change is on its record. */
  changed: boolean;
  /** Whether the right goes on under another certificate. */
  renewed?: boolean;
}

/**
 * One fact decides: the record, the right it proves and today. Nobody waits for a clock to say that a certificate has expired
 * （证书随流转合同到期自动失效）.
 */
export function verdictOf({ state, term, status, changed, renewed = false }: Asked, today: Day): CertificateVerdict {
  if (state === 'revoked' || state === 'superseded' || state === 'cancelled') return state;
  if (today > term.end) return renewed ? 'renewed' : 'expired';
  if (status !== 'active') return 'right_over';
  return changed ? 'changed' : 'valid';
}

/** How a certificate stands to its county: in the state of its record, or expired. */
export const statuses = codes('CertificateStatus', { ...stateWords(certificateWorkflow), expired: expiredWord });
export type CertificateStatus = keyof typeof statuses;

export function statusOf(state: string, end: Day, today: Day): CertificateStatus {
  const running = openStates(certificateWorkflow).some((each) => each === state);
  return running && today > end ? 'expired' : (state as CertificateState);
}
