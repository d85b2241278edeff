import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Calendar, Clock, dayOf, timeOf } from '#kernel';
import { CONFIG, Calendars, type Config, Shown, dueView } from '#platform';
import { codeSquare } from '#publications';
import { type Hall, hallOf } from './hall.view.js';
import { NoticePagesService } from './notice-pages.service.js';
import { noticeDue, noticeStrip } from './notice.page.js';
import type { ShownNotice } from './notice.view.js';
import { dayWords } from './screen.words.js';
import { ScreensService } from './screens.service.js';

/** So many notices that come after it find room beside the one that is shown. */
const rows = 7;

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

  async next(officeCode: string, token: string | null, me: Actor): Promise<Shown<Hall>> {
    const showing = await this.screens.next(officeCode, token);
    const [turn] = showing.turns;
    const shown = turn ? await this.pages.read(turn.id, me) : null;
    const now = this.clock.now();
    const hall = hallOf(showing, shown, now);
    return new Shown(hall, async () => ({
      ...this.top(now),
      ...(shown && (await this.drawn(shown, now))),
      queue: hall.turns.slice(0, rows).map(leftOf(await this.calendars.current(), now)),
    }));
  }

  private top(now: Date) {
    const { authority, name } = this.config.county;
    return {
      centre: authority.startsWith(name) ? authority : `${name}${authority}`,
      today: dayOf(now),
      time: timeOf(now),
    };
  }

  private async drawn(shown: ShownNotice, now: Date) {
    const strip = noticeStrip(shown, dayOf(now));
    return {
      due: noticeDue(shown, now),
      // Two weeks are what a hall can read; the page has the rest.
      strip: strip && { ...strip, days: strip.days.slice(-14) },
      map: shown.record.map,
      square: await codeSquare(`${this.config.publicUrl}/notices/${shown.record.id}`),
    };
  }
}

/** A turn with how long one may still object to it, '' before its period runs. */
const leftOf =
  (calendar: Calendar, now: Date) =>
  ({ start, lastDay, dueAt, ...turn }: Hall['turns'][number]) => {
    const due = start && lastDay && dueAt && dueView({ start, lastDay, dueAt }, now, calendar);
    return { ...turn, left: due ? due.words.replace(dayWords.long, dayWords.short) : '' };
  };
