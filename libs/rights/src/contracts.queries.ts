import type { Day, Mu } from '#kernel';
import type { Reader, Tx } from '#platform';

/** Whether a contract is one that counts today: it runs for a parcel, or never had one; what follows it, or went before, does not. */
export const inUse = (contract: string): string => `(EXISTS (SELECT FROM parcel u WHERE u.contract_id = ${contract}.id)
  OR NOT EXISTS (SELECT FROM contracted_parcel u WHERE u.contract_id = ${contract}.id))`;

/** Each parcel stands under the contract that has begun last, or under the first to come. */
export async function runContracts(tx: Tx, parcelIds: readonly string[], today: Day): Promise<void> {
  await tx.query(
    `UPDATE parcel p SET contract_id = r.contract_id, contract_mu = r.area_mu FROM (
       SELECT DISTINCT ON (l.parcel_id) l.parcel_id, l.contract_id, l.area_mu
       FROM contracted_parcel l JOIN contract c ON c.id = l.contract_id WHERE l.parcel_id = ANY($1) AND l.left_on IS NULL
       ORDER BY l.parcel_id, c.term_from <= $2 DESC, CASE WHEN c.term_from <= $2 THEN c.term_from END DESC, c.term_from, c.signed_on DESC NULLS LAST) r
     WHERE p.id = r.parcel_id AND (p.contract_id, p.contract_mu) IS DISTINCT FROM (r.contract_id, r.area_mu)`,
    [parcelIds, today],
  );
}

/** One contract of a chain, as the pages of land and households tell it. */
export interface ChainLink {
  id: string;
  code: string;
  contractor: string;
  contractorId: string;
  termFrom: Day;
  termTo: Day;
  signedOn: Day | null;
  areaMu: Mu;
  /** The code of the contract that it follows, as registered or as delivered. */
  follows: string | null;
}

/** Every contract that a parcel has had, has or will have, in their order. */
export async function chainOfParcel(reader: Reader | Tx, parcelId: string): Promise<ChainLink[]> {
  return reader.query(
    `SELECT c.id, c.code, g.display_name AS contractor, c.contractor_id AS "contractorId", c.term_from AS "termFrom", c.term_to AS "termTo",
       c.signed_on AS "signedOn", l.area_mu AS "areaMu", coalesce(b.code, c.extends_code) AS follows
     FROM contracted_parcel l JOIN contract c ON c.id = l.contract_id JOIN party g ON g.id = c.contractor_id
       LEFT JOIN contract b ON b.id = c.predecessor_id
     WHERE l.parcel_id = $1 AND l.left_on IS NULL ORDER BY c.term_from, c.code`,
    [parcelId],
  );
}

/** Where a contract is looked after: at its issuer's office. */
export async function officeOfContract(reader: Reader, id: string): Promise<string | null> {
  const rows: { code: string }[] = await reader.query(
    'SELECT i.office_code AS code FROM contract c JOIN issuer i ON i.code = c.issuer_code WHERE c.id = $1',
    [id],
  );
  return rows[0]?.code ?? null;
}
