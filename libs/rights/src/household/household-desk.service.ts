import { Injectable } from '@nestjs/common';
import { type Actor, type Day, identityNumber, reaches, sameName } from '#kernel';
import { Household, type IdentityPaper, Member, type MemberRow, PartiesService, otherNumber } from '#parties';
import {
  type Act,
  type ActPath,
  Database,
  type Elsewhere,
  Files,
  type Heard,
  type Reader,
  type Received,
  type Sound,
  type Tx,
  hear,
} from '#platform';
import { type HouseholdFacts, memberOf } from './household.facts.js';
import type {
  HouseholdEndInput,
  MemberCorrectionInput,
  MemberCountInput,
  MemberEndInput,
  MemberInput,
} from './household.input.js';
import { householdFaults, householdProblems } from './household.problems.js';
import { householdNotes, memberEnds } from './household.words.js';

/** The people of a household at the counter: added, corrected and ended, each time with proof. */
@Injectable()
export class HouseholdDesk {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly files: Files,
  ) {}

  async locked({ tx, actor }: Act, id: string): Promise<HouseholdFacts> {
    await tx.query('SELECT 1 FROM household WHERE id = $1 FOR UPDATE', [id]);
    return this.facts(id, actor, tx);
  }

  read(id: string, me: Actor): Promise<HouseholdFacts> {
    return this.facts(id, me, this.database.reader);
  }

  see(id: string, me: Actor): Promise<HouseholdFacts> {
    return this.read(id, me);
  }

  async addMember(act: Act, facts: HouseholdFacts, input: MemberInput): Promise<Elsewhere> {
    const record = standing(facts);
    const paper = paperOf(input, act.today, input.sex);
    const same = facts.members.find((each) => each.identitySealed === null && sameName(each.name, input.name));
    if (same) throw householdProblems.already();
    const person = await this.parties.registerByPaper(act, input.name, paper);
    if (facts.members.some(({ personId }) => personId === person.id)) throw householdProblems.already();
    const { relation, coRight, note = '', from: validFrom } = input;
    const member = { householdId: record.id, personId: person.id, relation, coRight, noteCode: note || null };
    await act.tx.insert(Member, act.tx.create(Member, { ...member, validFrom, validTo: null }));
    // Who was missing closes the gap; who comes beyond the count raises it.
    const count = record.memberCount === null ? null : Math.max(record.memberCount, facts.members.length + 1);
    await act.keep(Household, record.id, { memberCount: count });
    return this.note(act, record, input, 'add-member', householdNotes.added(person.name), { relation, coRight });
  }

  addMemberFaults({ today }: Act, _facts: HouseholdFacts, input: Sound<MemberInput>): Promise<Heard[]> {
    const { identityKind, identityNumber: number, sex } = input;
    return hear(() => {
      const paper = identityKind && paperOf({ identityKind, identityNumber: number }, today, sex ?? null);
      if (paper && sex && paper.sex !== sex) throw householdFaults.sex();
    });
  }

  correctMemberFaults({ today }: Act, _facts: HouseholdFacts, input: Sound<MemberCorrectionInput>): Promise<Heard[]> {
    const { identityKind, identityNumber: number } = input;
    return hear(() => identityKind && paperOf({ identityKind, identityNumber: number }, today, null));
  }

  async correctMember(act: Act, facts: HouseholdFacts, input: MemberCorrectionInput, at: ActPath): Promise<Elsewhere> {
    const record = standing(facts);
    const member = memberOf(facts, at);
    const { relation, coRight, note = '' } = input;
    const kept = input.identityNumber === undefined || input.identityNumber === '';
    const paper = kept ? null : paperOf(input, act.today, member.sex);
    await this.parties.correctPerson(act, member.personId, input.name, paper);
    if (record.representativeId === member.personId)
      await this.parties.nameHousehold(act, record.id, input.name.trim());
    await act.keep(Member, member.memberId, { relation, coRight, noteCode: note || null });
    const before = { name: member.name, relation: member.relation, coRight: member.coRight };
    return this.note(act, record, input, 'correct-member', householdNotes.corrected(input.name.trim()), {
      before,
      numberChanged: !kept,
    });
  }

  async endMember(act: Act, facts: HouseholdFacts, input: MemberEndInput, at: ActPath): Promise<Elsewhere> {
    const record = standing(facts);
    const member = memberOf(facts, at);
    const rest = facts.members.filter(({ personId }) => personId !== member.personId);
    if (rest.length === 0) throw householdProblems.last();
    const heir = rest.find(({ personId }) => personId === input.representative);
    const leads = record.representativeId === member.personId && heir !== undefined;
    await this.close(act, member, input.on);
    const memberCount = record.memberCount === null ? null : Math.max(record.memberCount - 1, 0);
    await act.keep(Household, record.id, { memberCount, ...(leads ? { representativeId: heir.personId } : {}) });
    if (leads) await this.parties.nameHousehold(act, record.id, heir.name);
    const detail = { why: memberEnds[input.why], on: input.on, representative: leads ? heir.name : null };
    return this.note(act, record, input, 'end-member', householdNotes.ended(member.name), detail);
  }

  endMemberFaults({ tx }: Act, facts: HouseholdFacts, input: Sound<MemberEndInput>, at: ActPath): Promise<Heard[]> {
    const member = memberOf(facts, at);
    const stays = facts.members.some(
      ({ personId }) => personId !== member.personId && personId === input.representative,
    );
    return hear(
      () => (input.on ? joinedBefore(tx, member, input.on) : null),
      () => {
        if (facts.record.representativeId === member.personId && facts.members.length > 1 && !stays)
          throw householdFaults.representative();
      },
    );
  }

  async count(act: Act, facts: HouseholdFacts, input: MemberCountInput): Promise<Elsewhere> {
    const record = standing(facts);
    await act.keep(Household, record.id, { memberCount: input.count });
    const detail = { before: record.memberCount, count: input.count };
    return this.note(act, record, input, 'count-members', householdNotes.counted, detail);
  }

  /** Nobody is left: the household is no contractor any more, and nobody can consent for it (承包法第十六条). */
  async end(act: Act, facts: HouseholdFacts, input: HouseholdEndInput): Promise<Elsewhere> {
    const record = standing(facts);
    for (const member of facts.members) await this.close(act, member, input.on);
    await act.keep(Household, record.id, { endedOn: input.on, endReason: input.reason, memberCount: 0 });
    return this.note(act, record, input, 'end-household', householdNotes.over, { on: input.on });
  }

  private async close(act: Act, { memberId }: MemberRow, on: Day): Promise<void> {
    await joinedBefore(act.tx, { memberId }, on);
    await act.keep(Member, memberId, { validTo: on, endedAt: act.now });
  }

  private async note(
    act: Act,
    { id, officeCode }: Household,
    { reason, file }: { reason: string; file: Received },
    action: string,
    label: string,
    detail: Record<string, unknown>,
  ): Promise<Elsewhere> {
    await this.files.attach(act, file, { subject: 'household', subjectId: id, kind: 'member_proof' });
    await act.note('household', { id, officeCode }, { action, label, detail, remark: reason });
    return { id, view: null };
  }

  private async facts(id: string, me: Actor, reader: Reader | Tx): Promise<HouseholdFacts> {
    const household = await reader.findOne(Household, { where: { id } });
    if (!household || !reaches(me, household.officeCode)) throw householdProblems.notFound();
    const { name } = await this.parties.get(id, reader);
    return { record: Object.assign(household, { name }), members: await this.parties.members([id], reader) };
  }
}

/** Nobody leaves a household before the day on which he came. */
async function joinedBefore(tx: Tx, { memberId }: Pick<MemberRow, 'memberId'>, on: Day): Promise<void> {
  const { validFrom } = await tx.findOneByOrFail(Member, { id: memberId });
  if (validFrom !== null && on < validFrom) throw householdFaults.early();
}

function standing({ record }: HouseholdFacts): HouseholdFacts['record'] {
  if (record.endedOn !== null) throw householdProblems.over();
  return record;
}

type PaperAsked = Pick<MemberInput, 'identityKind'> & { identityNumber?: string | undefined };

/** The paper that a form names; without a number the identity is open. */
function paperOf(
  { identityKind: kind, identityNumber: written = '' }: PaperAsked,
  today: Day,
  sex: IdentityPaper['sex'],
): IdentityPaper {
  if (written === '') return { kind, number: null, born: null, sex };
  if (kind !== '1') {
    const number = otherNumber(written);
    if (number === null) throw householdFaults.number(householdFaults.noNumber);
    return { kind, number, born: null, sex };
  }
  const read = identityNumber(written, today);
  if (!read.ok) throw householdFaults.number(read.reason);
  return { kind, number: read.number, born: read.birthDay, sex: read.sex };
}
