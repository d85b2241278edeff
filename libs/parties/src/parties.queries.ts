import type { Day } from '#kernel';
import { type Question, type Reader, type Tx, anyOf } from '#platform';
import type { BodyKind } from './body.entity.js';
import type { PartyKind } from './party.entity.js';
import type { IdentityKind, Sex } from './person.entity.js';

/** A party with what its views and rules ask for; numbers still sealed. */
export interface PartyRow {
  id: string;
  kind: PartyKind;
  name: string;
  accountId: string | null;
  identitySealed: Buffer | null;
  phoneSealed: Buffer | null;
  born: Day | null;
  sex: Sex | null;
  bodyKind: BodyKind | null;
  creditCode: string | null;
  legalRepresentative: string | null;
  address: string;
  contractorCode: string | null;
  issuerCode: string | null;
  officeCode: string | null;
  representativeId: string | null;
  representativeName: string | null;
}

const partySql = `
  SELECT p.id, p.kind, p.display_name AS name, p.account_id AS "accountId",
    coalesce(n.identity_sealed, r.identity_sealed) AS "identitySealed",
    coalesce(n.phone_sealed, r.phone_sealed, b.phone_sealed) AS "phoneSealed", n.born, n.sex,
    b.kind AS "bodyKind", b.credit_code AS "creditCode", b.legal_representative AS "legalRepresentative",
    coalesce(b.address, h.address, '') AS address, h.contractor_code AS "contractorCode", h.issuer_code AS "issuerCode",
    coalesce(h.office_code, b.office_code) AS "officeCode", h.representative_id AS "representativeId", r.name AS "representativeName"
  FROM party p LEFT JOIN person n ON n.id = p.id LEFT JOIN body b ON b.id = p.id
    LEFT JOIN household h ON h.id = p.id LEFT JOIN person r ON r.id = h.representative_id`;

export async function partyRows(reader: Reader | Tx, ids: readonly string[]): Promise<PartyRow[]> {
  const { test, values } = anyOf('p.id', ids);
  return reader.query(`${partySql} WHERE ${test}`, values);
}

export async function partyByCreditCode(reader: Reader | Tx, creditCode: string): Promise<PartyRow | undefined> {
  const rows: PartyRow[] = await reader.query(`${partySql} WHERE b.credit_code = $1`, [creditCode]);
  return rows[0];
}

export async function partyByContractorCode(
  reader: Reader | Tx,
  contractorCode: string,
): Promise<PartyRow | undefined> {
  const rows: PartyRow[] = await reader.query(`${partySql} WHERE h.contractor_code = $1`, [contractorCode]);
  return rows[0];
}

/** One person's place in a household today. */
export interface MemberRow {
  memberId: string;
  householdId: string;
  personId: string;
  name: string;
  relation: string;
  coRight: boolean;
  noteCode: string | null;
  born: Day | null;
  sex: Sex | null;
  identityKind: IdentityKind;
  /** Null: known by name, identity open. */
  identitySealed: Buffer | null;
  accountId: string | null;
}

/** The members of these households on a day, the head first. */
export async function memberRows(
  reader: Reader | Tx,
  householdIds: readonly string[],
  today: Day,
): Promise<MemberRow[]> {
  const { test, values } = anyOf('m.household_id', householdIds, 2);
  return reader.query(
    `SELECT m.id AS "memberId", m.household_id AS "householdId", m.person_id AS "personId", n.name, m.relation,
       m.co_right AS "coRight", m.note_code AS "noteCode", n.born, n.sex, n.identity_kind AS "identityKind", n.identity_sealed AS "identitySealed", p.account_id AS "accountId"
     FROM member m JOIN person n ON n.id = m.person_id JOIN party p ON p.id = m.person_id
     WHERE ${test} AND coalesce(m.valid_from, '-infinity') <= $1 AND coalesce(m.valid_to, 'infinity') >= $1
     ORDER BY m.household_id, m.relation, n.born, m.id`,
    [today, ...values],
  );
}

/** People by name, with the office of each household that they are or were in. */
export async function peopleOf(
  reader: Reader | Tx,
  personIds: readonly string[],
): Promise<{ personId: string; name: string; officeCode: string }[]> {
  const { test, values } = anyOf('m.person_id', personIds);
  return reader.query(
    `SELECT m.person_id AS "personId", n.name, h.office_code AS "officeCode" FROM member m JOIN person n ON n.id = m.person_id
       JOIN household h ON h.id = m.household_id WHERE ${test}`,
    values,
  );
}

/** What each of a household has said to a matter, as the hash of its words. */
export async function saidIn(
  reader: Reader | Tx,
  { aboutKind, aboutId, householdId }: { aboutKind: string; aboutId: string; householdId: string },
): Promise<{ personId: string; said: string }[]> {
  return reader.query(
    `SELECT person_id AS "personId", statement_sha256 AS said FROM consent
     WHERE about_kind = $1 AND about_id = $2 AND household_id = $3 AND withdrawn_at IS NULL`,
    [aboutKind, aboutId, householdId],
  );
}

/** A household and one of its members, with the hash of what he has said to a matter; one line without a member if it has none. */
export interface ConsentRow {
  householdId: string;
  householdName: string;
  personId: string | null;
  name: string;
  coRight: boolean;
  /** Known by name, identity open. */
  open: boolean | null;
  /** How many members the household has by its own record. */
  declared: number | null;
  said: string | null;
  /** The same of the letter to an agent that he signed for it and that is in force. */
  signed: string | null;
}

/** What the households' members have said to a matter. */
export function consentsOf(
  { aboutKind, aboutId }: { aboutKind: string; aboutId: string },
  householdIds: readonly string[],
  today: Day,
): Question {
  const { test, values } = anyOf('h.id', householdIds, 4);
  return {
    text: `SELECT h.id AS "householdId", h.display_name AS "householdName", m.person_id AS "personId", n.name, m.co_right AS "coRight",
       n.identity_sealed IS NULL AS open, k.member_count AS declared, c.statement_sha256 AS said, l.statement_sha256 AS signed
     FROM party h LEFT JOIN household k ON k.id = h.id
       LEFT JOIN member m ON m.household_id = h.id AND coalesce(m.valid_from, '-infinity') <= $3 AND coalesce(m.valid_to, 'infinity') >= $3
       LEFT JOIN person n ON n.id = m.person_id
       LEFT JOIN consent c ON c.about_kind = $1 AND c.about_id = $2 AND c.household_id = h.id AND c.person_id = m.person_id
         AND c.withdrawn_at IS NULL
       LEFT JOIN LATERAL (SELECT p.statement_sha256 FROM power_of_attorney p WHERE p.about_kind = $1 AND p.about_id = $2 AND p.principal_id = h.id
         AND m.person_id = ANY(p.signed_by) AND p.revoked_at IS NULL AND $3 BETWEEN p.valid_from AND p.valid_to ORDER BY p.given_at DESC LIMIT 1) l ON true
     WHERE ${test} ORDER BY h.id, m.relation, n.born, m.id, c.given_at`,
    values: [aboutKind, aboutId, today, ...values],
  };
}

const sameCollective = (own: string): string =>
  `(${own} = $2 OR (right($2, 2) = '00' AND left(${own}, 12) = left($2, 12)))`;

/**
 * Whether a party belongs to a collective: a household that one of its issuers contracts with, or one of its people. Land
 * of a villagers' group is that group's alone, land of the village every group's (承包法第十三条：发包方是哪一级集体就是哪一级).
 */
export async function isMemberOfIssuer(
  reader: Reader | Tx,
  partyId: string,
  issuerCode: string,
  today: Day,
): Promise<boolean> {
  const rows: unknown[] = await reader.query(
    `SELECT 1 FROM member m JOIN household h ON h.id = m.household_id
     WHERE m.person_id = $1 AND ${sameCollective('h.issuer_code')}
       AND coalesce(m.valid_from, '-infinity') <= $3 AND coalesce(m.valid_to, 'infinity') >= $3
     UNION ALL SELECT 1 FROM household WHERE id = $1 AND ${sameCollective('issuer_code')} LIMIT 1`,
    [partyId, issuerCode, today],
  );
  return rows.length > 0;
}
