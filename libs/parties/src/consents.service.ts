import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, Clock, posts, reaches, speaksFor } from '#kernel';
import { type Act, Database, type Reader, type Tx, askAtOnce, soon, together } from '#platform';
import { AssistedSession } from './assisted-session.entity.js';
import { Consent } from './consent.entity.js';
import type { ConsentInput, WithdrawalInput } from './consent.input.js';
import { type HouseholdConsent, staleReason } from './consent.rules.js';
import { type ValidPowerOfAttorney, powersOfAttorneyOf } from './powers-of-attorney.service.js';
import { type ConsentRow, type MemberRow, consentsOf, memberRows, peopleOf, saidIn } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { partyProblems, partyRefusals } from './party.problems.js';
import { nthPerson, partyActs } from './party.words.js';
import { statementHash } from './statement-hash.js';

/** Consent of the members of a household, each his own. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records what people of one household consent to, each for himself: signed in, present at the counter, or all who signed
   * one sheet. Where one of them may not, nothing is recorded, and the refusal says whose.
   */
  async give(act: Act, input: ConsentInput): Promise<Consent[]> {
    const { tx, actor } = act;
    const { personIds, ...said } = input;
    const statementSha256 = statementHash(input.statement);
    const { members, before } = await together({
      members: memberRows(tx, [input.householdId], act.today),
      before: saidIn(tx, input),
    });
    await this.checkEach(act, input, members);
    const own = before.filter((each) => personIds.includes(each.personId));
    const named = (ids: readonly string[]) => members.flatMap((m) => (ids.includes(m.personId) ? [m.name] : []));
    const again = own.filter((each) => each.said === statementSha256);
    if (again.length > 0) throw partyRefusals.consentsGiven(named(again.map(({ personId }) => personId)));
    if (own.length > 0) this.replaceStale(act, input);
    const consent = {
      ...said,
      statementSha256,
      witness: input.witness ?? actor.assisting?.witness ?? null,
      evidenceFileId: input.evidenceFileId ?? null,
      assistedSessionId: actor.assisting?.sessionId ?? null,
      givenAt: act.now,
      withdrawnAt: null,
      withdrawalReason: null,
      withdrawalFileId: null,
    };
    const consents = personIds.map((personId) => tx.create(Consent, { ...consent, id: randomUUID(), personId }));
    soon(tx, tx.insert(Consent, consents));
    const detail = { person: named(personIds).join('、'), method: input.method, statement: statementSha256 };
    await note(act, input, 'consent', partyActs.consent, detail, null);
    return consents;
  }

  /** Takes a consent back: the person himself, present at the counter, or on signed paper; the line stays, with its reason. */
  async withdraw(act: Act, input: WithdrawalInput): Promise<Consent> {
    const { tx, actor } = act;
    const { aboutKind, aboutId, householdId, personId, reason } = input;
    const consent = await tx.findOne(Consent, {
      where: { aboutKind, aboutId, householdId, personId, withdrawnAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!consent) throw partyProblems.consentGone();
    if (!(await this.speaks(tx, input, actor))) throw partyProblems.notYourConsent();
    const taken = { withdrawnAt: act.now, withdrawalReason: reason, withdrawalFileId: input.evidenceFileId ?? null };
    Object.assign(consent, taken);
    await act.keep(Consent, consent.id, taken);
    const [member] = (await memberRows(tx, [householdId], act.today)).filter((each) => each.personId === personId);
    const detail = { person: member?.name ?? '', method: input.method, statement: consent.statementSha256 };
    await note(act, consent, 'consent-withdrawn', partyActs.consentWithdrawn, detail, reason);
    return consent;
  }

  /** Who consented to other words may consent anew: the old line ends, and says why. It leaves before the new one. */
  private replaceStale({ tx, now }: Act, input: ConsentInput): void {
    const { aboutKind, aboutId, householdId, personIds } = input;
    soon(
      tx,
      tx.query(
        `UPDATE consent SET withdrawn_at = $6, withdrawal_reason = $7 WHERE about_kind = $1 AND about_id = $2
           AND household_id = $3 AND person_id = ANY ($4) AND withdrawn_at IS NULL AND statement_sha256 <> $5`,
        [aboutKind, aboutId, householdId, personIds, statementHash(input.statement), now, staleReason],
      ),
    );
  }

  /** Consents to a matter that stand. */
  async current(aboutKind: string, aboutId: string, reader: Reader | Tx = this.database.reader): Promise<Consent[]> {
    return reader.find(Consent, { where: { aboutKind, aboutId, withdrawnAt: IsNull() }, order: { givenAt: 'ASC' } });
  }

  /**
   * Household by household, who has consented, whose consent has become stale, and who is missing; and their letters to agents
   * that were not taken back; who signed a letter for this very matter has said yes by it while it is in force. A consent holds for the words it was given for and no others (流转办法第六条：流转由承包方自主决定).
   */
  async facts(
    reader: Reader | Tx,
    aboutKind: string,
    aboutId: string,
    householdIds: readonly string[],
    statementsOf: (householdId: string) => readonly string[],
  ): Promise<{ consents: HouseholdConsent[]; powersOfAttorney: ValidPowerOfAttorney[] }> {
    if (householdIds.length === 0) return { consents: [], powersOfAttorney: [] };
    const { rows, powersOfAttorney } = await askAtOnce<{
      rows: ConsentRow[];
      powersOfAttorney: ValidPowerOfAttorney[];
    }>(reader, {
      rows: consentsOf({ aboutKind, aboutId }, householdIds, this.clock.today()),
      powersOfAttorney: powersOfAttorneyOf(householdIds),
    });
    const consents = householdIds.map((householdId) => {
      const words = statementsOf(householdId).map(statementHash);
      const holds = (hash: string | null): boolean => hash !== null && words.includes(hash);
      const own = rows.filter((row) => row.householdId === householdId);
      const members = own.flatMap(({ personId, name, coRight, open, said, signed }) => {
        if (personId === null) return [];
        const byLetter = holds(signed) && !holds(said);
        const consented = holds(said) || byLetter;
        const stale = (said ?? signed) !== null && !consented;
        return [{ personId, name, coRight, open: open === true, consented, byLetter, stale }];
      });
      return { householdId, householdName: own[0]?.householdName ?? '', members, declared: own[0]?.declared ?? null };
    });
    return { consents, powersOfAttorney };
  }

  /** 村里不能一次替多人“同意”：each has spoken himself, has a right in the household, and is known. */
  private async checkEach(act: Act, input: ConsentInput, members: readonly MemberRow[]): Promise<void> {
    const { householdId, personIds } = input;
    const memberOf = (personId: string) => members.find((each) => each.personId === personId);
    const silent: string[] = [];
    for (const personId of personIds)
      if (!(await this.speaks(act.tx, { ...input, personId }, act.actor))) silent.push(personId);
    if (silent.length > 0) {
      const party = speaksFor(act.actor);
      const own = party !== null && (party === householdId || memberOf(party) !== undefined);
      const names = silent.flatMap((personId) => memberOf(personId)?.name ?? []);
      throw own && names.length > 0 ? partyRefusals.silent(names) : partyProblems.notYourConsent();
    }
    const strangers = personIds.filter((personId) => memberOf(personId)?.coRight !== true);
    if (strangers.length > 0) {
      const people = (await peopleOf(act.tx, strangers)).filter((each) => reaches(act.actor, each.officeCode));
      const name = (personId: string) => [...members, ...people].find((each) => each.personId === personId)?.name;
      throw partyRefusals.notMembers(strangers.map((id) => name(id) ?? nthPerson(personIds.indexOf(id) + 1)));
    }
    const open = personIds.flatMap((id) => (memberOf(id)?.identitySealed === null ? (memberOf(id)?.name ?? []) : []));
    if (open.length > 0) throw partyRefusals.identitiesOpen(open);
  }

  /** Whether a person has said it himself: the way it came decides who may enter it. */
  private async speaks(tx: Tx, input: Speaking, actor: Actor): Promise<boolean> {
    const staff = actor.kind === 'staff';
    if (input.method === 'in_person') return this.isOneself(tx, input, actor);
    if (input.method === 'assisted' && staff && actor.assisting) {
      const session = await tx.findOne(AssistedSession, {
        where: { id: actor.assisting.sessionId, personId: input.personId },
      });
      return session !== null && session.endedAt === null;
    }
    if (input.method !== 'scan' || !staff) return false;
    if (!input.evidenceFileId) throw partyProblems.consentNeedsFile();
    return true;
  }

  /** The person's own account, or the household's if the person is its representative. */
  private async isOneself(tx: Tx, input: Speaking, actor: Actor): Promise<boolean> {
    if (actor.partyId === null) return false;
    if (actor.partyId === input.personId) return true;
    const household = await this.parties.household(input.householdId, tx);
    return actor.partyId === household.id && household.representativeId === input.personId;
  }
}

/** What happens to a consent stands in the history of the matter that it is about. */
function note(
  act: Act,
  { aboutKind, aboutId }: Pick<Consent, 'aboutKind' | 'aboutId'>,
  action: string,
  label: string,
  detail: Record<string, unknown>,
  remark: string | null,
): Promise<void> {
  const officeCode = act.actor.posts.find((held) => posts[held.post].level !== 'party')?.officeCode ?? '';
  return act.note(aboutKind, { id: aboutId, officeCode }, { action, label, detail, remark });
}

type Speaking = Pick<ConsentInput, 'method' | 'householdId'> & {
  personId: string;
  evidenceFileId?: string | null | undefined;
};
