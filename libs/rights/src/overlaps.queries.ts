import type { Day, Mu } from '#kernel';
import { type Question, type Reader, type Tx, sqlNames } from '#platform';
import { liveStatuses } from './management-right.entity.js';
import type { Shape } from './shape/plane.js';

/** Two parcels whose outlines meet, the lower id first, with their shapes and square metres. */
export interface MeetingPair {
  firstId: string;
  secondId: string;
  first: Shape;
  second: Shape;
  smallerM2: string;
}

/** Pairs of which one parcel is among these; each pair once. Touching counts as meeting. */
export async function meetingPairs(tx: Tx, parcelIds: readonly string[]): Promise<MeetingPair[]> {
  return tx.query(
    `SELECT least(a.parcel_id, b.parcel_id) AS "firstId", greatest(a.parcel_id, b.parcel_id) AS "secondId",
       CASE WHEN a.parcel_id < b.parcel_id THEN a.rings ELSE b.rings END AS first,
       CASE WHEN a.parcel_id < b.parcel_id THEN b.rings ELSE a.rings END AS second, least(a.area_m2, b.area_m2) AS "smallerM2"
     FROM parcel_shape a JOIN parcel_shape b ON b.current AND b.outline && a.outline AND b.parcel_id <> a.parcel_id
     WHERE a.current AND a.parcel_id = ANY ($1) AND NOT (b.parcel_id = ANY ($1) AND b.parcel_id < a.parcel_id)`,
    [parcelIds],
  );
}

/** An overlap that was measured; areas in square metres with two decimals. */
export interface Measured extends Pick<MeetingPair, 'firstId' | 'secondId' | 'smallerM2'> {
  areaM2: string;
}

/** Above what an overlap counts: the larger of a share of the smaller parcel and an area. */
export interface OverlapLimit {
  overlapPercent: number;
  overlapAreaMu: Mu;
}

/** Square metres above which it counts; exact, in the database's decimals. */
const limitM2 = (smaller: string, percent: string, area: string): string =>
  `round(greatest(${smaller} * ${percent}::numeric / 100, ${area}::numeric * 2000 / 3), 2)`;

/**
 * What these parcels overlap from now on: `found` and nothing else. Their rows are locked in one order first, as whoever
 * reserves land does, so that either sees what the other did.
 */
export async function keepOverlaps(
  tx: Tx,
  parcelIds: readonly string[],
  found: readonly Measured[],
  { overlapPercent, overlapAreaMu }: OverlapLimit,
  now: Date,
): Promise<void> {
  const [first, second] = [found.map(({ firstId }) => firstId), found.map(({ secondId }) => secondId)];
  await lockParcels(
    tx,
    `SELECT unnest($1::uuid[] || $2::uuid[]) UNION SELECT parcel_id FROM overlap_of_parcel WHERE across_id = ANY ($3)
     UNION SELECT parcel_id FROM overlap_of_parcel WHERE parcel_id = ANY ($3)`,
    [first, second, parcelIds],
  );
  await tx.query(
    `DELETE FROM parcel_overlap o WHERE (o.first_id = ANY ($1) OR o.second_id = ANY ($1))
       AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::uuid[]) AS f(a, b) WHERE f.a = o.first_id AND f.b = o.second_id)`,
    [parcelIds, first, second],
  );
  if (found.length > 0)
    await tx.query(
      `INSERT INTO parcel_overlap (first_id, second_id, area_m2, smaller_m2, limit_m2, measured_at)
       SELECT f.a, f.b, f.area, f.smaller, ${limitM2('f.smaller', '$5', '$6')}, $7
       FROM unnest($1::uuid[], $2::uuid[], $3::numeric[], $4::numeric[]) AS f(a, b, area, smaller) ORDER BY f.a, f.b
       ON CONFLICT (first_id, second_id) DO UPDATE SET area_m2 = excluded.area_m2, smaller_m2 = excluded.smaller_m2,
         limit_m2 = excluded.limit_m2, measured_at = excluded.measured_at`,
      [
        first,
        second,
        found.map(({ areaM2 }) => areaM2),
        found.map(({ smallerM2 }) => smallerM2),
        overlapPercent,
        overlapAreaMu,
        now,
      ],
    );
  await tx.query(
    'UPDATE parcel_shape SET overlaps_known = true WHERE current AND NOT overlaps_known AND parcel_id = ANY ($1)',
    [parcelIds],
  );
}

/** Judges by today's limit what was measured under another; answers how many rows that were, at most so many. */
export async function judgeAnew(
  tx: Tx,
  { overlapPercent, overlapAreaMu }: OverlapLimit,
  most: number,
): Promise<number> {
  const limit = limitM2('smaller_m2', '$1', '$2');
  const rows: { id: string; firstId: string; secondId: string }[] = await tx.query(
    `SELECT id, first_id AS "firstId", second_id AS "secondId" FROM parcel_overlap WHERE limit_m2 <> ${limit} ORDER BY id LIMIT $3`,
    [overlapPercent, overlapAreaMu, most],
  );
  await lockParcels(tx, 'SELECT unnest($1::uuid[])', [rows.flatMap(({ firstId, secondId }) => [firstId, secondId])]);
  await tx.query(`UPDATE parcel_overlap SET limit_m2 = ${limit} WHERE id = ANY ($3)`, [
    overlapPercent,
    overlapAreaMu,
    rows.map(({ id }) => id),
  ]);
  return rows.length;
}

function lockParcels(tx: Tx, ids: string, values: readonly unknown[]): Promise<unknown> {
  return tx.query(`SELECT id FROM parcel WHERE id IN (${ids}) ORDER BY id FOR NO KEY UPDATE`, [...values]);
}

/** Of these parcels, those whose shape nobody has measured against its neighbours; without ids, any. */
export async function unmeasured(
  reader: Reader | Tx,
  among: readonly string[] | null,
  most: number,
): Promise<string[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT parcel_id AS id FROM parcel_shape WHERE current AND NOT overlaps_known AND ($1::uuid[] IS NULL OR parcel_id = ANY ($1))
     ORDER BY parcel_id LIMIT $2`,
    [among, most],
  );
  return rows.map(({ id }) => id);
}

/** A parcel and another that counts as lying over it, as a file's rows name them. */
export interface OverlapOfCode {
  code: string;
  acrossCode: string;
  areaM2: string;
}

export async function countingOverlaps(reader: Reader | Tx, codes: readonly string[]): Promise<OverlapOfCode[]> {
  return reader.query(
    `SELECT p.code, x.code AS "acrossCode", v.area_m2 AS "areaM2" FROM parcel p JOIN overlap_of_parcel v ON v.parcel_id = p.id AND v.counts
       JOIN parcel x ON x.id = v.across_id
     WHERE p.code = ANY ($1) ORDER BY p.code, v.area_m2 DESC, x.code`,
    [codes],
  );
}

/** Places of those that lie above the limit. */
export async function aboveLimit(
  reader: Reader | Tx,
  measured: readonly Pick<Measured, 'areaM2' | 'smallerM2'>[],
  { overlapPercent, overlapAreaMu }: OverlapLimit,
): Promise<ReadonlySet<number>> {
  const rows: { place: number }[] = await reader.query(
    `SELECT f.place::int - 1 AS place FROM unnest($1::numeric[], $2::numeric[]) WITH ORDINALITY AS f(area, smaller, place)
     WHERE f.area > ${limitM2('f.smaller', '$3', '$4')}`,
    [measured.map(({ areaM2 }) => areaM2), measured.map(({ smallerM2 }) => smallerM2), overlapPercent, overlapAreaMu],
  );
  return new Set(rows.map(({ place }) => place));
}

/** A parcel of the register whose outline meets that of a code. */
export interface AboutRow {
  code: string;
  acrossCode: string;
  rings: Shape;
  areaM2: string;
}

export async function registeredAbout(
  reader: Reader | Tx,
  outlines: readonly { code: string; outline: string }[],
): Promise<AboutRow[]> {
  return reader.query(
    `SELECT t.code, p.code AS "acrossCode", s.rings, s.area_m2 AS "areaM2" FROM unnest($1::text[], $2::polygon[]) AS t(code, outline)
       JOIN parcel_shape s ON s.current AND s.outline && t.outline JOIN parcel p ON p.id = s.parcel_id WHERE p.code <> t.code`,
    [outlines.map(({ code }) => code), outlines.map(({ outline }) => outline)],
  );
}

/** A live right on a parcel that lies over an asked one; `asked`: the other is asked for by the same case. */
export interface GroundRow {
  parcelId: string;
  acrossCode: string;
  acrossName: string;
  areaM2: string;
  subject: string | null;
  subjectId: string | null;
  status: 'reserved' | 'active' | 'asked';
  term: string | null;
}

/** What holds the ground of the asked portions under another parcel's code: the very question of the exclusion constraint. */
export const takenGround = (asked: {
  parcelIds: string[];
  guards: string[];
  wholes: boolean[];
  level: string;
  range: string;
  subject: string;
  subjectId: string | null;
}): Question => ({
  text: `WITH asked AS (SELECT a.parcel_id, CASE WHEN a.whole THEN s.outline ELSE a.guard END AS ground
       FROM unnest($1::uuid[], $2::polygon[], $3::boolean[]) AS a(parcel_id, guard, whole)
         JOIN parcel_shape s ON s.parcel_id = a.parcel_id AND s.current)
     SELECT a.parcel_id AS "parcelId", x.code AS "acrossCode", x.name AS "acrossName", v.area_m2::text AS "areaM2", r.subject,
       r.subject_id AS "subjectId", r.status, r.term::text AS term
     FROM asked a JOIN portion_on_overlap v ON v.across_id = a.parcel_id AND v.ground && a.ground
       JOIN management_right r ON r.id = v.right_id JOIN parcel x ON x.id = v.parcel_id
     WHERE v.level = $4 AND v.term && $5::daterange AND NOT (r.subject = $6 AND r.subject_id IS NOT DISTINCT FROM $7::uuid)
     UNION ALL
     SELECT a.parcel_id, x.code, x.name, v.area_m2::text, NULL, NULL, 'asked', NULL
     FROM asked a JOIN overlap_of_parcel v ON v.parcel_id = a.parcel_id AND v.counts
       JOIN asked b ON b.parcel_id = v.across_id AND b.ground && a.ground JOIN parcel x ON x.id = b.parcel_id
     WHERE a.parcel_id < b.parcel_id`,
  values: [asked.parcelIds, asked.guards, asked.wholes, asked.level, asked.range, asked.subject, asked.subjectId],
});

/** What lies over one parcel, and what live rights hold of that, the largest first. */
export interface OverlapOfParcelRow {
  id: string;
  code: string;
  name: string;
  officeCode: string;
  areaM2: string;
  counts: boolean;
  /** The last day of live rights on the other parcel. */
  heldUntil: Day | null;
}

export async function overlapsOfParcel(reader: Reader, parcelId: string): Promise<OverlapOfParcelRow[]> {
  return reader.query(
    `SELECT x.id, x.code, x.name, x.office_code AS "officeCode", v.area_m2 AS "areaM2", v.counts,
       (SELECT max(upper(o.term) - 1) FROM right_portion o WHERE o.parcel_id = x.id AND o.status IN (${sqlNames(liveStatuses)})) AS "heldUntil"
     FROM overlap_of_parcel v JOIN parcel x ON x.id = v.across_id WHERE v.parcel_id = $1 ORDER BY v.area_m2 DESC, x.code`,
    [parcelId],
  );
}
