import type { Day, Mu } from '#kernel';
import type { Reader, Tx } from '#platform';
import type { RightStatus } from './management-right.entity.js';

export interface ContractLine {
  id: string;
  code: string;
  termFrom: Day;
  termTo: Day;
  endsOn: Day;
  areaMu: Mu;
  extended: boolean;
  /** The code of the contract that it follows. */
  follows: string | null;
  legacy: boolean;
}

export async function contractLines(reader: Reader | Tx, contractorId: string): Promise<ContractLine[]> {
  return reader.query(
    `SELECT c.id, c.code, c.term_from AS "termFrom", c.term_to AS "termTo", c.ends_on AS "endsOn", c.area_mu AS "areaMu", c.legacy,
       c.ends_on > c.term_to AS extended, coalesce(b.code, c.extends_code) AS follows
     FROM contract c LEFT JOIN contract b ON b.id = c.predecessor_id WHERE c.contractor_id = $1 ORDER BY c.term_from, c.code`,
    [contractorId],
  );
}

/** A piece of a household's land that somebody else works, or is about to. */
export interface GrantedLine {
  parcelName: string;
  parcelId: string;
  holder: string;
  areaMu: Mu;
  whole: boolean;
  term: string;
  status: RightStatus;
  transferId: string;
}

/** What a household (or a collective) has let, portion by portion, the newest first. */
export async function grantedLines(reader: Reader | Tx, grantorId: string): Promise<GrantedLine[]> {
  return reader.query(
    `SELECT p.name AS "parcelName", p.id AS "parcelId", h.display_name AS holder, o.area_mu AS "areaMu", o.whole, r.term::text AS term,
       r.status, r.subject_id AS "transferId"
     FROM right_portion o JOIN management_right r ON r.id = o.right_id JOIN parcel p ON p.id = o.parcel_id JOIN party h ON h.id = r.holder_id
     WHERE o.grantor_id = $1 AND r.status <> 'released' ORDER BY lower(r.term) DESC, p.code LIMIT 100`,
    [grantorId],
  );
}
