import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, Clock, type HeldPost } from '#kernel';
import { Database, type HistoryLine, type Reader, type Tx, record } from '#platform';
import { type AssistedEnd, AssistedSession, type IdentityReading } from './assisted-session.entity.js';
import { memberRows } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';

/** What the clerk confirms before acting for somebody. */
export interface AssistanceWish {
  /** The party that will act: the person, or the household or body the person stands for. */
  partyId: string;
  identityNumber: string;
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
  ) {}

  /** Begins; whatever the clerk left open before has ended by itself. The caller marks the clerk's sign-in session. */
  async begin(tx: Tx, wish: AssistanceWish, actor: Actor): Promise<AssistedSession> {
    const now = this.clock.now();
    const post = actor.posts.find((held) => stations.has(held.post));
    if (actor.accountId === null || !post) throw partyProblems.notYourConsent();
    const person = await this.parties.findPerson(wish.identityNumber, tx);
    if (!person) throw partyProblems.notFound({ detail: '登记簿里没有这个身份证号。先登记这个人。' });
    if (person.id === actor.partyId) throw partyProblems.assistingOneself();
    await this.checkRepresents(tx, person.id, wish.partyId);
    await this.closeOpen(tx, actor.accountId, 'idle', now);
    const session = tx.create(AssistedSession, {
      clerkAccountId: actor.accountId,
      clerkName: actor.name,
      officeCode: post.officeCode,
      partyId: wish.partyId,
      personId: person.id,
      identityRead: wish.identityRead,
      witness: wish.witness.trim(),
      readAloud: wish.readAloud.trim(),
      startedAt: now,
      endedAt: null,
      endReason: null,
    });
    await tx.insert(AssistedSession, session);
    const act = {
      subject: 'assisted_session',
      subjectId: session.id,
      action: 'assist',
      label: '开始代办',
      officeCode: post.officeCode,
    };
    await record(tx, { ...act, detail: { person: person.name, witness: session.witness } }, actor, now);
    return session;
  }

  /** Ends the clerk's open assistance, if there is one. */
  async end(tx: Tx, actor: Actor, reason: AssistedEnd): Promise<AssistedSession | null> {
    if (actor.accountId === null) return null;
    const now = this.clock.now();
    const ended = await this.closeOpen(tx, actor.accountId, reason, now);
    if (!ended) return null;
    const act = {
      subject: 'assisted_session',
      subjectId: ended.id,
      action: 'assist-end',
      label: '结束代办',
      officeCode: ended.officeCode,
    };
    await record(tx, { ...act, remark: reason }, actor, now);
    return ended;
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<AssistedSession> {
    const found = await reader.findOne(AssistedSession, { where: { id } });
    if (!found) throw partyProblems.notAssisting();
    return found;
  }

  /** Everything done in the session, for the receipt in large print. */
  async acts(session: AssistedSession): Promise<Pick<HistoryLine, 'label' | 'moment' | 'subject'>[]> {
    return this.database.ask(
      `SELECT label, moment, subject FROM step_history
       WHERE account_id = $1 AND moment BETWEEN $2 AND $3 AND assisted IS NOT NULL ORDER BY id`,
      [session.clerkAccountId, session.startedAt, session.endedAt ?? this.clock.now()],
    );
  }

  private async closeOpen(
    tx: Tx,
    clerkAccountId: string,
    endReason: AssistedEnd,
    endedAt: Date,
  ): Promise<AssistedSession | null> {
    const open = await tx.findOne(AssistedSession, {
      where: { clerkAccountId, endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!open) return null;
    await tx.update(AssistedSession, { id: open.id }, { endedAt, endReason });
    return Object.assign(open, { endedAt, endReason });
  }

  /** A person stands for themself and for a household they are a member of; for a body by its papers, seen by the clerk. */
  private async checkRepresents(tx: Tx, personId: string, partyId: string): Promise<void> {
    if (personId === partyId) return;
    const party = await this.parties.get(partyId, tx);
    if (party.kind === 'body') return;
    const members = party.kind === 'household' ? await memberRows(tx, [partyId], this.clock.today()) : [];
    if (!members.some((member) => member.personId === personId)) throw partyProblems.notRepresenting();
  }
}

/** Only those who meet farmers at a counter assist; a reviewer never does. */
const stations: ReadonlySet<HeldPost['post']> = new Set<HeldPost['post']>([
  'village_clerk',
  'town_clerk',
  'town_information',
]);
