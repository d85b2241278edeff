import type { Day, Mu } from '#kernel';
import { type Reader, type Tx, sqlNames } from '#platform';
import { inUse, liveStatuses } from '#rights';

/** A household contract that may be offered. */
export interface ContractRow {
  id: string;
  code: string;
  contractorId: string;
  contractorName: string;
  issuerCode: string;
  officeCode: string;
  areaMu: Mu;
  endsOn: Day;
  members: number;
  parcels: number;
}

const contractSql = `
  SELECT c.id, c.code, c.contractor_id AS "contractorId", o.display_name AS "contractorName", c.issuer_code AS "issuerCode",
    h.office_code AS "officeCode", c.area_mu AS "areaMu", c.ends_on AS "endsOn",
    (SELECT count(*)::int FROM member m WHERE m.household_id = h.id AND coalesce(m.valid_to, 'infinity') >= $1) AS members,
    (SELECT count(*)::int FROM parcel p WHERE p.contract_id = c.id) AS parcels
  FROM contract c JOIN household h ON h.id = c.contractor_id JOIN party o ON o.id = h.id`;
/** Of a chain, the contract that runs. */
const offered = `${contractSql} WHERE ${inUse('c')} AND`;

export async function contractsById(reader: Reader | Tx, ids: readonly string[], today: Day): Promise<ContractRow[]> {
  return ids.length === 0 ? [] : reader.query(`${contractSql} WHERE c.id = ANY($2) ORDER BY c.code`, [today, ids]);
}

/** Contracts of a party: its own as a household, or of the households that a person belongs to. */
export async function contractsOfParty(reader: Reader | Tx, partyId: string, today: Day): Promise<ContractRow[]> {
  return reader.query(
    `${offered} (h.id = $2 OR h.id IN (SELECT household_id FROM member WHERE person_id = $2 AND coalesce(valid_to, 'infinity') >= $1)) ORDER BY c.code`,
    [today, partyId],
  );
}

/** By the code of the contract, of the contractor or of one of its parcels: whoever holds the paper may name it. */
export async function contractsByCode(reader: Reader | Tx, code: string, today: Day): Promise<ContractRow[]> {
  return reader.query(
    `${offered} (c.code = $2 OR h.contractor_code = $2 OR c.id IN (SELECT contract_id FROM parcel WHERE code = $2)) ORDER BY c.code LIMIT 12`,
    [today, code],
  );
}

/** By the codes of the households. */
export async function contractsOfHouseholds(
  reader: Reader | Tx,
  codes: readonly string[],
  today: Day,
): Promise<ContractRow[]> {
  if (codes.length === 0) return [];
  return reader.query(`${offered} h.contractor_code = ANY($2) ORDER BY c.code LIMIT 12`, [today, codes]);
}

/** By the beginning of the household's name, folded, in the given offices; an empty name lists a village. */
export async function contractsByName(
  reader: Reader | Tx,
  prefixes: readonly string[],
  name: string,
  today: Day,
): Promise<ContractRow[]> {
  return reader.query(
    `${offered} h.office_code LIKE ANY($2) AND strpos(search_plain(o.display_name), $3) = 1 ORDER BY c.code LIMIT 13`,
    [today, prefixes.map((prefix) => `${prefix}%`), name],
  );
}

/** An issuer with land that is not contracted out; private plots (21) are the households', though no contract names them. */
export interface IssuerRow {
  code: string;
  name: string;
  officeCode: string;
  bodyId: string | null;
  parcels: number;
  areaMu: Mu;
}

const issuerSql = `
  SELECT i.code, i.name, i.office_code AS "officeCode", i.body_id AS "bodyId", count(p.id)::int AS parcels, sum(p.contract_mu)::text AS "areaMu"
  FROM issuer i JOIN parcel p ON p.issuer_code = i.code AND p.contract_id IS NULL AND p.category <> '21'`;

export async function issuersWithin(
  reader: Reader | Tx,
  prefixes: readonly string[],
  name: string,
): Promise<IssuerRow[]> {
  return reader.query(
    `${issuerSql} WHERE i.office_code LIKE ANY($1) AND strpos(search_plain(i.name), $2) > 0 GROUP BY i.code ORDER BY i.code LIMIT 13`,
    [prefixes.map((prefix) => `${prefix}%`), name],
  );
}

export async function issuersOf(reader: Reader | Tx, by: { code: string } | { bodyId: string }): Promise<IssuerRow[]> {
  return 'code' in by
    ? reader.query(`${issuerSql} WHERE i.code = $1 GROUP BY i.code`, [by.code])
    : reader.query(`${issuerSql} WHERE i.body_id = $1 GROUP BY i.code ORDER BY i.code`, [by.bodyId]);
}

export async function uncontractedParcels(reader: Reader | Tx, issuerCode: string): Promise<string[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT id FROM parcel WHERE issuer_code = $1 AND contract_id IS NULL AND category <> '21' ORDER BY code LIMIT 400`,
    [issuerCode],
  );
  return rows.map((row) => row.id);
}

/** Parcels that somebody else holds from today on, whole or in part, under this code or the very ground under another, and until when. */
export interface TakenRow {
  parcelId: string;
  status: 'reserved' | 'active';
  until: Day;
  whole: boolean;
  areaMu: Mu;
}

export async function takenParcels(
  reader: Reader | Tx,
  parcelIds: readonly string[],
  own: string | null,
  today: Day,
): Promise<TakenRow[]> {
  return reader.query(
    `SELECT o.parcel_id AS "parcelId", r.status, (upper(r.term) - 1)::text AS until, o.whole, o.area_mu AS "areaMu"
     FROM right_portion o JOIN management_right r ON r.id = o.right_id
     WHERE o.parcel_id = ANY($1) AND o.status IN (${sqlNames(liveStatuses)}) AND o.term && daterange($3::date, NULL)
       AND NOT (r.subject = 'transfer' AND r.subject_id IS NOT DISTINCT FROM $2::uuid)
     UNION ALL
     SELECT v.across_id, r.status, (upper(r.term) - 1)::text, true, o.area_mu
     FROM portion_on_overlap v JOIN right_portion o ON o.id = v.portion_id AND o.whole JOIN management_right r ON r.id = v.right_id
       JOIN parcel_overlap l ON l.id = v.overlap_id JOIN parcel_shape s ON s.parcel_id = v.across_id AND s.current
     WHERE v.across_id = ANY($1) AND s.area_m2 - v.area_m2 <= l.limit_m2 AND v.term && daterange($3::date, NULL)
       AND NOT (r.subject = 'transfer' AND r.subject_id IS NOT DISTINCT FROM $2::uuid)
     ORDER BY "parcelId", whole, until`,
    [parcelIds, own, today],
  );
}
