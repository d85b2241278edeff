import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, Clock, posts } from '#kernel';
import { Database, type Reader, type Tx, record, together } from '#platform';
import { AssistedSession } from './assisted-session.entity.js';
import { Consent } from './consent.entity.js';
import type { ConsentInput } from './consent.input.js';
import type { HouseholdConsent } from './consent.rules.js';
import { memberRows } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';

/** Consent of the members of a household, one by one. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
  ) {}

  /** Records one person's consent, given by that person: signed in, present at the counter, or on signed paper. */
  async give(tx: Tx, input: ConsentInput, actor: Actor): Promise<Consent> {
    const now = this.clock.now();
    await this.checkSpeaker(tx, input, actor);
    const members = await memberRows(tx, [input.householdId], this.clock.today());
    const member = members.find((each) => each.personId === input.personId);
    if (!member?.coRight) throw partyProblems.notMember();
    const consent = tx.create(Consent, {
      ...input,
      statementSha256: createHash('sha256').update(input.statement).digest('hex'),
      witness: input.witness ?? actor.assisting?.witness ?? null,
      evidenceFileId: input.evidenceFileId ?? null,
      assistedSessionId: actor.assisting?.sessionId ?? null,
      givenAt: now,
      withdrawnAt: null,
      withdrawalReason: null,
    });
    await tx.insert(Consent, consent);
    const detail = { person: member.name, method: input.method, statement: consent.statementSha256 };
    await this.tell(tx, consent, 'consent', '共有人同意', detail, null, actor, now);
    return consent;
  }

  /** Takes a consent back; the line stays, with its reason. */
  async withdraw(tx: Tx, consentId: string, reason: string, actor: Actor): Promise<Consent> {
    const now = this.clock.now();
    const consent = await tx.findOne(Consent, {
      where: { id: consentId, withdrawnAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!consent) throw partyProblems.consentGone();
    const method = actor.assisting
      ? 'assisted'
      : consent.method === 'scan' && actor.kind === 'staff'
        ? 'scan'
        : 'in_person';
    await this.checkSpeaker(tx, { ...consent, method }, actor);
    Object.assign(consent, { withdrawnAt: now, withdrawalReason: reason });
    await tx.update(Consent, { id: consent.id }, { withdrawnAt: now, withdrawalReason: reason });
    await this.tell(tx, consent, 'consent-withdrawn', '共有人撤回同意', {}, reason, actor, now);
    return consent;
  }

  /** Consents to a matter that stand. */
  async standing(aboutKind: string, aboutId: string, reader: Reader | Tx = this.database.reader): Promise<Consent[]> {
    return reader.find(Consent, { where: { aboutKind, aboutId, withdrawnAt: IsNull() }, order: { givenAt: 'ASC' } });
  }

  /** Household by household, who has consented and who is missing: what `membersConsented` asks about. */
  async facts(
    reader: Reader | Tx,
    aboutKind: string,
    aboutId: string,
    householdIds: readonly string[],
  ): Promise<HouseholdConsent[]> {
    if (householdIds.length === 0) return [];
    const { members, consents, households } = await together({
      members: memberRows(reader, householdIds, this.clock.today()),
      consents: this.standing(aboutKind, aboutId, reader),
      households: this.parties.getMany(householdIds, reader),
    });
    const given = new Set(consents.map((c) => `${c.householdId} ${c.personId}`));
    return householdIds.map((householdId) => ({
      householdId,
      householdName: households.get(householdId)?.name ?? '',
      members: members
        .filter((m) => m.householdId === householdId)
        .map((m) => ({
          personId: m.personId,
          name: m.name,
          coRight: m.coRight,
          consented: given.has(`${householdId} ${m.personId}`),
        })),
    }));
  }

  private async tell(
    tx: Tx,
    consent: Consent,
    action: string,
    label: string,
    detail: Record<string, unknown>,
    remark: string | null,
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const officeCode = actor.posts.find((held) => posts[held.post].level !== 'party')?.officeCode ?? '';
    await record(
      tx,
      { subject: consent.aboutKind, subjectId: consent.aboutId, action, label, officeCode, remark, detail },
      actor,
      now,
    );
  }

  /** 村里不能一次替多人“同意”：each consent is the person's own, and the way it came decides who may enter it. */
  private async checkSpeaker(tx: Tx, input: Speaking, actor: Actor): Promise<void> {
    const staff = actor.kind === 'staff';
    if (input.method === 'in_person' && (await this.isOneself(tx, input, actor))) return;
    if (input.method === 'assisted' && staff && actor.assisting) {
      const session = await tx.findOne(AssistedSession, {
        where: { id: actor.assisting.sessionId, personId: input.personId },
      });
      if (session && session.endedAt === null) return;
    }
    if (input.method === 'scan' && staff) {
      if (!input.evidenceFileId) throw partyProblems.consentNeedsFile();
      return;
    }
    throw partyProblems.notYourConsent();
  }

  /** The person's own account, or the household's if the person is its representative. */
  private async isOneself(tx: Tx, input: Speaking, actor: Actor): Promise<boolean> {
    if (actor.partyId === null) return false;
    if (actor.partyId === input.personId) return true;
    const household = await this.parties.household(input.householdId, tx);
    return actor.partyId === household.id && household.representativeId === input.personId;
  }
}

type Speaking = Pick<ConsentInput, 'method' | 'personId' | 'householdId'> & {
  evidenceFileId?: string | null | undefined;
};
