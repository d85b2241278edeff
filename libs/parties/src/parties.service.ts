import { Injectable } from '@nestjs/common';
import { Clock, type Day, creditCode, identityNumber, normaliseIdentity, phone, sameName } from '#kernel';
import { type Act, Database, type Reader, type Tx } from '#platform';
import { Body } from './body.entity.js';
import { Household } from './household.entity.js';
import {
  type MemberRow,
  type PartyRow,
  isMemberOfIssuer,
  memberRows,
  partyByContractorCode,
  partyByCreditCode,
  partyRows,
} from './parties.queries.js';
import { Party, type PartyKind } from './party.entity.js';
import type { BodyInput, PersonAt, PersonInput, PersonNamed } from './party.input.js';
import { cardNumber } from './card-number.js';
import { type IdentityPaper, checkName, identityKey, sealedPaper } from './identity-paper.js';
import { partyProblems, partyRefusals } from './party.problems.js';
import { type MemberView, type PartyView, memberView, partyView } from './party.view.js';
import { householdSign, partyActs } from './party.words.js';
import { Person } from './person.entity.js';
import { Vault } from './vault.js';

/** Who takes part: one space of ids for persons, households and bodies. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Registers a person, or finds the one who has this number already; another name under it is refused. */
  async registerPerson(act: Act, input: PersonInput): Promise<Person> {
    const { tx } = act;
    checkName(input.name, 'person');
    const read = identityNumber(input.identityNumber, act.today);
    if (!read.ok) throw partyProblems.identityWrong({ detail: read.reason });
    const identityIndex = this.vault.indexOf(read.number);
    const known = await tx.findOne(Person, { where: { identityIndex } });
    if (known && sameName(known.name, input.name)) return this.addPhone(act, known, input.phone);
    if (known && !input.exception) throw partyProblems.identityOfAnother();
    const party = await this.addParty(act, 'person', input.name.trim());
    const person = tx.create(Person, {
      id: party.id,
      name: party.displayName,
      identityKind: '1',
      identitySealed: this.vault.seal('identity', read.number),
      identityIndex,
      identityException: known ? (input.exception ?? null) : null,
      phoneSealed: this.sealPhone(input.phone),
      born: read.birthDay,
      sex: read.sex,
    });
    await tx.insert(Person, person);
    return person;
  }

  /** Registers somebody by whatever paper he has, or finds who has it; without a number nobody is found, and his identity is open. */
  async registerByPaper(act: Act, name: string, paper: IdentityPaper): Promise<Person> {
    checkName(name, 'person');
    const known = await this.holderOf(act.tx, name, paper);
    if (known && !sameName(known.name, name)) throw partyProblems.identityOfAnother();
    if (known) return known;
    const { id, displayName } = await this.addParty(act, 'person', name.trim());
    const sealed = sealedPaper(name, paper, this.vault);
    const person = act.tx.create(Person, {
      id,
      name: displayName,
      ...sealed,
      identityException: null,
      phoneSealed: null,
    });
    await act.tx.insert(Person, person);
    return person;
  }

  /** Puts a name right, and the paper where one is given; a number that another has is refused. */
  async correctPerson(act: Act, id: string, name: string, given: IdentityPaper | null): Promise<void> {
    checkName(name, 'person');
    const person = await act.tx.findOneByOrFail(Person, { id });
    const { identityKind: kind, identitySealed: sealed, born, sex } = person;
    // The name belongs to what another paper is found by.
    const kept =
      sealed === null || kind === '1' ? null : { kind, number: this.vault.open('identity', sealed), born, sex };
    const paper = given ?? kept;
    const holder = paper && (await this.holderOf(act.tx, name, paper));
    if (holder && holder.id !== id) throw partyProblems.identityOfAnother();
    await act.keep(Person, id, { name: name.trim(), ...(paper ? sealedPaper(name, paper, this.vault) : {}) });
    await act.keep(Party, id, { displayName: name.trim() });
  }

  /** A household is called after who speaks for it. */
  async nameHousehold(act: Act, id: string, representative: string): Promise<void> {
    await act.keep(Party, id, { displayName: `${representative}${householdSign}` });
  }

  /** Somebody whom a form names: found in the register, or as the identity card says. Refuses who is named by neither. */
  async named(
    act: Act,
    { found, name = '', identityNumber: number = '', phone: line }: PersonNamed,
    at: PersonAt,
  ): Promise<Person> {
    if (found !== undefined && found !== '') {
      const known = await act.tx.findOne(Person, { where: { id: found } });
      if (!known) throw partyProblems.notFound();
      return known;
    }
    const read = cardNumber({ name, identityNumber: number }, at, act.today);
    return this.registerPerson(act, { name, identityNumber: read, ...(line === undefined ? {} : { phone: line }) });
  }

  /** Registers a body, or finds the one that has this code. */
  async registerBody(act: Act, input: BodyInput): Promise<Body> {
    const { tx } = act;
    checkName(input.name, 'body');
    const read = creditCode(input.creditCode);
    if (!read.ok) throw partyProblems.creditCodeWrong({ detail: read.reason });
    const known = await tx.findOne(Body, { where: { creditCode: read.code } });
    if (known && sameName(known.name, input.name)) return known;
    if (known) throw partyRefusals.creditCodeTaken(known.name);
    const party = await this.addParty(act, 'body', input.name.trim());
    const body = tx.create(Body, {
      id: party.id,
      name: party.displayName,
      kind: input.kind,
      creditCode: read.code,
      oldCode: null,
      legalRepresentative: input.legalRepresentative.trim(),
      phoneSealed: this.sealPhone(input.phone),
      address: input.address?.trim() ?? '',
      officeCode: null,
      contractorCode: null,
    });
    await tx.insert(Body, body);
    return body;
  }

  /** Lets a sign-in account speak for a party. */
  async linkAccount(tx: Tx, partyId: string, accountId: string): Promise<void> {
    const linked: unknown[] = await tx.query(
      `WITH linked AS (UPDATE party SET account_id = $2 WHERE id = $1 AND (account_id IS NULL OR account_id = $2) RETURNING 1) SELECT FROM linked`,
      [partyId, accountId],
    );
    if (linked.length === 0) throw partyProblems.notFound();
  }

  async get(partyId: string, reader: Reader | Tx = this.database.reader): Promise<PartyRow> {
    const [row] = await partyRows(reader, [partyId]);
    if (!row) throw partyProblems.notFound();
    return row;
  }

  async getMany(
    partyIds: readonly string[],
    reader: Reader | Tx = this.database.reader,
  ): Promise<Map<string, PartyRow>> {
    const rows = partyIds.length === 0 ? [] : await partyRows(reader, partyIds);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async findByCreditCode(code: string, reader: Reader | Tx = this.database.reader): Promise<PartyRow | undefined> {
    return partyByCreditCode(reader, code);
  }

  async findByContractorCode(code: string, reader: Reader | Tx = this.database.reader): Promise<PartyRow | undefined> {
    return partyByContractorCode(reader, code);
  }

  /** The person with this identity number; nobody's number is opened to find them. */
  async findPerson(number: string, reader: Reader | Tx = this.database.reader): Promise<Person | null> {
    return reader.findOne(Person, { where: { identityIndex: this.vault.indexOf(normaliseIdentity(number)) } });
  }

  async household(id: string, reader: Reader | Tx = this.database.reader): Promise<Household> {
    const found = await reader.findOne(Household, { where: { id } });
    if (!found) throw partyProblems.notFound();
    return found;
  }

  /** Members of the households today, each household's head first. */
  async members(householdIds: readonly string[], reader: Reader | Tx = this.database.reader): Promise<MemberRow[]> {
    return householdIds.length === 0 ? [] : memberRows(reader, householdIds, this.clock.today());
  }

  /** Same collective as the issuer: the priority of members hangs on it (承包法第三十八条第五项). */
  async isMemberOf(partyId: string, issuerCode: string, reader: Reader | Tx = this.database.reader): Promise<boolean> {
    return isMemberOfIssuer(reader, partyId, issuerCode, this.clock.today());
  }

  /** The same of any party: a body belongs to no collective. */
  async belongsTo(party: PartyRow, issuerCode: string, reader: Reader | Tx = this.database.reader): Promise<boolean> {
    return party.kind !== 'body' && this.isMemberOf(party.id, issuerCode, reader);
  }

  view(row: PartyRow): PartyView {
    return partyView(row, this.vault);
  }

  memberView(row: MemberRow, today: Day = this.clock.today()): MemberView {
    return memberView(row, this.vault, today);
  }

  /** The whole number, for a paper that must carry it; every opening leaves a line in the history. */
  async openIdentity(act: Act, personId: string, reason: string): Promise<string> {
    const person = await act.tx.findOne(Person, { where: { id: personId } });
    if (!person) throw partyProblems.notFound();
    const line = { action: 'open-identity', label: partyActs.openIdentity, remark: reason };
    await act.note('person', { id: personId, officeCode: act.officeCode }, line);
    if (person.identitySealed === null) throw partyProblems.identityOpen();
    return this.vault.open('identity', person.identitySealed);
  }

  private async holderOf(tx: Tx, name: string, paper: IdentityPaper): Promise<Person | null> {
    const key = identityKey(name, paper);
    return key === null ? null : tx.findOne(Person, { where: { identityIndex: this.vault.indexOf(key) } });
  }

  private async addParty({ tx, now }: Act, kind: PartyKind, displayName: string): Promise<Party> {
    const party = tx.create(Party, { kind, displayName, accountId: null, createdAt: now });
    await tx.insert(Party, party);
    return party;
  }

  /** A phone is added where none is known, never replaced from a form: whoever knows a number is not yet its owner. */
  private async addPhone(act: Act, person: Person, given: string | undefined): Promise<Person> {
    const phoneSealed = this.sealPhone(given);
    if (phoneSealed === null || person.phoneSealed !== null) return person;
    await act.keep(Person, person.id, { phoneSealed });
    return Object.assign(person, { phoneSealed });
  }

  private sealPhone(given: string | undefined): Buffer | null {
    if (given === undefined || given.trim() === '') return null;
    const read = phone(given);
    if (!read.ok) throw partyProblems.phoneWrong({ detail: read.reason });
    return this.vault.seal('phone', read.number);
  }
}
