import type { Day, Mu } from '#kernel';
import type { PartyRow } from '#parties';
import { type Question, type Reader, type Tx, anyOf, askedOnce, sqlNames } from '#platform';
import { liveStatuses } from './management-right.entity.js';
import type { Shape } from './shape/plane.js';

const live = sqlNames(liveStatuses);

/** A parcel with its contract, contractor, issuer and current shape: what every parcel table shows. */
export interface LandRow {
  id: string;
  code: string;
  name: string;
  east: string;
  south: string;
  west: string;
  north: string;
  contractMu: Mu;
  measuredMu: Mu | null;
  parcelMu: Mu;
  landClass: string;
  grade: string | null;
  landUse: string;
  basicFarmland: boolean;
  category: string;
  officeCode: string;
  legacy: boolean;
  legacyReason: string | null;
  issuerCode: string;
  issuerName: string;
  contractId: string | null;
  contractCode: string | null;
  certificateCode: string | null;
  contractMode: string | null;
  contractEnd: Day | null;
  contractorId: string | null;
  contractorName: string | null;
  contractorKind: PartyRow['kind'] | null;
  rings: Shape | null;
}

const landSql = `
  SELECT p.id, p.code, p.name, p.east, p.south, p.west, p.north, p.contract_mu AS "contractMu", p.measured_mu AS "measuredMu",
    greatest(p.contract_mu, p.measured_mu) AS "parcelMu", p.land_class AS "landClass", p.grade, p.land_use AS "landUse",
    p.basic_farmland AS "basicFarmland", p.category, p.office_code AS "officeCode", p.legacy, p.legacy_reason AS "legacyReason",
    p.issuer_code AS "issuerCode", i.name AS "issuerName", c.id AS "contractId", c.code AS "contractCode",
    c.certificate_code AS "certificateCode", c.mode AS "contractMode", contract_cover(p.id, c.contractor_id, c.term_from) AS "contractEnd", c.contractor_id AS "contractorId",
    o.display_name AS "contractorName", o.kind AS "contractorKind", s.rings
  FROM parcel p JOIN issuer i ON i.code = p.issuer_code LEFT JOIN contract c ON c.id = p.contract_id
    LEFT JOIN party o ON o.id = c.contractor_id LEFT JOIN parcel_shape s ON s.parcel_id = p.id AND s.current`;

export async function landRows(reader: Reader | Tx, parcelIds: readonly string[]): Promise<LandRow[]> {
  const { test, values } = anyOf('p.id', parcelIds);
  // The register is changed by imports alone, so an act that looks at its land again finds it as it was.
  return askedOnce(reader, `land ${parcelIds.join()}`, () =>
    reader.query(`${landSql} WHERE ${test} ORDER BY p.code`, values),
  );
}

export async function landOfCode(reader: Reader | Tx, codes: readonly string[]): Promise<LandRow[]> {
  const { test, values } = anyOf('p.code', codes);
  return reader.query(`${landSql} WHERE ${test} ORDER BY p.code`, values);
}

export async function landOfContractor(reader: Reader | Tx, contractorIds: readonly string[]): Promise<LandRow[]> {
  const { test, values } = anyOf('c.contractor_id', contractorIds);
  return reader.query(`${landSql} WHERE ${test} ORDER BY p.code`, values);
}

/** Parcels whose outline meets a frame on the county's plane, for the sketch; at most so many. */
export async function landWithin(
  reader: Reader | Tx,
  frame: string,
  most: number,
): Promise<Pick<LandRow, 'id' | 'code' | 'name' | 'rings'>[]> {
  return askedOnce(reader, `land within ${most} ${frame}`, () =>
    reader.query(
      `SELECT p.id, p.code, p.name, s.rings FROM parcel_shape s JOIN parcel p ON p.id = s.parcel_id
     WHERE s.current AND s.outline && $1::polygon ORDER BY p.code LIMIT $2`,
      [frame, most],
    ),
  );
}

/** A live right over part of a parcel in some time. */
export interface OccupancyRow {
  rightId: string;
  parentId: string | null;
  parcelId: string;
  portionId: string;
  whole: boolean;
  rings: Shape | null;
  areaMu: Mu;
  term: string;
  status: 'reserved' | 'active';
  holderId: string;
  holderName: string;
  mode: string;
  subject: string;
  subjectId: string;
}

export async function occupancyRows(
  reader: Reader | Tx,
  parcelIds: readonly string[],
  range: string,
): Promise<OccupancyRow[]> {
  return reader.query(
    `SELECT r.id AS "rightId", r.parent_id AS "parentId", o.parcel_id AS "parcelId", o.id AS "portionId", o.whole, o.rings,
       o.area_mu AS "areaMu", r.term::text AS term, r.status, r.holder_id AS "holderId", h.display_name AS "holderName", r.mode, r.subject, r.subject_id AS "subjectId"
     FROM right_portion o JOIN management_right r ON r.id = o.right_id JOIN party h ON h.id = r.holder_id
     WHERE o.parcel_id = ANY($1) AND o.status IN (${live}) AND o.term && $2::daterange
     ORDER BY o.parcel_id, r.term, r.id`,
    [parcelIds, range],
  );
}

/** Of the asked portions, those that a live right at the same level holds: the very question of the exclusion constraint. */
export const takenPortions = (asked: {
  parcelIds: string[];
  guards: string[];
  level: string;
  range: string;
  subject: string;
  subjectId: string | null;
}): Question => ({
  text: `SELECT o.parcel_id AS "parcelId", r.subject, r.subject_id AS "subjectId", h.display_name AS "holderName", r.status, r.term::text AS term
     FROM unnest($1::uuid[], $2::polygon[]) AS a(parcel_id, guard)
     JOIN right_portion o ON o.parcel_id = a.parcel_id AND o.guard && a.guard
     JOIN management_right r ON r.id = o.right_id JOIN party h ON h.id = r.holder_id
     WHERE o.level = $3 AND o.term && $4::daterange AND o.status IN (${live})
       AND NOT (r.subject = $5 AND r.subject_id IS NOT DISTINCT FROM $6::uuid)
     ORDER BY o.parcel_id, r.term`,
  values: [asked.parcelIds, asked.guards, asked.level, asked.range, asked.subject, asked.subjectId],
});

/** How far contracts on record have parcels from a day on, and what comes after. */
export function contractCover(parcelIds: readonly string[], from: Day): Question {
  const { test, values } = anyOf('p.id', parcelIds, 2);
  return {
    text: `SELECT p.id AS "parcelId", v.until AS "coveredTo", n.code AS "nextCode", n.term_from AS "nextFrom", n.contractor_id = c.contractor_id AS same
     FROM parcel p JOIN contract c ON c.id = p.contract_id
       CROSS JOIN LATERAL (SELECT contract_cover(p.id, c.contractor_id, $1::date) AS until) v
       LEFT JOIN LATERAL (SELECT k.code, k.term_from, k.contractor_id FROM contracted_parcel l JOIN contract k ON k.id = l.contract_id
         WHERE l.parcel_id = p.id AND l.left_on IS NULL AND k.term_from > coalesce(v.until, c.term_from) ORDER BY k.term_from, k.contractor_id = c.contractor_id LIMIT 1) n ON true
     WHERE ${test}`,
    values: [from, ...values],
  };
}

export interface CoverRow {
  parcelId: string;
  coveredTo: Day | null;
  nextCode: string | null;
  nextFrom: Day | null;
  same: boolean | null;
}

export type TakenRow = Pick<OccupancyRow, 'parcelId' | 'subject' | 'subjectId' | 'holderName' | 'status' | 'term'>;

/**
 * Live mortgages on the contracts of these parcels, on the rights above, and on contracts of the same ground under another code, and
 * whether the mortgagee agreed to this case.
 */
export function liveMortgages(
  parcelIds: readonly string[],
  parentId: string | null,
  about: { subject: string; subjectId: string | null },
): Question {
  const { test, values } = anyOf('p.id', parcelIds, 4);
  const consented =
    'EXISTS (SELECT 1 FROM mortgagee_consent m WHERE m.encumbrance_id = e.id AND m.subject = $2 AND m.subject_id = $3) AS consented';
  return {
    text: `SELECT DISTINCT p.id AS "parcelId", e.id, e.mortgagee_name AS "mortgageeName", ${consented}, NULL AS "acrossCode"
     FROM parcel p JOIN encumbrance e ON (e.contract_id IN (SELECT l.contract_id FROM contracted_parcel l WHERE l.parcel_id = p.id AND l.left_on IS NULL) OR (
       (e.right_id = $1 OR e.right_id IN (SELECT id FROM management_right WHERE subject = $2 AND subject_id = $3 AND status = 'active'))
       AND EXISTS (SELECT 1 FROM right_portion o WHERE o.right_id = e.right_id AND o.parcel_id = p.id)))
     WHERE ${test} AND e.status IN ('consented', 'registered')
     UNION ALL
     SELECT DISTINCT p.id, e.id, e.mortgagee_name, ${consented}, x.code
     FROM parcel p JOIN overlap_of_parcel v ON v.parcel_id = p.id AND v.counts JOIN parcel x ON x.id = v.across_id
       JOIN contracted_parcel l ON l.parcel_id = x.id AND l.left_on IS NULL JOIN encumbrance e ON e.contract_id = l.contract_id
     WHERE ${test} AND e.status IN ('consented', 'registered')
       AND NOT EXISTS (SELECT FROM contracted_parcel o WHERE o.parcel_id = p.id AND o.contract_id = l.contract_id AND o.left_on IS NULL)`,
    values: [parentId, about.subject, about.subjectId, ...values],
  };
}

export interface MortgageRow {
  parcelId: string;
  id: string;
  mortgageeName: string;
  consented: boolean;
  /** The other code of the same ground on whose contract it is. */
  acrossCode: string | null;
}
