import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, type HeldPost, identityNumber, sameName } from '#kernel';
import {
  type Act,
  Database,
  Finders,
  type HistoryLine,
  type Reader,
  type Tx,
  WallClock,
  inputProblem,
} from '#platform';
import { type AssistedEnd, AssistedSession, type IdentityReading } from './assisted-session.entity.js';
import { AssistanceInput } from './assisted.input.js';
import { memberRows } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { partyProblems, partyRefusals } from './party.problems.js';
import { partyActs } from './party.words.js';

/** What the clerk confirms before acting for somebody. */
export interface AssistanceWish {
  /** Contractor code or credit code of whom the person stands for; else their own household, if they have one. */
  actsFor?: string | undefined;
  identityNumber: string;
  /** As on the card; a person who is not in the register yet is entered under it. */
  name?: string | undefined;
  identityRead: IdentityReading;
  witness: string;
  readAloud: string;
}

/** Acting for a person who is present: who stood there, who saw it, what was read aloud, and when it ended. */
@Injectable()
export class AssistedSessionsService {
  constructor(
    private readonly database: Database,
    private readonly parties: PartiesService,
    private readonly clock: Clock,
    private readonly wall: WallClock,
    private readonly finders: Finders,
  ) {}

  /** Begins; whatever the clerk left open before has ended by itself. The caller marks the clerk's sign-in session. */
  async begin(act: Act, wish: AssistanceWish): Promise<AssistedSession> {
    const { tx, actor } = act;
    const post = actor.posts.find((held) => stations.has(held.post));
    if (actor.accountId === null || !post) throw partyProblems.notYourConsent();
    const person = await this.present(act, wish);
    if (person.id === actor.partyId) throw partyProblems.assistingOneself();
    const partyId = await this.partyOf(tx, person.id, wish.actsFor);
    if (wish.witness.trim() === actor.name) throw partyProblems.witnessIsClerk();
    await this.settle(act, actor.accountId);
    const session = tx.create(AssistedSession, {
      clerkAccountId: actor.accountId,
      clerkName: actor.name,
      officeCode: post.officeCode,
      partyId,
      personId: person.id,
      identityRead: wish.identityRead,
      witness: wish.witness.trim(),
      readAloud: wish.readAloud.trim(),
      startedAt: act.now,
      endedAt: null,
      endReason: null,
    });
    await tx.insert(AssistedSession, session);
    const detail = { person: person.name, witness: session.witness };
    await this.finders.use(act, AssistanceInput, wish);
    await act.note('assisted_session', session, { action: 'assist', label: partyActs.assist, detail });
    return session;
  }

  /** Ends the clerk's open assistance, if there is one. */
  async end(act: Act, reason: AssistedEnd): Promise<AssistedSession | null> {
    if (act.actor.accountId === null) return null;
    const open = await act.tx.findOne(AssistedSession, {
      where: { clerkAccountId: act.actor.accountId, endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!open) return null;
    const ended = { endedAt: act.now, endReason: reason };
    await act.keep(AssistedSession, open.id, ended);
    await act.note('assisted_session', open, { action: 'assist-end', label: partyActs.assistEnd, remark: reason });
    return Object.assign(open, ended);
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<AssistedSession> {
    const found = await reader.findOne(AssistedSession, { where: { id } });
    if (!found) throw partyProblems.notAssisting();
    return found;
  }

  /** Everything done in the session, for the receipt in large print. */
  async acts(session: AssistedSession): Promise<Pick<HistoryLine, 'action' | 'label' | 'moment' | 'subject'>[]> {
    return this.database.ask(
      `SELECT action, label, moment, subject FROM step_history
       WHERE account_id = $1 AND moment BETWEEN $2 AND $3 AND assisted IS NOT NULL ORDER BY id`,
      [session.clerkAccountId, session.startedAt, session.endedAt ?? this.clock.now()],
    );
  }

  /**
   * The sign-in session forgets an assistance that idled or that a sign-out ended; the record learns of it here, and
   * says which it was by the clerk's own sign-outs.
   */
  async settle(act: Act, clerkAccountId: string): Promise<void> {
    const left: { id: string; signedOut: Date | null }[] = await act.tx.query(
      `SELECT a.id, (SELECT min(h.moment) FROM step_history h WHERE h.account_id = a.clerk_account_id AND h.subject = 'account'
         AND h.action = 'sign-out' AND h.moment >= a.started_at) AS "signedOut"
       FROM assisted_session a WHERE a.clerk_account_id = $1 AND a.ended_at IS NULL FOR UPDATE OF a`,
      [clerkAccountId],
    );
    for (const { id, signedOut } of left) {
      const ended = { endedAt: signedOut ?? act.now, endReason: signedOut ? ('sign_out' as const) : ('idle' as const) };
      await act.keep(AssistedSession, id, ended);
    }
  }

  /**
   * Closes the records of those that ended by themselves: the clerk's session forgot them after the minutes, or is gone.
   * What could still be done was over at once; this only writes it down.
   */
  async closeForgotten(now: Date): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `UPDATE assisted_session a SET ended_at = $1,
         end_reason = CASE WHEN EXISTS (SELECT FROM session s WHERE s.account_id = a.clerk_account_id) THEN 'idle' ELSE 'sign_out' END
       WHERE a.ended_at IS NULL AND NOT EXISTS (SELECT FROM session s WHERE s.assisting->>'sessionId' = a.id::text
         AND (s.assisting->>'lastActAt')::timestamptz + make_interval(mins => (s.assisting->>'minutes')::int) > $2)`,
        [now, this.wall.now()],
      ),
    );
  }

  /** The person on the card; the name, where it was read, must be the one that the register has. */
  private async present(act: Act, wish: AssistanceWish): Promise<{ id: string; name: string }> {
    const read = identityNumber(wish.identityNumber, act.today);
    if (!read.ok) throw inputProblem([{ pointer: '#/identityNumber', detail: read.reason }]);
    const name = wish.name?.trim();
    const known = await this.parties.findPerson(read.number, act.tx);
    if (known && name !== undefined && !sameName(name, known.name)) throw partyRefusals.otherName();
    if (known) return known;
    if (name === undefined) throw partyRefusals.unknownPerson();
    return this.parties.registerPerson(act, { name, identityNumber: read.number });
  }

  /** A person stands for a household they are a member of, for themself, or for a body by its papers, seen by the clerk. */
  private async partyOf(tx: Tx, personId: string, actsFor: string | undefined): Promise<string> {
    if (actsFor === undefined || actsFor === '') return this.ownParty(tx, personId);
    const household = await this.parties.findByContractorCode(actsFor, tx);
    if (household) {
      const members = await memberRows(tx, [household.id], this.clock.today());
      const theirs = members.some((member) => member.personId === personId);
      if (!theirs && !(await this.isAuthorised(tx, household.id, personId))) throw partyRefusals.notOfHousehold();
      return household.id;
    }
    const body = await this.parties.findByCreditCode(actsFor, tx);
    if (!body) throw partyRefusals.unknownCode(actsFor);
    return body.id;
  }

  /** Somebody else stands for a household by its written letter, as long as that is in force (流转办法第八条). */
  private async isAuthorised(tx: Tx, householdId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM power_of_attorney WHERE principal_id = $1 AND agent_id = $2 AND revoked_at IS NULL AND $3 BETWEEN valid_from AND valid_to`,
      [householdId, personId, this.clock.today()],
    );
    return rows.length > 0;
  }

  private async ownParty(tx: Tx, personId: string): Promise<string> {
    const rows: { id: string }[] = await tx.query(
      `SELECT household_id AS id FROM member WHERE person_id = $1 AND coalesce(valid_to, 'infinity') >= $2 LIMIT 2`,
      [personId, this.clock.today()],
    );
    if (rows.length > 1) throw partyProblems.manyHouseholds();
    return rows[0]?.id ?? personId;
  }
}

/** Only those who meet farmers at a counter assist; a reviewer never does. */
const stations: ReadonlySet<HeldPost['post']> = new Set<HeldPost['post']>([
  'village_clerk',
  'town_clerk',
  'town_information',
]);
