import { Injectable } from '@nestjs/common';
import { type Day, type DivisionCode, prefixOf } from '#kernel';
import { type Act, Acts, Database, type Deadline, Deadlines, type Tx } from '#platform';
import { Publication } from './publication.entity.js';
import { Publishers } from './publishers.js';
import type { Terminal } from './terminal.entity.js';
import { TerminalsService } from './terminals.service.js';
import { VenuePosting } from './venue-posting.entity.js';

/** A text that waits for its turn on a screen. */
export interface Turn {
  id: string;
  subject: string;
  subjectId: string;
  town: string;
  village: string;
  areaMu: string | null;
  periodStart: Day | null;
  lastDay: Day | null;
  dueAt: Date | null;
}

/** What a screen shows now, and what comes after it; without its token it is only looked at. */
export interface Showing {
  terminal: Terminal | null;
  turns: Turn[];
  /** The text whose turn it is, where it hangs, and the period that it must be read in. */
  current: { publication: Publication; postings: VenuePosting[]; period: Deadline | null } | null;
}

/** Screens in the halls: each request is a heartbeat, each page one logged showing, the longest unseen text first. */
@Injectable()
export class ScreensService {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly terminals: TerminalsService,
    private readonly publishers: Publishers,
    private readonly deadlines: Deadlines,
  ) {}

  /** The next turn of a hall's screen. Without a token nothing is logged and nothing proven. */
  async next(officeCode: string, token: string | null): Promise<Showing> {
    const { reader } = this.database;
    const { terminal, turns } =
      token === null
        ? { terminal: null, turns: await this.turns(reader, officeCode, null) }
        : await this.acts.byClock((act) => this.beat(act, token));
    const [turn] = turns;
    if (!turn) return { terminal, turns, current: null };
    const publication = await reader.findOneByOrFail(Publication, { id: turn.id });
    const postings = await reader.findBy(VenuePosting, { publicationId: turn.id });
    const period = await this.deadlines.running(reader, turn.subject, turn.subjectId);
    return { terminal, turns, current: { publication, postings, period } };
  }

  private async beat(act: Act, token: string): Promise<{ terminal: Terminal; turns: Turn[] }> {
    const terminal = await this.terminals.beat(act, token);
    // The address may be older than the office: a merger moves the terminal, not what is written in its browser.
    const turns = await this.turns(act.tx, terminal.officeCode, terminal.id);
    const [current] = turns;
    if (!current) return { terminal, turns };
    const publisher = this.publishers.of(current);
    await publisher?.lock(act.tx, current.subjectId);
    // The first showing is the screen's proof, and may be the last of the three that a period waits for.
    if (await this.terminals.show(act, terminal, current.id)) await publisher?.proven(act, current.subjectId);
    return { terminal, turns };
  }

  /** Public texts of the hall's place in the order of their turns: never shown first, then the longest unseen; none whose period is over. */
  private async turns(reader: Pick<Tx, 'query'>, officeCode: string, terminalId: string | null): Promise<Turn[]> {
    const prefix = prefixOf(officeCode as DivisionCode);
    return reader.query(
      `SELECT p.id, p.subject, p.subject_id AS "subjectId", p.town, p.village, p.area_mu AS "areaMu",
         d.start_day AS "periodStart", d.last_day AS "lastDay", d.due_at AS "dueAt"
       FROM publication p LEFT JOIN terminal_turn t ON t.publication_id = p.id AND t.terminal_id = $2
         LEFT JOIN LATERAL (SELECT start_day, last_day, due_at, closed_at FROM deadline
           WHERE subject = p.subject AND subject_id = p.subject_id::text ORDER BY opened_at DESC, id DESC LIMIT 1) d ON true
       WHERE p.released_at IS NOT NULL AND d.closed_at IS NULL AND p.id IN (SELECT v.publication_id FROM venue_posting v
         WHERE v.office_code LIKE $1 AND v.kind IN ('screen_county', 'screen_town') AND v.removed_at IS NULL)
       ORDER BY t.last_shown_at NULLS FIRST, d.last_day NULLS LAST, p.id LIMIT 200`,
      [`${prefix}%`, terminalId],
    );
  }
}
