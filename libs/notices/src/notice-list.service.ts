import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import {
  type Asked,
  Calendars,
  Database,
  type Download,
  Lists,
  ParameterStore,
  Shown,
  Versions,
  everybody,
  listPage,
  listView,
  optionsOf,
  sheetOf,
  staysTrueUntil,
  workbook,
} from '#platform';
import { noticeKinds } from './notice.entity.js';
import { noticeList } from './notice.list.js';
import { ListReading } from './notice-list.view.js';
import { archivedWords, noticeFilterWords, noticeWords } from './notice.words.js';
import { noticePlaces } from './notices.queries.js';

/** So many notices fit one workbook. */
const sheetRows = 1000;
const columns = [
  { field: 'number', width: 26 },
  'town',
  { field: 'village', width: 20 },
  { field: 'kind', width: 20 },
  'areaMu',
  { field: 'parties', width: 44 },
  'publishedAt',
  'periodStart',
  'lastDay',
  'stateWord',
  'dueWords',
  { field: 'version', width: 8 },
];

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

  async show(asked: Asked): Promise<Shown> {
    const [page, reading] = await Promise.all([this.lists.page(noticeList, asked, everybody), this.reading()]);
    const view = listView(
      noticeList,
      asked,
      page,
      page.rows.map((row) => reading.line(row)),
    );
    staysTrueUntil(reading.trueUntil(view.rows));
    return new Shown(view, async () => ({
      title: noticeWords.title,
      ...listPage(noticeList, asked, view, await this.options(asked.filters['town'] ?? '')),
      rows: view.rows.map((line) => reading.item(line)),
    }));
  }

  /** The same list as a workbook: of what was asked for, the first thousand. */
  async sheet(asked: Asked): Promise<Download> {
    const [found, reading] = await Promise.all([
      this.lists.first(noticeList, asked, everybody, sheetRows),
      this.reading(),
    ]);
    const rows = found.map((row) => {
      const item = reading.item(reading.line(row));
      const publishedAt = dayOf(item.publishedAt);
      return {
        ...item,
        publishedAt,
        parties: item.parties ?? archivedWords,
        stateWord: item.stateTag.label,
        dueWords: item.due?.words ?? '',
      };
    });
    const sheet = sheetOf(noticeList, noticeWords.sheet, columns, noticeWords, rows);
    return workbook(`${noticeWords.sheet} ${dayOf(this.clock.now())}.xlsx`, [sheet]);
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
    const { kind, band, state, sort } = noticeFilterWords;
    return {
      town: optionsOf(noticeFilterWords.town, named('town')),
      village: optionsOf(noticeFilterWords.village, named('village')),
      kind: optionsOf({ ...kind, ...noticeKinds }),
      band: optionsOf(band),
      state: optionsOf(state),
      sort: optionsOf(sort),
    };
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
