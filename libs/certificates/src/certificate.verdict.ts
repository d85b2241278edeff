import { type Day, type Term, openStates, codes } from '#kernel';
import { stateWords } from '#platform';
import type { Standing } from '#rights';
import { type CertificateVerdict, expiredWord } from './certificate.words.js';
import { type CertificateState, certificateWorkflow } from './certificate.workflow.js';

interface Asked {
  state: string;
  term: Term;
  standing: Standing;
  /** Whether any change is on its record. */
  changed: boolean;
  /** Whether the right goes on under another certificate. */
  renewed?: boolean;
}

/**
 * One fact decides: the record, the right it proves and today. Nobody waits for a clock to say that a certificate has expired
 * （证书随流转合同到期自动失效）.
 */
export function verdictOf({ state, term, standing, changed, renewed = false }: Asked, today: Day): CertificateVerdict {
  if (state === 'revoked' || state === 'superseded' || state === 'cancelled') return state;
  if (today > term.end) return renewed ? 'renewed' : 'expired';
  if (standing !== 'active') return 'right_over';
  return changed ? 'changed' : 'valid';
}

/** How a certificate stands to its county: in the state of its record, or expired. */
export const standings = codes('CertificateStanding', { ...stateWords(certificateWorkflow), expired: expiredWord });
export type CertificateStanding = keyof typeof standings;

export function standingOf(state: string, end: Day, today: Day): CertificateStanding {
  const running = openStates(certificateWorkflow).some((each) => each === state);
  return running && today > end ? 'expired' : (state as CertificateState);
}
