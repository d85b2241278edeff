import { type Actor, type Day, type Mu, scopesOf } from '#kernel';
import type { Reader, Tx } from '#platform';
import type { Transfer } from './transfer.entity.js';

/** One parcel of a case, with what the register knows of it. */
export interface ParcelFact {
  seq: number;
  parcelId: string;
  code: string;
  name: string;
  grantorId: string;
  grantorName: string;
  contractCode: string;
  /** The contract of the parcel when the town accepted the case; null before, and in old cases. */
  acceptedContract: string | null;
  /** Who has it under contract today; null for land that is not contracted out. */
  contractorId: string | null;
  contractorName: string | null;
  /** Last day of the contract as recorded, extensions counted; null for land that is not contracted out. */
  contractEndsOn: Day | null;
  whole: boolean;
  side: string | null;
  areaMu: Mu;
  contractMu: Mu;
  measuredMu: Mu | null;
  landClass: string;
  grade: string | null;
  basicFarmland: boolean;
  boundaries: { east: string; south: string; west: string; north: string };
}

/** What an actor may see, as a condition on `transfer t` with its values from $1 on: office prefixes, then a party. */
export interface Scope {
  prefixes: string[];
  partyId: string | null;
}

/** Offices cover by prefix of the code (county 6 digits, town 9, village 12); a party sees its own cases. */
export function scopeOf(actor: Actor): Scope {
  return { prefixes: scopesOf(actor), partyId: actor.assisting?.partyId ?? actor.partyId };
}

/** Whether the scope covers one record; asked once the record is at hand. */
export function seesOffice(scope: Scope, officeCode: string): boolean {
  return scope.prefixes.some((prefix) => officeCode.startsWith(prefix));
}

export async function parcelFacts(reader: Reader | Tx, transferId: string): Promise<ParcelFact[]> {
  const rows: (Omit<ParcelFact, 'boundaries'> & { east: string; south: string; west: string; north: string })[] =
    await reader.query(
      `SELECT tp.seq, tp.parcel_id AS "parcelId", p.code, p.name, tp.grantor_id AS "grantorId", g.display_name AS "grantorName",
         coalesce(c.code, '') AS "contractCode", tp.contract_code AS "acceptedContract", c.contractor_id AS "contractorId",
         k.display_name AS "contractorName", contract_cover(p.id, c.contractor_id, c.term_from) AS "contractEndsOn", tp.whole, tp.side, tp.area_mu AS "areaMu",
         p.contract_mu AS "contractMu", p.measured_mu AS "measuredMu", p.land_class AS "landClass", p.grade,
         p.basic_farmland AS "basicFarmland", p.east, p.south, p.west, p.north
       FROM transfer_parcel tp JOIN parcel p ON p.id = tp.parcel_id JOIN party g ON g.id = tp.grantor_id
         LEFT JOIN contract c ON c.id = p.contract_id LEFT JOIN party k ON k.id = c.contractor_id
       WHERE tp.transfer_id = $1 ORDER BY tp.seq`,
      [transferId],
    );
  return rows.map(({ east, south, west, north, ...row }) => ({ ...row, boundaries: { east, south, west, north } }));
}

/** Staff among the parties: an account of staff that speaks for a party to the case, or for one of its members. */
export async function staffAmong(reader: Reader | Tx, partyIds: readonly string[]): Promise<string[]> {
  const rows: { name: string }[] = await reader.query(
    `SELECT DISTINCT a.name FROM account a WHERE a.kind = 'staff' AND a.party_id = ANY($1)`,
    [partyIds],
  );
  return rows.map((row) => row.name);
}

/** Bodies among these parties whose unified code nobody has seen. */
export async function uncodedAmong(
  reader: Reader | Tx,
  partyIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return reader.query('SELECT id, name FROM body WHERE id = ANY($1) AND credit_code IS NULL ORDER BY name', [partyIds]);
}

export interface ReviewRow {
  level: 'town' | 'county';
  round: number;
  checklist: { item: string; result: 'yes' | 'no' | 'none'; note: string }[];
  opinion: string;
  rule: string;
  conclusion: 'pass' | 'return' | 'reject' | null;
  reviewerId: string;
  reviewerName: string;
  receivedAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
}

export async function reviewsOf(reader: Reader | Tx, transferId: string): Promise<ReviewRow[]> {
  return reader.query(
    `SELECT level, round, checklist, opinion, rule, conclusion, reviewer_id AS "reviewerId", reviewer_name AS "reviewerName",
       received_at AS "receivedAt", due_at AS "dueAt", done_at AS "doneAt"
     FROM transfer_review WHERE transfer_id = $1 ORDER BY received_at`,
    [transferId],
  );
}

export interface ReturnRow {
  level: 'town' | 'county';
  round: number;
  defects: { item: string; fault?: string; text: string; rule: string }[];
  returnedBy: string;
  returnedAt: Date;
}

export async function returnsOf(reader: Reader | Tx, transferId: string): Promise<ReturnRow[]> {
  return reader.query(
    `SELECT level, round, defects, returned_by AS "returnedBy", returned_at AS "returnedAt"
     FROM transfer_return WHERE transfer_id = $1 ORDER BY returned_at`,
    [transferId],
  );
}

export interface CapitalRow {
  id: string;
  authority: string;
  basis: string;
  applicationNumber: string;
  acceptedOn: Day;
  dueOn: Day;
  decision: 'approved' | 'refused' | null;
  decisionNumber: string | null;
  decidedOn: Day | null;
  validAreaMu: Mu | null;
  validTo: Day | null;
  /** Whom and which land the application named. */
  transfereeId: string | null;
  parcelCodes: string[];
  fileId: string | null;
}

/** What the register was, or is to be, changed of the land of a case; what its parties were told, and who gets the rent since. */
export interface GroundRow {
  id: string;
  state: string;
  differences: { kind: string; before: string; after: string }[];
  reason: string | null;
  told: boolean;
  payee: string | null;
  confirmedOn: Day | null;
}

/** The same of a case `t`, as one value of its row. */
export const groundSql = `
  SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'differences', x.differences, 'reason', x.reason,
      'told', g.transfer_id IS NOT NULL, 'payee', y.display_name, 'confirmedOn', g.confirmed_on) ORDER BY x.state_since, x.id), '[]')
    FROM land_change x LEFT JOIN transfer_ground g ON g.change_id = x.id AND g.transfer_id = t.id LEFT JOIN party y ON y.id = g.payee_id
    WHERE (x.state = 'open' OR g.transfer_id IS NOT NULL) AND x.id IN (
      SELECT l.change_id FROM transfer_parcel tp JOIN land_change_parcel l ON l.parcel_id = tp.parcel_id WHERE tp.transfer_id = t.id)`;

/** Papers of what lies around a case: answers to claims and objections on its notices, receipts of those who were assisted. */
export async function papersAround(reader: Reader | Tx, transferId: string): Promise<string[]> {
  const rows: { id: string }[] = await reader.query(
    `SELECT p.id FROM paper p WHERE p.subject = 'notice' AND p.subject_id IN (
        SELECT n.id::text FROM notice n WHERE n.subject = 'transfer' AND n.subject_id = $1)
     UNION SELECT p.id FROM paper p WHERE p.subject = 'case_file' AND p.subject_id IN (
        SELECT f.id::text FROM case_file f JOIN notice n ON n.id = f.subject_id WHERE f.subject = 'notice' AND n.subject = 'transfer' AND n.subject_id = $1)
     UNION SELECT p.id FROM paper p WHERE p.subject = 'assisted_session' AND p.subject_id IN (
        SELECT a.id::text FROM step_history h JOIN assisted_session a ON a.clerk_account_id = h.account_id
          AND h.moment >= a.started_at AND (a.ended_at IS NULL OR h.moment <= a.ended_at)
        WHERE h.subject = 'transfer' AND h.subject_id = $2 AND h.assisted IS NOT NULL)`,
    [transferId, transferId],
  );
  return rows.map((row) => row.id);
}

/** Who stands surety for a transferee above the age. */
export async function guarantorOf(reader: Reader | Tx, { guarantorId }: Pick<Transfer, 'guarantorId'>) {
  if (guarantorId === null) return null;
  const rows: { id: string; name: string }[] = await reader.query('SELECT id, name FROM person WHERE id = $1', [
    guarantorId,
  ]);
  return rows[0] ?? null;
}

/** The numbers of cases that have one, by their ids. */
export async function numbersOf(reader: Reader | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; number: string }[] = await reader.query(
    'SELECT id, number FROM transfer WHERE id = ANY($1) AND number IS NOT NULL',
    [ids],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
