import type { Day, Fen } from '#kernel';
import type { Reader, Tx } from '#platform';
import { inUse } from './contracts.queries.js';
import type { EncumbranceStatus } from './encumbrance.entity.js';

/** A mortgage with what it lies on, for lists and pages. */
export interface EncumbranceRow {
  id: string;
  contractId: string | null;
  rightId: string | null;
  mortgageeName: string;
  mortgagorName: string;
  claim: 'ordinary' | 'maximum_amount';
  principalFen: Fen;
  term: string;
  contractNumber: string;
  status: EncumbranceStatus;
  registeredNumber: string | null;
  registeredOn: Day | null;
  overOn: Day | null;
  overProofFileId: string | null;
  recordedAt: Date;
  officeCode: string;
  /** Code of the household's contract; null for a management right. */
  onCode: string | null;
  householdId: string | null;
  /** The case that made the right. */
  transferId: string | null;
}

const sql = `
  SELECT e.id, e.contract_id AS "contractId", e.right_id AS "rightId", e.mortgagee_name AS "mortgageeName", g.display_name AS "mortgagorName",
    e.claim, e.principal_fen AS "principalFen", e.term::text AS term, e.contract_number AS "contractNumber", e.status,
    e.registered_number AS "registeredNumber", e.registered_on AS "registeredOn", e.over_on AS "overOn",
    e.over_proof_file_id AS "overProofFileId", e.recorded_at AS "recordedAt", e.office_code AS "officeCode",
    c.code AS "onCode", h.id AS "householdId", r.subject_id AS "transferId"
  FROM encumbrance e JOIN party g ON g.id = e.mortgagor_id
    LEFT JOIN contract c ON c.id = e.contract_id LEFT JOIN household h ON h.id = c.contractor_id
    LEFT JOIN management_right r ON r.id = e.right_id`;

export async function encumbranceRow(reader: Reader | Tx, id: string): Promise<EncumbranceRow | undefined> {
  const rows: EncumbranceRow[] = await reader.query(`${sql} WHERE e.id = $1`, [id]);
  return rows[0];
}

/** What lies on a parcel: on its contract, and on every right over it that is alive. */
export async function encumbrancesOfParcels(
  reader: Reader | Tx,
  parcelIds: readonly string[],
): Promise<EncumbranceRow[]> {
  return reader.query(
    `${sql} WHERE e.contract_id IN (SELECT contract_id FROM contracted_parcel WHERE parcel_id = ANY($1) AND left_on IS NULL)
       OR e.right_id IN (SELECT o.right_id FROM right_portion o WHERE o.parcel_id = ANY($1)) ORDER BY e.recorded_at`,
    [parcelIds],
  );
}

/** Banks and others who have mortgages in offices, by name. */
export const mortgageesSql = `
  SELECT DISTINCT mortgagee_name AS name FROM encumbrance WHERE office_code LIKE ANY($1) ORDER BY 1 LIMIT 100`;

/** What a mortgage may be put on: a household's contract, or a management right that is in force. */
export interface MortgageObject {
  contractId: string | null;
  rightId: string | null;
  mortgagorId: string;
  mortgagorName: string;
  officeCode: string;
  status: string;
  endsOn: Day;
  /** Private plots among its parcels (category 21). */
  privatePlots: number;
  live: { mortgageeName: string }[];
}

/** The contracts of a household, or the one that a parcel is contracted out by, as their codes tell. */
export async function contractsOf(
  reader: Reader | Tx,
  household: string | null,
  parcel: string | null,
): Promise<{ id: string }[]> {
  return reader.query(
    `SELECT DISTINCT c.id FROM contract c LEFT JOIN household h ON h.id = c.contractor_id LEFT JOIN parcel l ON l.contract_id = c.id
     WHERE ${inUse('c')} AND ($1::text IS NULL OR h.contractor_code = $1) AND ($2::text IS NULL OR l.code = $2)`,
    [household, parcel],
  );
}

export async function mortgageObject(
  reader: Reader | Tx,
  about: { contractId?: string | undefined; rightId?: string | undefined },
): Promise<MortgageObject | undefined> {
  const live = `coalesce((SELECT json_agg(json_build_object('mortgageeName', e.mortgagee_name) ORDER BY e.recorded_at) FROM encumbrance e
    WHERE e.status IN ('consented', 'registered') AND (e.contract_id = $1 OR e.right_id = $2)), '[]'::json) AS live`;
  const ids = [about.contractId ?? null, about.rightId ?? null];
  const rows: MortgageObject[] = await reader.query(
    `SELECT c.id AS "contractId", NULL::uuid AS "rightId", c.contractor_id AS "mortgagorId", g.display_name AS "mortgagorName",
       i.office_code AS "officeCode", 'active' AS status, c.ends_on AS "endsOn",
       (SELECT count(*)::int FROM parcel p WHERE p.contract_id = c.id AND p.category = '21') AS "privatePlots", ${live}
     FROM contract c JOIN party g ON g.id = c.contractor_id JOIN issuer i ON i.code = c.issuer_code WHERE c.id = $1
     UNION ALL
     SELECT NULL, r.id, r.holder_id, g.display_name, (SELECT p.office_code FROM right_portion o JOIN parcel p ON p.id = o.parcel_id WHERE o.right_id = r.id LIMIT 1),
       r.status, upper(r.term) - 1, (SELECT count(*)::int FROM right_portion o JOIN parcel p ON p.id = o.parcel_id WHERE o.right_id = r.id AND p.category = '21'), ${live}
     FROM management_right r JOIN party g ON g.id = r.holder_id WHERE r.id = $2`,
    ids,
  );
  return rows[0];
}
