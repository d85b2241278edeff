import type { Day, Mu } from '#kernel';
import type { Reader, Tx } from '#platform';

/** One parcel of a lot, with what the register knows of it. */
export interface OfferedParcel {
  seq: number;
  parcelId: string;
  code: string;
  name: string;
  grantorId: string;
  grantorName: string;
  areaMu: Mu;
  contractEndsOn: Day | null;
  /** Who has it under contract today. */
  contractorId: string | null;
  grade: string | null;
  basicFarmland: boolean;
  whole: true;
  side: null;
}

export async function offeredParcels(reader: Reader | Tx, listingId: string): Promise<OfferedParcel[]> {
  const rows: Omit<OfferedParcel, 'whole' | 'side'>[] = await reader.query(
    `SELECT lp.seq, lp.parcel_id AS "parcelId", p.code, p.name, lp.grantor_id AS "grantorId", g.display_name AS "grantorName",
       lp.area_mu AS "areaMu", c.ends_on AS "contractEndsOn", c.contractor_id AS "contractorId", p.grade, p.basic_farmland AS "basicFarmland"
     FROM listing_parcel lp JOIN parcel p ON p.id = lp.parcel_id JOIN party g ON g.id = lp.grantor_id
       LEFT JOIN contract c ON c.id = p.contract_id
     WHERE lp.listing_id = $1 ORDER BY lp.seq`,
    [listingId],
  );
  return rows.map((row) => ({ ...row, whole: true, side: null }));
}

/** Single facts of a lot in one row: what it holds, who entered and checked it, the case that came of it. */
export interface ListingCourse {
  right: { id: string; reservedUntil: Date } | null;
  enterers: string[];
  acceptors: string[];
  deal: { id: string; number: string | null; things: 'transfers' | 'right-deals' } | null;
}

export async function courseOf(reader: Reader | Tx, id: string): Promise<ListingCourse> {
  type Row = Omit<ListingCourse, 'right' | 'deal'> & {
    rightId: string | null;
    until: Date;
    dealId: string | null;
    number: string | null;
    things: 'transfers' | 'right-deals';
  };
  const rows: Row[] = await reader.query(
    `SELECT r.id AS "rightId", r.reserved_until AS until, t.id AS "dealId", t.number, t.things,
       (SELECT coalesce(array_agg(DISTINCT account_id), '{}') FROM step_history WHERE subject = 'listing' AND subject_id = $2
         AND account_id IS NOT NULL AND action IN ('enter', 'gather', 'submit')) AS enterers,
       (SELECT coalesce(array_agg(DISTINCT account_id), '{}') FROM step_history WHERE subject = 'listing' AND subject_id = $2
         AND account_id IS NOT NULL AND action = 'accept') AS acceptors
     FROM (SELECT 1) AS one
       LEFT JOIN LATERAL (SELECT id, reserved_until FROM management_right
         WHERE subject = 'listing' AND subject_id = $1 AND status = 'reserved' LIMIT 1) r ON true
       LEFT JOIN LATERAL (
         (SELECT id, number, 'transfers' AS things FROM transfer WHERE listing ->> 'id' = $2 ORDER BY created_at DESC LIMIT 1)
         UNION ALL (SELECT id, contract_number, 'right-deals' FROM right_deal WHERE listing_id = $1 ORDER BY created_at DESC LIMIT 1)
         LIMIT 1) t ON true`,
    [id, id],
  );
  const [row] = rows;
  return {
    right: row?.rightId ? { id: row.rightId, reservedUntil: row.until } : null,
    enterers: row?.enterers ?? [],
    acceptors: row?.acceptors ?? [],
    deal: row?.dealId ? { id: row.dealId, number: row.number, things: row.things } : null,
  };
}

/** Lots that still stand and have one of these parcels, other than the one that asks. */
export async function offeredElsewhere(tx: Tx, id: string | null, parcelIds: readonly string[]): Promise<string[]> {
  const rows: { place: string }[] = await tx.query(
    `SELECT DISTINCT l.place FROM listing_parcel lp JOIN listing l ON l.id = lp.listing_id
     WHERE lp.parcel_id = ANY($1) AND l.id IS DISTINCT FROM $2::uuid
       AND l.state NOT IN ('closed', 'failed', 'withdrawn', 'terminated', 'agreed')`,
    [parcelIds, id],
  );
  return rows.map(({ place }) => place);
}

/** What a village repeats from lot to lot: never a term, and never a price, which is each household's own. */
export interface LastOffer {
  payment: string;
  purpose: string;
  crops: string;
  conditions: string;
  fixtures: string;
}

/** Of the last lot of contracted land in a village, else of the last that somebody entered. */
export async function lastOffer(
  reader: Reader | Tx,
  { village, accountId }: { village: string | null; accountId: string | null },
): Promise<LastOffer | null> {
  const rows: LastOffer[] = await reader.query(
    `SELECT payment, purpose, crops, conditions, fixtures FROM listing WHERE holder_id IS NULL
       AND CASE WHEN $1::text IS NULL THEN created_account_id = $2 ELSE left(issuer_code, 12) = $1 END
     ORDER BY created_at DESC LIMIT 1`,
    [village, accountId],
  );
  return rows[0] ?? null;
}

/** Which of some parcels stand in a lot already. */
export async function offeredAmong(reader: Reader | Tx, parcelIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT DISTINCT lp.parcel_id AS id FROM listing_parcel lp JOIN listing l ON l.id = lp.listing_id
     WHERE lp.parcel_id = ANY($1) AND l.state NOT IN ('closed', 'failed', 'withdrawn', 'terminated', 'agreed')`,
    [parcelIds],
  );
  return rows.map(({ id }) => id);
}

/** Whether a photo stands under another lot that does not offer the same land. */
export async function photoElsewhere(tx: Tx, id: string, sha256: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM evidence_file f WHERE f.subject = 'listing' AND f.kind = 'photo' AND f.sha256 = $2 AND f.subject_id <> $1
       AND NOT EXISTS (SELECT FROM listing_parcel own JOIN listing_parcel other ON other.parcel_id = own.parcel_id
         WHERE own.listing_id::text = $1 AND other.listing_id::text = f.subject_id) LIMIT 1`,
    [id, sha256],
  );
  return rows.length > 0;
}

/** The collective of a village, as the register knows it; null where it knows none. */
export async function issuerOf(tx: Tx, village: string): Promise<string | null> {
  const rows: { code: string }[] = await tx.query(
    'SELECT code FROM issuer WHERE office_code = $1 ORDER BY code LIMIT 1',
    [village],
  );
  return rows[0]?.code ?? null;
}
