import { type Day, ageOn, maskIdentity, maskName, maskPhone } from '#kernel';
import type { MemberRow, PartyRow } from './parties.queries.js';
import { householdSign, identityKinds, memberNotes, relations, sexes } from './party.words.js';
import type { Vault } from './vault.js';

/** What a reader may know of a party. Staff who handle the case see names whole; numbers are masked for everybody. */
export interface PartyView {
  id: string;
  kind: PartyRow['kind'];
  name: string;
  /** A person's identity number (a household's: its representative's), or a body's credit code. */
  code: string;
  phone: string;
  contractorCode: string;
  representative: string;
  address: string;
}

/** For those who handle the case and for the party itself. */
export function partyView(row: PartyRow, vault: Vault): PartyView {
  const body = row.kind === 'body';
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    code: body
      ? (row.creditCode ?? '')
      : row.identitySealed
        ? maskIdentity(vault.open('identity', row.identitySealed))
        : '',
    phone: row.phoneSealed ? maskPhone(vault.open('phone', row.phoneSealed)) : '',
    contractorCode: row.contractorCode ?? '',
    representative: row.representativeName ?? row.legalRepresentative ?? '',
    address: row.address,
  };
}

/** For everybody: organisations whole, people by their family name alone (个人信息保护法第三十四条). */
export const publicName = ({ kind, name }: Pick<PartyRow, 'kind' | 'name'>): string =>
  kind === 'body' ? name : publicHouseholdName(name);

/** 王小明户 → 王＊＊户. */
function publicHouseholdName(name: string): string {
  const whole = name.endsWith(householdSign) && name.length > 2;
  return whole ? `${maskName(name.slice(0, -1))}${householdSign}` : maskName(name);
}

export interface MemberView {
  id: string;
  personId: string;
  name: string;
  relation: string;
  sex: string;
  /** Null where his paper does not say it. */
  age: number | null;
  /** By which paper he is known, and its number, masked; empty while his identity is open. */
  paper: string;
  identity: string;
  coRight: boolean;
  note: string;
}

export function memberView(row: MemberRow, vault: Vault, today: Day): MemberView {
  return {
    id: row.memberId,
    personId: row.personId,
    name: row.name,
    relation: relations[row.relation] ?? row.relation,
    sex: row.sex === null ? '' : sexes[row.sex],
    age: row.born === null ? null : ageOn(row.born, today),
    paper: identityKinds[row.identityKind],
    identity:
      row.identitySealed === null ? '' : maskPaper(row.identityKind, vault.open('identity', row.identitySealed)),
    coRight: row.coRight,
    note: row.noteCode === null ? '' : (memberNotes[row.noteCode] ?? row.noteCode),
  };
}

/** A short number of another paper keeps its last two signs alone. */
const maskPaper = (kind: MemberRow['identityKind'], number: string): string =>
  kind === '1' ? maskIdentity(number) : '*'.repeat(Math.max(number.length - 2, 1)) + number.slice(-2);
