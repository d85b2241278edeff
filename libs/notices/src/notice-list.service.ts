import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import {
  type Asked,
  Calendars,
  Database,
  type Download,
  type ListView,
  Lists,
  ParameterStore,
  type Shown,
  Versions,
  everybody,
  staysTrueUntil,
} from '#platform';
import { type NoticeRow, noticeList } from './notice.list.js';
import { ListReading } from './notice-list.view.js';
import { archivedWords } from './notice.words.js';
import { noticePlaces } from './notices.queries.js';

/** The public list of notices: a page of it, and as a workbook. */
@Injectable()
export class NoticeListService {
  private places: { version: number; towns: Map<string, ReturnType<typeof noticePlaces>> } | null = null;

  constructor(
    private readonly lists: Lists,
    private readonly versions: Versions,
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  async show(asked: Asked): Promise<Shown<ListView<NoticeRow>>> {
    const reading = this.reading();
    const seen = reading.then((each) => (row: NoticeRow) => each.line(row));
    const shown = await this.lists.show(noticeList, asked, everybody, seen, async (lines) => {
      const known = await reading;
      return {
        options: await this.options(asked.filters['town'] ?? ''),
        rows: lines.map((line) => known.item(line)),
      };
    });
    staysTrueUntil((await reading).trueUntil(shown.view.rows));
    return shown;
  }

  /** The same list as a workbook. */
  async sheet(asked: Asked): Promise<Download> {
    const reading = await this.reading();
    return this.lists.sheet(noticeList, asked, everybody, (rows) =>
      rows.map((row) => {
        const item = reading.item(reading.line(row));
        return {
          ...item,
          publishedAt: dayOf(item.publishedAt),
          parties: item.parties ?? archivedWords,
          dueWords: item.due?.words ?? '',
        };
      }),
    );
  }

  /** How a row reads now to everybody, with what its page says of it. */
  async items(): Promise<(row: NoticeRow) => ReturnType<ListReading['item']>> {
    const reading = await this.reading();
    return (row) => reading.item(reading.line(row));
  }

  private async reading(): Promise<ListReading> {
    const now = this.clock.now();
    const [calendar, { noticePublicMonths }] = await Promise.all([
      this.calendars.current(),
      this.parameters.on(dayOf(now)),
    ]);
    return new ListReading(calendar, now, noticePublicMonths);
  }

  private async options(town: string) {
    const places = await this.placesOf(town);
    const named = (level: string) =>
      places.filter((place) => place.level === level).map(({ code, name }) => ({ value: code, label: name }));
    return { town: named('town'), village: named('village') };
  }

  /** Towns and villages that had a notice: they change only with a notice. */
  private async placesOf(town: string) {
    const { notices: version = 0 } = (await this.versions.now()).lists;
    if (this.places?.version !== version || this.places.towns.size > 100) this.places = { version, towns: new Map() };
    const { towns } = this.places;
    const found = towns.get(town) ?? noticePlaces(this.database, town);
    towns.set(town, found);
    return found.catch((error: unknown) => {
      towns.delete(town);
      throw error;
    });
  }
}
