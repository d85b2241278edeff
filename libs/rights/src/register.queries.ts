import type { Day, Mu } from '#kernel';
import type { Reader, Tx } from '#platform';
import type { Standing } from './management-right.entity.js';

/** A line of the register's list: one household with its contract. */
export interface HouseholdLine {
  id: string;
  contractorCode: string;
  name: string;
  officeCode: string;
  legacy: boolean;
  contractCode: string | null;
  endsOn: Day | null;
  parcels: number;
  areaMu: Mu | null;
}

const lineSql = `
  SELECT h.id, h.contractor_code AS "contractorCode", p.display_name AS name, h.office_code AS "officeCode", h.legacy,
    c.code AS "contractCode", c.ends_on AS "endsOn", c.area_mu AS "areaMu",
    (SELECT count(*) FROM parcel l WHERE l.contract_id = c.id)::int AS parcels
  FROM household h JOIN party p ON p.id = h.id LEFT JOIN contract c ON c.contractor_id = h.id`;

export interface RegisterSearch {
  /** Beginnings of office codes that the reader may see. */
  scopes: readonly string[];
  /** Digits of a contractor, contract or parcel code, or the name of a representative; empty for all. */
  words: string;
  village: string;
  after: string;
  most: number;
}

/** Households in scope, by code; a code or a name narrows them. Cursor by code, never by offset. */
export async function householdLines(reader: Reader | Tx, search: RegisterSearch): Promise<HouseholdLine[]> {
  const digits = /^\d{12,19}[JQ]?$/i.test(search.words);
  const words = search.words.toUpperCase();
  return reader.query(
    `${lineSql}
     WHERE h.office_code LIKE ANY($1) AND h.office_code LIKE $2 AND h.contractor_code > $3
       AND ($4 = '' OR ($5 AND (h.contractor_code LIKE $4 || '%' OR left($4, 18) = h.contractor_code OR EXISTS (
              SELECT FROM parcel l WHERE l.code = $4 AND l.contract_id = c.id)))
            OR (NOT $5 AND p.display_name LIKE $4 || '%'))
     ORDER BY h.contractor_code LIMIT $6`,
    [search.scopes.map((scope) => `${scope}%`), `${search.village}%`, search.after, words, digits, search.most],
  );
}

export interface ContractLine {
  id: string;
  code: string;
  termFrom: Day;
  termTo: Day;
  endsOn: Day;
  areaMu: Mu;
  extended: boolean;
  legacy: boolean;
}

export async function contractLines(reader: Reader | Tx, contractorId: string): Promise<ContractLine[]> {
  return reader.query(
    `SELECT c.id, c.code, c.term_from AS "termFrom", c.term_to AS "termTo", c.ends_on AS "endsOn", c.area_mu AS "areaMu", c.legacy,
       c.ends_on > c.term_to AS extended
     FROM contract c WHERE c.contractor_id = $1 ORDER BY c.code`,
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
  standing: Standing;
  transferId: string;
}

/** What a household (or a collective) has let, portion by portion, the newest first. */
export async function grantedLines(reader: Reader | Tx, grantorId: string): Promise<GrantedLine[]> {
  return reader.query(
    `SELECT p.name AS "parcelName", p.id AS "parcelId", h.display_name AS holder, o.area_mu AS "areaMu", o.whole, r.term::text AS term,
       r.standing, r.subject_id AS "transferId"
     FROM right_portion o JOIN management_right r ON r.id = o.right_id JOIN parcel p ON p.id = o.parcel_id JOIN party h ON h.id = r.holder_id
     WHERE o.grantor_id = $1 AND r.standing <> 'released' ORDER BY lower(r.term) DESC, p.code LIMIT 100`,
    [grantorId],
  );
}
