import { type Day, openStates } from '#kernel';
import { type Reader, type Tx, sqlNames } from '#platform';
import { certificateWorkflow } from './certificate.workflow.js';

/** What a stranger's check asks about a certificate, in one statement. */
export interface CheckedRow {
  id: string;
  rightId: string;
  state: string;
  term: string;
  status: 'reserved' | 'active' | 'ended' | 'released';
  holderKind: 'person' | 'household' | 'body';
  transferKind: 'contracted' | 'collective';
  signedOn: Day | null;
  filedOn: Day | null;
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
  SELECT c.id, c.right_id AS "rightId", c.state, c.term::text AS term, r.status, p.kind AS "holderKind", t.kind AS "transferKind",
    t.signed_on AS "signedOn", t.filed_on AS "filedOn", t.recorded_at AS "recordedAt", c.issued_at AS "issuedAt",
    (SELECT n.number FROM certificate n WHERE n.id = c.next_id) AS "nextNumber",
    (SELECT jsonb_build_object('number', n.number, 'code', p2.code, 'from', lower(n.term), 'to', upper(n.term) - 1)
     FROM transfer s JOIN certificate n ON n.transfer_id = s.id JOIN paper p2 ON p2.id = n.paper_id
     WHERE s.renews_id = c.transfer_id AND n.state IN (${sqlNames(openStates(certificateWorkflow))}) LIMIT 1) AS renewal
  FROM certificate c JOIN management_right r ON r.id = c.right_id JOIN party p ON p.id = c.holder_id JOIN transfer t ON t.id = c.transfer_id
  WHERE c.paper_id = $1 FOR SHARE OF c, r`;

/** The codes of the contracts that the transferors of a case have its parcels by today, by the parcel's code: after a seam the next one's. */
export async function contractsToday(reader: Reader | Tx, transferId: string): Promise<ReadonlyMap<string, string>> {
  const rows: { parcel: string; contract: string }[] = await reader.query(
    `SELECT p.code AS parcel, c.code AS contract FROM transfer_parcel t JOIN parcel p ON p.id = t.parcel_id
       JOIN contract c ON c.id = p.contract_id AND c.contractor_id = t.grantor_id WHERE t.transfer_id = $1`,
    [transferId],
  );
  return new Map(rows.map(({ parcel, contract }) => [parcel, contract]));
}
