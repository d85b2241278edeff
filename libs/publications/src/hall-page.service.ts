import { Inject, Injectable } from '@nestjs/common';
import { type Calendar, Clock, dayOf, timeOf } from '#kernel';
import { CONFIG, Calendars, type Config, Shown, dueView } from '#platform';
import { codeSquare } from './code-square.js';
import { type Hall, hallOf } from './hall.view.js';
import { postingStrip } from './posting-strip.js';
import { Publishers } from './publishers.js';
import { dayWords, hallLeavesOut } from './screen.words.js';
import { ScreensService, type Showing } from './screens.service.js';

/** So many texts that come after it find room beside the one that is shown. */
const rows = 7;

/** The page that a hall's screen shows. */
@Injectable()
export class HallPageService {
  constructor(
    private readonly screens: ScreensService,
    private readonly publishers: Publishers,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async next(officeCode: string, token: string | null): Promise<Shown<Hall>> {
    const showing = await this.screens.next(officeCode, token);
    const now = this.clock.now();
    const hall = hallOf(showing, now, (each) => this.publishers.pageOf(each));
    return new Shown(hall, async () => {
      const calendar = await this.calendars.current();
      return {
        ...this.top(now),
        ...(showing.current && (await this.drawn(showing.current, hall.current?.address ?? null, calendar, now))),
        queue: hall.turns.slice(0, rows).map(leftOf(calendar, now)),
      };
    });
  }

  private top(now: Date) {
    const { authority, name } = this.config.county;
    return {
      centre: authority.startsWith(name) ? authority : `${name}${authority}`,
      today: dayOf(now),
      time: timeOf(now),
    };
  }

  private async drawn(
    { publication, postings, period }: NonNullable<Showing['current']>,
    page: string | null,
    calendar: Calendar,
    now: Date,
  ) {
    const strip = period && postingStrip(period, postings, dayOf(now));
    return {
      lines: publication.text.facts.filter(({ label }) => !hallLeavesOut.includes(label)),
      due: period && period.dueAt > now ? dueView(period, now, calendar) : null,
      // Two weeks are what a hall can read; the page has the rest.
      strip: strip && { ...strip, days: strip.days.slice(-14) },
      map: publication.map,
      square: page && (await codeSquare(`${this.config.publicUrl}${page}`)),
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
