import { type Day, type Mu, openStates } from '#kernel';
import { sqlNames } from '#platform';
import { certificateWorkflow } from './certificate.workflow.js';

/** A line of the list of certificates. */
export interface CertificateRow {
  id: string;
  number: string;
  holderName: string;
  place: string;
  state: string;
  term: string;
  areaMu: Mu;
  issuedAt: Date;
}

const columns = `c.id, c.number, c.holder_name AS "holderName", c.place, c.state, c.term::text AS term, c.area_mu AS "areaMu",
  c.issued_at AS "issuedAt"`;

/** Newest first, by key: one scan of an index that is in this order already. */
export const ofOfficeSql = `
  SELECT ${columns} FROM certificate c
  WHERE c.office_code LIKE $1 AND (c.issued_at, c.id) < ($2::timestamptz, $3::uuid) AND ($4 = '' OR c.state = $4)
  ORDER BY c.issued_at DESC, c.id DESC LIMIT $5`;

/** By number, holder or village; its best plan depends on the word, so it is never a named statement. */
export const byWordSql = `
  SELECT ${columns} FROM certificate c
  WHERE c.office_code LIKE $1 AND (c.issued_at, c.id) < ($2::timestamptz, $3::uuid) AND ($4 = '' OR c.state = $4)
    AND (c.number = $6 OR strpos(c.number, $6) > 0 OR strpos(c.holder_name, $6) > 0 OR strpos(c.place, $6) > 0)
  ORDER BY c.issued_at DESC, c.id DESC LIMIT $5`;

export const ofHolderSql = `
  SELECT ${columns} FROM certificate c
  WHERE c.holder_id = $1 AND (c.issued_at, c.id) < ($2::timestamptz, $3::uuid) AND ($4 = '' OR c.state = $4)
  ORDER BY c.issued_at DESC, c.id DESC LIMIT $5`;

/** What a stranger's check asks about a certificate, in one statement. */
export interface CheckedRow {
  id: string;
  rightId: string;
  state: string;
  term: string;
  standing: 'reserved' | 'active' | 'ended' | 'released';
  holderKind: 'person' | 'household' | 'body';
  transferKind: 'contracted' | 'collective';
  signedOn: string | null;
  filedOn: string | null;
  recordedAt: Date | null;
  issuedAt: Date;
  /** The certificate of the renewal of its right, once it is issued. */
  renewal: NextCertificate | null;
  /** The number that took its place: reissued, exchanged, or issued anew after a revocation. */
  nextNumber: string | null;
}

/** Where the right goes on. */
export interface NextCertificate {
  number: string;
  code: string;
  from: Day;
  to: Day;
}

/**
 * Locked FOR SHARE: what others act on must be as durable as our own commit, so that no failover takes it back
 * (reliability, durable reads).
 */
export const checkedSql = `
  SELECT c.id, c.right_id AS "rightId", c.state, c.term::text AS term, r.standing, p.kind AS "holderKind", t.kind AS "transferKind",
    t.signed_on AS "signedOn", t.filed_on AS "filedOn", t.recorded_at AS "recordedAt", c.issued_at AS "issuedAt",
    (SELECT n.number FROM certificate n WHERE n.id = c.next_id) AS "nextNumber",
    (SELECT jsonb_build_object('number', n.number, 'code', p2.code, 'from', lower(n.term), 'to', upper(n.term) - 1)
     FROM transfer s JOIN certificate n ON n.transfer_id = s.id JOIN paper p2 ON p2.id = n.paper_id
     WHERE s.renews_id = c.transfer_id AND n.state IN (${sqlNames(openStates(certificateWorkflow))}) LIMIT 1) AS renewal
  FROM certificate c JOIN management_right r ON r.id = c.right_id JOIN party p ON p.id = c.holder_id JOIN transfer t ON t.id = c.transfer_id
  WHERE c.paper_id = $1 FOR SHARE OF c, r`;
