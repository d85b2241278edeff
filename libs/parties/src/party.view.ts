import { type Day, ageOn, maskIdentity, maskName, maskPhone } from '#kernel';
import { bodyKinds } from './body.entity.js';
import { memberNotes, relations } from './member.entity.js';
import type { MemberRow, PartyRow } from './parties.queries.js';
import type { Vault } from './vault.js';

const kindLabels = { person: '个人', household: '承包农户', body: '单位' } as const;

/** What a reader may know of a party. Staff who handle the case see names whole; numbers are masked for everybody. */
export interface PartyView {
  id: string;
  kind: PartyRow['kind'];
  kindLabel: string;
  name: string;
  /** A person's identity number (a household's: its representative's), or a body's credit code. */
  codeLabel: string;
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
    kindLabel: row.bodyKind ? bodyKinds[row.bodyKind] : kindLabels[row.kind],
    name: row.name,
    codeLabel: body ? '统一社会信用代码' : row.kind === 'household' ? '代表人身份证号' : '身份证号',
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
export function publicPartyView(row: Pick<PartyRow, 'kind' | 'name' | 'bodyKind'>): {
  name: string;
  kindLabel: string;
} {
  const kindLabel = row.bodyKind ? bodyKinds[row.bodyKind] : kindLabels[row.kind];
  return { name: row.kind === 'body' ? row.name : publicHouseholdName(row.name), kindLabel };
}

/** 王小明户 → 王＊＊户. */
function publicHouseholdName(name: string): string {
  return name.endsWith('户') && name.length > 2 ? `${maskName(name.slice(0, -1))}户` : maskName(name);
}

export interface MemberView {
  id: string;
  personId: string;
  name: string;
  relation: string;
  sex: string;
  age: number;
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
    sex: row.sex === 'male' ? '男' : '女',
    age: ageOn(row.born, today),
    identity: maskIdentity(vault.open('identity', row.identitySealed)),
    coRight: row.coRight,
    note: row.noteCode === null ? '' : (memberNotes[row.noteCode] ?? row.noteCode),
  };
}
