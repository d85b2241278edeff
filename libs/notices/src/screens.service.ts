import { Injectable } from '@nestjs/common';
import { type Day, type DivisionCode, prefixOf } from '#kernel';
import { type Act, Acts, Database, type Tx, sqlNames } from '#platform';
import { type Terminal, TerminalsService } from '#publications';
import { NoticeFactsService } from './notice.facts.js';
import { openNoticeStates } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';

/** A notice that waits for its turn on a screen. */
export interface Turn {
  id: string;
  publicationId: string;
  town: string;
  village: string;
  areaMu: string;
  periodStart: Day | null;
  endsOn: Day;
  dueAt: Date | null;
}

/** What a screen shows now, and what comes after it; without its token it is only looked at. */
export interface Showing {
  terminal: Terminal | null;
  turns: Turn[];
}

/** Screens in the halls: each request is a heartbeat, each page one logged showing, the longest unseen notice first. */
@Injectable()
export class ScreensService {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly terminals: TerminalsService,
    private readonly notices: NoticesService,
    private readonly gathered: NoticeFactsService,
  ) {}

  /** The next turn of a hall's screen. Without a token nothing is logged and nothing proven. */
  async next(officeCode: string, token: string | null): Promise<Showing> {
    if (token !== null) return this.acts.byClock((act) => this.beat(act, token));
    return { terminal: null, turns: await this.turns(this.database.reader, officeCode, null) };
  }

  private async beat(act: Act, token: string): Promise<Showing> {
    const terminal = await this.terminals.beat(act, token);
    // The address may be older than the office: a merger moves the terminal, not what is written in its browser.
    const turns = await this.turns(act.tx, terminal.officeCode, terminal.id);
    const [current] = turns;
    // The first showing is the screen's proof, and may be the last of the three that a period waits for.
    if (current && (await this.terminals.show(act, terminal, current.publicationId)))
      await this.notices.startIfProven(act, await this.gathered.lock(act.tx, current.id));
    return { terminal, turns };
  }

  /** Open notices of the hall's place in the order of their turns: never shown first, then the longest unseen. */
  private async turns(reader: Pick<Tx, 'query'>, officeCode: string, terminalId: string | null): Promise<Turn[]> {
    const prefix = prefixOf(officeCode as DivisionCode);
    return reader.query(
      `SELECT n.id, n.publication_id AS "publicationId", n.town, n.village, n.area_mu AS "areaMu", n.period_start AS "periodStart",
         n.ends_on AS "endsOn", n.due_at AS "dueAt"
       FROM notice n LEFT JOIN terminal_turn t ON t.publication_id = n.publication_id AND t.terminal_id = $2
       WHERE n.state IN (${sqlNames(openNoticeStates)}) AND n.office_code LIKE $1
       ORDER BY t.last_shown_at NULLS FIRST, n.ends_on, n.id LIMIT 200`,
      [`${prefix}%`, terminalId],
    );
  }
}
