import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '#kernel';
import { type Act, Calendars, ParameterStore, type Tx } from '#platform';
import { publicationProblems } from './publication.problems.js';
import { officeMinutes } from './publication.rules.js';
import { Terminal } from './terminal.entity.js';
import { VenuePosting } from './venue-posting.entity.js';
import { registeredScreen, silentScreen } from './venue.words.js';

/** Minutes of silence within office hours after which a screen counts as lost. Its page asks every twenty seconds. */
export const silentMinutes = 30;

/** Minutes of office hours in which a screen did not ask, and whether that is too many. */
export interface Silence {
  silentFor: number;
  lost: boolean;
}

/** Screens in the halls: registered once, alive as long as they ask, each showing on record. */
@Injectable()
export class TerminalsService {
  constructor(
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
  ) {}

  /** Registers a screen and answers the token of its address, which is shown this once. */
  async register(
    act: Act,
    screen: Pick<Terminal, 'name' | 'kind' | 'officeCode'>,
  ): Promise<{ terminal: Terminal; token: string }> {
    const token = randomBytes(18).toString('base64url');
    const fresh = { shown: 0, registeredAt: act.now, lastHeartbeat: null, retiredAt: null };
    const terminal = await act.tx.save(
      Terminal,
      act.tx.create(Terminal, { ...screen, ...fresh, tokenHash: hashOf(token) }),
    );
    await act.note('terminal', terminal, {
      action: 'register',
      label: registeredScreen,
      detail: { name: screen.name },
    });
    return { terminal, token };
  }

  /** Its address opens nothing any more; what it showed stays on record. */
  async retire(act: Act, id: string, officeCode: string): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    const terminal = await act.tx.findOne(Terminal, { where: { id, officeCode }, lock });
    if (!terminal || terminal.retiredAt !== null) throw publicationProblems.terminalGone();
    await act.keep(Terminal, id, { retiredAt: act.now });
    await act.note('terminal', terminal, { detail: { name: terminal.name } });
  }

  /** The terminal behind a token, locked; a silence in office hours is noted against every text it carried. */
  async beat({ tx, now }: Act, token: string): Promise<Terminal> {
    const rows = await tx.find(Terminal, { where: { tokenHash: hashOf(token) }, lock: { mode: 'pessimistic_write' } });
    const terminal = rows.find((row) => row.retiredAt === null);
    if (!terminal) throw publicationProblems.terminalUnknown();
    await this.noteSilence(tx, terminal, now);
    terminal.lastHeartbeat = now;
    return tx.save(Terminal, terminal);
  }

  /** Logs one showing; the first on a screen of the right kind is that venue's proof. Answers whether it was. */
  async show({ tx, now }: Act, terminal: Terminal, publicationId: string): Promise<boolean> {
    await tx.query('INSERT INTO showing (terminal_id, publication_id, shown_at) VALUES ($1, $2, $3)', [
      terminal.id,
      publicationId,
      now,
    ]);
    await tx.query(
      `INSERT INTO terminal_turn (terminal_id, publication_id, last_shown_at, times) VALUES ($1, $2, $3, 1)
       ON CONFLICT (terminal_id, publication_id) DO UPDATE SET last_shown_at = $3, times = terminal_turn.times + 1`,
      [terminal.id, publicationId, now],
    );
    terminal.shown += 1;
    await tx.query('UPDATE terminal SET shown = $2 WHERE id = $1', [terminal.id, terminal.shown]);
    const proven = await tx
      .createQueryBuilder()
      .update(VenuePosting)
      .set({ postedAt: now, provenAt: now, proofKind: 'showing', postedBy: terminal.name })
      .where('publication_id = :publicationId AND kind = :kind AND office_code = :officeCode AND proven_at IS NULL', {
        publicationId,
        kind: terminal.kind,
        officeCode: terminal.officeCode,
      })
      .execute();
    return (proven.affected ?? 0) > 0;
  }

  /** How long a screen has been silent while its hall was open. */
  async silence(
    now: Date,
  ): Promise<(terminal: Pick<Terminal, 'officeCode' | 'lastHeartbeat' | 'registeredAt'>) => Silence> {
    const [calendars, hours] = [await this.calendars.everywhere(), await this.parameters.on(dayOf(now))];
    const { openOfBusiness: open, closeOfBusiness: close } = hours;
    return ({ officeCode, lastHeartbeat, registeredAt }) => {
      const span = { from: lastHeartbeat ?? registeredAt, to: now };
      const silentFor = officeMinutes(span, calendars(officeCode), { open, close });
      return { silentFor, lost: silentFor >= silentMinutes };
    };
  }

  private async noteSilence(tx: Tx, terminal: Terminal, now: Date): Promise<void> {
    const since = terminal.lastHeartbeat;
    if (since === null || now.getTime() - since.getTime() < silentMinutes * 60_000) return;
    const calendar = await this.calendars.at(tx, terminal.officeCode);
    if (officeMinutes({ from: since, to: now }, calendar, await this.hours(tx, dayOf(now))) < silentMinutes) return;
    await tx.query(
      `INSERT INTO venue_outage (posting_id, began_at, ended_at, reason, reported_by, reported_at)
       SELECT id, greatest($3::timestamptz, proven_at), $4, $5, $6, $4 FROM venue_posting
       WHERE office_code = $1 AND kind = $2 AND (removed_at IS NULL OR removed_at > $3) AND proven_at < $4`,
      [terminal.officeCode, terminal.kind, since, now, silentScreen, terminal.name],
    );
  }

  private async hours(reader: Tx, day: Day): Promise<{ open: string; close: string }> {
    const { openOfBusiness, closeOfBusiness } = await this.parameters.at(reader, day);
    return { open: openOfBusiness, close: closeOfBusiness };
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
