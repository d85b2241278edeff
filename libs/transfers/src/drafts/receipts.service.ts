import { Injectable } from '@nestjs/common';
import { type Actor, type DivisionCode, type Mu, dueDayOf, within } from '#kernel';
import { OfficesService } from '#offices';
import { type Paper, PapersService } from '#papers';
import { AssistedSession, AssistedSessionsService, PartiesService, partyProblems } from '#parties';
import { Acts, Database } from '#platform';
import { transferProblems } from '../transfer.problems.js';
import { counterReceipt } from '../letters/sheet.letter.js';
import { seesOffice, scopeOf } from '../transfers.queries.js';

interface Touched {
  id: string;
  number: string | null;
  followCode: string;
  place: string;
  areaMu: Mu;
  dueAt: Date | null;
}

/** What was done while a person stood at the counter, and the receipt in large print that they take home. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: Database,
    private readonly assisted: AssistedSessionsService,
    private readonly parties: PartiesService,
    private readonly papers: PapersService,
    private readonly offices: OfficesService,
    private readonly acts: Acts,
  ) {}

  /** The receipt; made anew when more has been done since the last one. */
  async receipt(id: string, me: Actor): Promise<{ paper: Paper; bytes: Buffer }> {
    const session = await this.get(id, me);
    const acts = (await this.assisted.acts(session)).filter((act) => act.subject === 'transfer');
    const [touched] = await this.touched(session);
    if (!touched) throw transferProblems.nothingDone();
    const person = await this.parties.get(session.personId);
    const office = await this.offices.get(within(session.officeCode as DivisionCode, 'town'));
    const done = [...new Set(acts.filter(({ action }) => action !== 'paper').map(({ label }) => label))];
    const paper = await this.acts.begin(me, async (act) => {
      const before = (await this.papers.of(act.tx, 'assisted_session', id)).at(-1);
      const said = (before?.view as { done?: string[] } | undefined)?.done;
      if (before && said?.join() === done.join()) return before;
      const view = {
        caseNumber: touched.number,
        followCode: touched.followCode,
        person: person.name,
        place: touched.place,
        areaMu: touched.areaMu,
        done,
        nextBy: touched.dueAt && dueDayOf(touched.dueAt),
        clerk: session.clerkName,
        at: act.now,
        witness: session.witness,
        desk: { name: office.name, address: office.address, phone: office.phone },
      };
      const partyIds = [session.partyId, session.personId];
      const about = { subject: 'assisted_session', subjectId: id, officeCode: session.officeCode };
      return this.papers.issue(act, counterReceipt, { ...about, partyIds }, view);
    });
    return { paper, bytes: await this.papers.render(paper) };
  }

  /** The clerk whose it was, the person whose it is, and the offices above. */
  private async get(id: string, me: Actor): Promise<AssistedSession> {
    const session = await this.assisted.get(id);
    const scope = scopeOf(me);
    const own =
      session.clerkAccountId === me.accountId || [session.partyId, session.personId].includes(scope.partyId ?? '');
    if (own || seesOffice(scope, session.officeCode)) return session;
    throw partyProblems.notAssisting();
  }

  private async touched(session: AssistedSession): Promise<Touched[]> {
    return this.database.ask<Touched & Record<string, unknown>>(
      `SELECT t.id, t.number, t.follow_code AS "followCode", t.place, t.area_mu AS "areaMu", t.due_at AS "dueAt"
       FROM transfer t JOIN (SELECT subject_id, max(id) AS last FROM step_history
         WHERE account_id = $1 AND moment >= $2 AND moment <= coalesce($3::timestamptz, 'infinity') AND assisted IS NOT NULL AND subject = 'transfer' GROUP BY subject_id) h
         ON h.subject_id = t.id::text ORDER BY h.last DESC LIMIT 1`,
      [session.clerkAccountId, session.startedAt, session.endedAt],
    );
  }
}
