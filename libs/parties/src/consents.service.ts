import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, Clock, posts } from '#kernel';
import { type Act, Database, type Reader, type Tx, askAtOnce, soon } from '#platform';
import { AssistedSession } from './assisted-session.entity.js';
import { Consent } from './consent.entity.js';
import type { ConsentInput, WithdrawalInput } from './consent.input.js';
import { type HouseholdConsent, staleReason } from './consent.rules.js';
import { type ValidPowerOfAttorney, powersOfAttorneyOf } from './powers-of-attorney.service.js';
import { type ConsentRow, consentsOf, memberRows } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';
import { partyActs } from './party.words.js';
import { statementHash } from './statement-hash.js';

/** Consent of the members of a household, one by one. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
  ) {}

  /** Records one person's consent, given by that person: signed in, present at the counter, or on signed paper. */
  async give(act: Act, input: ConsentInput): Promise<Consent> {
    const { tx, actor } = act;
    await this.checkSpeaker(tx, input, actor);
    const members = await memberRows(tx, [input.householdId], act.today);
    const member = members.find((each) => each.personId === input.personId);
    if (!member?.coRight) throw partyProblems.notMember();
    if (member.identitySealed === null) throw partyProblems.identityOpen();
    this.replaceStale(act, input);
    const consent = tx.create(Consent, {
      ...input,
      id: randomUUID(),
      statementSha256: statementHash(input.statement),
      witness: input.witness ?? actor.assisting?.witness ?? null,
      evidenceFileId: input.evidenceFileId ?? null,
      assistedSessionId: actor.assisting?.sessionId ?? null,
      givenAt: act.now,
      withdrawnAt: null,
      withdrawalReason: null,
      withdrawalFileId: null,
    });
    soon(tx, tx.insert(Consent, consent));
    const detail = { person: member.name, method: input.method, statement: consent.statementSha256 };
    await note(act, consent, 'consent', partyActs.consent, detail, null);
    return consent;
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
    await this.checkSpeaker(tx, input, actor);
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
    const { aboutKind, aboutId, householdId, personId } = input;
    soon(
      tx,
      tx.query(
        `UPDATE consent SET withdrawn_at = $6, withdrawal_reason = $7 WHERE about_kind = $1 AND about_id = $2
           AND household_id = $3 AND person_id = $4 AND withdrawn_at IS NULL AND statement_sha256 <> $5`,
        [aboutKind, aboutId, householdId, personId, statementHash(input.statement), now, staleReason],
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

/** What happens to a consent stands in the history of the matter that it is about. */
function note(
  act: Act,
  { aboutKind, aboutId }: Consent,
  action: string,
  label: string,
  detail: Record<string, unknown>,
  remark: string | null,
): Promise<void> {
  const officeCode = act.actor.posts.find((held) => posts[held.post].level !== 'party')?.officeCode ?? '';
  return act.note(aboutKind, { id: aboutId, officeCode }, { action, label, detail, remark });
}

type Speaking = Pick<ConsentInput, 'method' | 'personId' | 'householdId'> & {
  evidenceFileId?: string | null | undefined;
};
