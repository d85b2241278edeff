import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type FieldError, creditCode, dayOf, identityNumber } from '#kernel';
import { type AssistedSession, AssistedSessionsService, PartiesService, identityReadings } from '#parties';
import { Database, ParameterStore, type Session, SessionsService, type Tx, inputProblem } from '#platform';
import type { AssistanceInput } from './assistance.input.js';
import { privacyText, readAloudText } from './assistance.words.js';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

/** A clerk acts for a person at the counter: begun with card, witness and words read aloud; over when they leave. */
@Injectable()
export class AssistanceService {
  constructor(
    private readonly database: Database,
    private readonly assisted: AssistedSessionsService,
    private readonly parties: PartiesService,
    private readonly sessions: SessionsService,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async form(): Promise<object> {
    const { assistedSessionMinutes } = await this.parameters.on(dayOf(this.clock.now()));
    return {
      title: '开始代办',
      lead: `本人在场才能代办。${assistedSessionMinutes} 分钟没有动，或者退出登录，就自己结束。`,
      readings: Object.entries(identityReadings).map(([value, label]) => ({ value, label, text: '', why: '' })),
      words: readAloudText,
      privacy: privacyText,
      values: { identityRead: 'card_reader' },
    };
  }

  /** One transaction: the person is registered if need be, the record begins, and the clerk's own session is marked. */
  async begin(input: AssistanceInput, session: Session, me: Actor): Promise<AssistedSession> {
    const read = identityNumber(input.identityNumber, dayOf(this.clock.now()));
    if (!read.ok) throw inputProblem([fault('identityNumber', read.reason)]);
    if (input.witness.trim() === me.name) throw inputProblem([fault('witness', '见证人不能是您自己')]);
    return this.database.transaction(async (tx) => {
      const known = await this.parties.findPerson(read.number, tx);
      if (known && known.name !== input.name.trim()) throw inputProblem([fault('name', '姓名和身份证号对不上，请照证件再看一遍')]);
      const person = known ?? (await this.parties.registerPerson(tx, { name: input.name, identityNumber: read.number }));
      const party = await this.partyOf(tx, input.bodyCode, { id: person.id, name: person.name });
      const begun = await this.assisted.begin(
        tx,
        { partyId: party.id, identityNumber: read.number, identityRead: input.identityRead, witness: input.witness, readAloud: readAloudText },
        me,
      );
      await this.sessions.assist(tx, session, { sessionId: begun.id, partyId: party.id, name: party.name, witness: begun.witness });
      return begun;
    });
  }

  async end(session: Session, me: Actor): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const ended = await this.assisted.end(tx, me, 'finished');
      await this.sessions.assist(tx, session, null);
      return ended?.id ?? null;
    });
  }

  /**
   * Closes the records of those that ended by themselves: the clerk's session forgot them after the minutes, or is gone.
   * What they could still do was over at once; this only writes it down.
   */
  async closeForgotten(now: Date): Promise<void> {
    await this.database.ask(
      `UPDATE assisted_session a SET ended_at = $1, end_reason = CASE WHEN EXISTS (SELECT FROM session s WHERE s.account_id = a.clerk_account_id) THEN 'idle' ELSE 'sign_out' END
       WHERE a.ended_at IS NULL AND NOT EXISTS (SELECT FROM session s WHERE s.assisting->>'sessionId' = a.id::text
         AND (s.assisting->>'lastActAt')::timestamptz + make_interval(mins => (s.assisting->>'minutes')::int) > clock_timestamp())`,
      [now],
    );
  }

  private async partyOf(tx: Tx, code: string | undefined, person: { id: string; name: string }): Promise<{ id: string; name: string }> {
    if (code === undefined || code.trim() === '') return person;
    const read = creditCode(code);
    if (!read.ok) throw inputProblem([fault('bodyCode', read.reason)]);
    const body = await this.parties.findByCreditCode(read.code, tx);
    if (!body) throw inputProblem([fault('bodyCode', '登记簿里没有这个单位')]);
    return { id: body.id, name: body.name };
  }
}
