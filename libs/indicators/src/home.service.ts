import { Injectable } from '@nestjs/common';
import { Clock, addDays, dayOf, startOf } from '#kernel';
import { OfficesService } from '#offices';
import { Calendars, Database, ParameterStore, WallClock } from '#platform';
import { type ReviewRate, countyReviews } from '#transfers';
import {
  type Figures,
  type RecentRight,
  figures,
  recentRights,
  runningByTown,
  runningNotices,
} from './figures.queries.js';
import { doors, figuresView, itemView, lotsView, recentView, todayText } from './home.view.js';

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

  async show(): Promise<object> {
    const now = this.clock.now();
    const today = dayOf(now);
    const [rows, counted, calendar] = [
      await runningNotices(this.database, 8),
      await this.count(now),
      await this.calendars.current(),
    ];
    const { countyReviewWorkingDays, noticeWorkingDays } = await this.parameters.on(today);
    const names = await this.offices.names();
    const towns = await this.offices.towns();
    return {
      title: '',
      lead: `村里申请，镇里核地，县里 ${countyReviewWorkingDays} 个工作日审完，公示满 ${noticeWorkingDays} 个工作日，签合同、发证。每一步都能在这里查到。`,
      today: todayText(counted.figures, today),
      chips: [
        { href: '/notices?kind=household', label: '农户承包地' },
        { href: '/notices?kind=collective', label: '集体未发包地' },
        { href: '/notices?band=50-200', label: '50 至 200 亩' },
      ],
      lots: lotsView(rows),
      doors,
      running: rows.slice(0, 4).map((row) => itemView(row, calendar, now)),
      runningText: `全部 ${counted.figures.running} 宗`,
      issued: counted.recent.map((row) => recentView(row, names.place(row.officeCode))),
      figures: figuresView(counted.figures, counted.reviews),
      figuresHref: '/guide/figures',
      towns: towns.map(({ code, name }) => ({
        href: `/notices?town=${code.slice(0, 9)}`,
        name,
        count: counted.towns.get(code.slice(0, 9)) ?? 0,
      })),
    };
  }

  private async count(now: Date): Promise<Counted> {
    const at = this.wall.now().getTime();
    const kept = this.counted;
    if (kept && at - kept.at < keptMs && Math.abs(now.getTime() - kept.now) < 2 * keptMs) return kept;
    const towns = await runningByTown(this.database);
    this.counted = {
      figures: await figures(this.database),
      reviews: await countyReviews(this.database, startOf(addDays(dayOf(now), -30))),
      recent: await recentRights(this.database, 3),
      towns: new Map(towns.map((row) => [row.town, row.count])),
      at,
      now: now.getTime(),
    };
    return this.counted;
  }
}
