import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type DivisionCode,
  dayOf,
  formatMu,
  mu,
  prefixOf,
  timeOf,
  weekdayName,
  dateOf,
  monthOf,
} from '#kernel';
import { Database, type Tx, dueView, sqlNames } from '#platform';
import { Terminal, type TerminalStanding, TerminalsService, codeSquare } from '#publications';
import { noLastDay } from './notice.entity.js';
import { stripOf } from './notice-period.view.js';
import type { ShownNotice } from './notice.view.js';
import { NoticePagesService } from './notice-pages.service.js';
import { NoticeStand } from './notice-stand.js';
import { openNoticeStates } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';

interface Turn {
  id: string;
  publicationId: string;
  town: string;
  village: string;
  areaMu: string;
  periodStart: string | null;
  endsOn: string;
  dueAt: Date | null;
}

/** Screens in the halls: each request is a heartbeat, each page one logged showing, the longest unseen notice first. */
@Injectable()
export class ScreensService {
  constructor(
    private readonly database: Database,
    private readonly terminals: TerminalsService,
    private readonly notices: NoticesService,
    private readonly pages: NoticePagesService,
    private readonly stand: NoticeStand,
  ) {}

  /** The next page of a hall's screen. Without a token it is only looked at: nothing is logged and nothing proven. */
  async next(officeCode: string, token: string | null, me: Actor) {
    const now = this.stand.clock.now();
    const seen =
      token === null
        ? { terminal: null, turns: await this.turns(this.database.reader, officeCode, null) }
        : await this.database.transaction((tx) => this.beat(tx, token, now));
    const current = seen.turns[0];
    const shown = current ? await this.pages.show(current.id, me) : null;
    return this.view(seen.terminal, seen.turns, shown, now);
  }

  async register(
    screen: Pick<Terminal, 'name' | 'kind' | 'officeCode'>,
    actor: Actor,
  ): Promise<{ terminal: Terminal; token: string }> {
    return this.database.transaction((tx) => this.terminals.register(tx, screen, actor, this.stand.clock.now()));
  }

  async standing(officePrefix: string): Promise<TerminalStanding[]> {
    return this.terminals.standing(this.database.reader, officePrefix, this.stand.clock.now());
  }

  private async beat(tx: Tx, token: string, now: Date) {
    const terminal = await this.terminals.beat(tx, token, now);
    // The address may be older than the office: a merger moves the terminal, not what is written in its browser.
    const turns = await this.turns(tx, terminal.officeCode, terminal.id);
    const [current] = turns;
    // The first showing is the screen's proof, and may be the last of the three that a period waits for.
    if (current && (await this.terminals.show(tx, terminal, current.publicationId, now))) {
      await this.notices.startIfProven(tx, await this.notices.lock(tx, current.id), now);
    }
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

  private async view(terminal: Terminal | null, turns: readonly Turn[], shown: ShownNotice | null, now: Date) {
    const calendar = await this.stand.calendars.current();
    const today = dayOf(now);
    const { authority, name } = this.stand.config.county;
    const left = (turn: Turn): string => {
      if (turn.periodStart === null || turn.endsOn === noLastDay || turn.dueAt === null) return '等贴出';
      const period = {
        start: turn.periodStart as typeof today,
        lastDay: turn.endsOn as typeof today,
        dueAt: turn.dueAt,
      };
      return dueView(period, now, calendar).words.replace('个工作日', '天');
    };
    return {
      title: '大厅屏幕',
      centre: authority.startsWith(name) ? authority : `${name}${authority}`,
      now: `${monthOf(today)} 月 ${dateOf(today)} 日 星期${weekdayName(today).slice(1)}`,
      time: timeOf(now),
      place: terminal?.name ?? '（预览）',
      shown: terminal?.shown ?? 0,
      current: shown && (await this.currentView(shown, now)),
      listTitle: `正在公示 ${turns.length} 宗`,
      rows: turns.slice(0, 7).map((turn, index) => ({
        place: `${turn.town} ${turn.village}`,
        left: left(turn),
        area: formatMu(mu(turn.areaMu)),
        current: index === 0,
      })),
    };
  }

  private async currentView(shown: ShownNotice, now: Date) {
    const { notice, publication, gathered } = shown;
    const { period, calendar } = gathered;
    const strip = stripOf(gathered, dayOf(now));
    const wanted = ['转出方', '受让方', '面积', '价款', '期限', '用途'];
    return {
      id: notice.id,
      title: [`${notice.town}${notice.village}`, `${formatMu(mu(notice.areaMu))} 亩土地经营权流转`],
      number: notice.number ?? '',
      facts: publication.text.facts
        .filter((fact) => wanted.includes(fact.label))
        .map(({ label, value }) => ({ label, value, href: '' })),
      due: period ? dueView(period, now, calendar) : null,
      // Two weeks are what a hall can read; the page has the rest.
      strip: strip && { ...strip, key: false, days: strip.days.slice(-14) },
      map: notice.map && { ...notice.map, caption: '' },
      square: await codeSquare(`${this.stand.config.publicUrl}/notices/${notice.id}`, '扫码看全文'),
      where: [`到${notice.town}交易所公开咨询室，`, '或者找村信息员，也可以扫码。'],
    };
  }
}
