import type { Actor, Term } from '#kernel';
import type { RightStatus } from '#rights';
import type { CertificateChange } from './certificate-change.entity.js';
import type { Certificate } from './certificate.entity.js';

/** What the rules of a certificate ask about, gathered once under the lock. */
export interface CertificateFacts {
  record: Certificate;
  belongsTo: (actor: Actor) => boolean;
  term: Term;
  /** The right it proves. */
  status: RightStatus;
  /** Banks whose registered mortgage on the right is not released. */
  mortgagees: readonly string[];
  changes: readonly CertificateChange[];
  /** Accounts that asked for the revocation that is open. */
  proposers: readonly string[];
  /** Certificates of the right that this one renews, and of the one that renews it. */
  renewal: { before: string | null; after: string | null };
  /** Accounts that accepted and that reviewed its case; asked for only where a certificate may be issued anew. */
  accepted: readonly string[];
  reviewed: readonly string[];
}
