import { Injectable } from '@nestjs/common';
import { Clock, addDays, dayOf, startOf } from '#kernel';
import { OfficesService } from '#offices';
import { Calendars, Database, ParameterStore, Shown, WallClock } from '#platform';
import { type ReviewRate, countyReviews } from '#transfers';
import {
  type Figures,
  type RecentRight,
  figures,
  offeredLots,
  recentRights,
  runningByTown,
  runningNotices,
} from './figures.queries.js';
import { type Home, figuresOf, homePage, lotOf, noticeOf, rightOf } from './home.view.js';

interface Counted {
  figures: Figures;
  reviews: ReviewRate[];
  recent: RecentRight[];
  towns: Map<string, number>;
  at: number;
  now: number;
}

/** Figures may be a minute old: the front page is what most people read and nobody decides by. */
const keptMs = 60_000;

/** The front page: what runs now, and how the exchange is doing. */
@Injectable()
export class HomeService {
  private counted: Counted | null = null;

  constructor(
    private readonly database: Database,
    private readonly offices: OfficesService,
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
    private readonly wall: WallClock,
  ) {}

  async show(): Promise<Shown<Home>> {
    const now = this.clock.now();
    const today = dayOf(now);
    const [rows, offered, counted, calendar] = [
      await runningNotices(this.database, 8),
      await offeredLots(this.database, 4, now),
      await this.count(now),
      await this.calendars.current(),
    ];
    const { countyReviewWorkingDays, noticeWorkingDays } = await this.parameters.on(today);
    const names = await this.offices.names();
    const towns = await this.offices.towns();
    const view = {
      ...{ today, countyReviewWorkingDays, noticeWorkingDays },
      offered: offered.map(lotOf),
      notices: rows.map((row) => noticeOf(row, now)),
      issued: counted.recent.map((row) => rightOf(row, names.place(row.officeCode))),
      figures: figuresOf(counted.figures, counted.reviews),
      towns: towns.map(({ code, name }) => {
        const town = code.slice(0, 9);
        return { code: town, name, count: counted.towns.get(town) ?? 0 };
      }),
    };
    return new Shown(view, homePage(view, calendar, now));
  }

  private async count(now: Date): Promise<Counted> {
    const at = this.wall.now().getTime();
    const kept = this.counted;
    if (kept && at - kept.at < keptMs && Math.abs(now.getTime() - kept.now) < 2 * keptMs) return kept;
    const towns = await runningByTown(this.database);
    this.counted = {
      figures: await figures(this.database),
      reviews: await countyReviews(this.database, startOf(addDays(dayOf(now), -30)), now),
      recent: await recentRights(this.database, 3),
      towns: new Map(towns.map((row) => [row.town, row.count])),
      at,
      now: now.getTime(),
    };
    return this.counted;
  }
}
