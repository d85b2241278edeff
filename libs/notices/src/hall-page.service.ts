import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, dateOf, dayOf, formatMu, monthOf, mu, timeOf, weekdayName } from '#kernel';
import { CONFIG, Calendars, type Config, dueView } from '#platform';
import { codeSquare } from '#publications';
import { noLastDay } from './notice.entity.js';
import { NoticePagesService } from './notice-pages.service.js';
import { stripOf } from './notice-period.view.js';
import type { ShownNotice } from './notice.view.js';
import { type Showing, ScreensService, type Turn } from './screens.service.js';

/** The page that a hall's screen shows. */
@Injectable()
export class HallPageService {
  constructor(
    private readonly screens: ScreensService,
    private readonly pages: NoticePagesService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async next(officeCode: string, token: string | null, me: Actor) {
    const showing = await this.screens.next(officeCode, token);
    const [current] = showing.turns;
    const shown = current ? await this.pages.read(current.id, me) : null;
    return this.view(showing, shown, this.clock.now());
  }

  private async view({ terminal, turns }: Showing, shown: ShownNotice | null, now: Date) {
    const calendar = await this.calendars.current();
    const today = dayOf(now);
    const { authority, name } = this.config.county;
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
    const { record: notice, publication, period, calendar } = shown;
    const strip = stripOf(shown, dayOf(now));
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
      square: await codeSquare(`${this.config.publicUrl}/notices/${notice.id}`, '扫码看全文'),
      where: [`到${notice.town}交易所公开咨询室，`, '或者找村信息员，也可以扫码。'],
    };
  }
}
