import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type RightKind, dayOf, holds, rightKinds, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Asked,
  Calendars,
  type Download,
  Feeds,
  type ListView,
  Lists,
  type Shown,
  dueView,
  everybody,
  ofOffice,
} from '#platform';
import { ListingMap } from './listing-map.service.js';
import { recordList, whatIsKept } from './listing-record.list.js';
import { kindRules } from './right-kinds.rules.js';
import { type ListingRow, deskList, listingList } from './listing.list.js';

/** The kinds that are entered on fields of their own. */
const otherKinds = (Object.keys(rightKinds) as RightKind[])
  .filter((kind) => !kindRules[kind].parcels)
  .map((kind) => ({ href: `/listings/rights?kind=${kind}`, label: rightKinds[kind] }));

/** Lists of lots: the public one as page, workbook and feed, and the desk's. */
@Injectable()
export class ListingLists {
  constructor(
    private readonly lists: Lists,
    private readonly feeds: Feeds,
    private readonly offices: OfficesService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly map: ListingMap,
  ) {}

  show(asked: Asked): Promise<Shown<ListView<ListingRow>>> {
    return this.lists.show(
      listingList,
      asked,
      everybody,
      (row) => row,
      async (rows) => {
        const land = await this.map.of(rows);
        return {
          ...{ land, onMap: land?.numbers ?? {} },
          options: await this.places(asked.filters['town'] ?? ''),
          dues: await this.dues(rows),
          keep: `/searches/new?${new URLSearchParams({ query: queryOf(asked) }).toString()}`,
          calendar: listingList.address(asked, { sort: listingList.usual(asked.filters), after: '' }, '.ics'),
        };
      },
    );
  }

  /** `at` is another address than the list's own, if the feed has one. */
  feed(asked: Asked, at?: string): Promise<Download> {
    return this.feeds.show(listingList, asked, everybody, (row) => row, at);
  }

  sheet(asked: Asked): Promise<Download> {
    return this.lists.sheet(listingList, asked, everybody, (rows) => rows);
  }

  /** Papers of lots that are over; today is told, for who looks what is due. */
  records(asked: Asked) {
    const today = dayOf(this.clock.now());
    return this.lists.show(
      recordList,
      asked,
      whatIsKept,
      (row) => row,
      () => ({ today }),
    );
  }

  desk(asked: Asked, me: Actor) {
    return this.lists.show(
      deskList,
      asked,
      ofOffice('office_code', ...scopesOf(me)),
      (row) => row,
      async () => ({
        options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
        others: holds(me, 'village_clerk', 'town_clerk') ? otherKinds : [],
        records: holds(me, 'county_director', 'supervisor', 'county_administrator') ? '/listings/records' : '',
        enter: holds(me, 'village_clerk', 'town_clerk') ? '/listings/new' : '',
      }),
    );
  }

  private async places(town: string) {
    const said = (each: { code: string; name: string }) => ({ value: each.code, label: each.name });
    const towns = (await this.offices.towns()).map(({ code, name }) => said({ code: code.slice(0, 9), name }));
    const villages = town === '' ? [] : await this.offices.villages(town.slice(0, 9).padEnd(12, '0'));
    return { town: towns, village: villages.map(said) };
  }

  /** How long each may still be taken. */
  private async dues(rows: readonly ListingRow[]) {
    const now = this.clock.now();
    const calendar = await this.calendars.current();
    const running = rows.flatMap(({ id, state, publishedAt, closesOn, dueAt }) =>
      state === 'listed' && closesOn && dueAt && dueAt > now
        ? [[id, dueView({ start: dayOf(publishedAt), lastDay: closesOn, dueAt }, now, calendar)] as const]
        : [],
    );
    return Object.fromEntries(running);
  }
}

/** What is asked, as the address of the list has it. */
export const queryOf = (asked: Asked): string => listingList.address(asked, { after: '' }).split('?')[1] ?? '';
