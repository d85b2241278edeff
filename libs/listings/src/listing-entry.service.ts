import { Injectable } from '@nestjs/common';
import { type Actor, type Day, type Mu, Clock, addDays, mu, scopesOf } from '#kernel';
import { type ActPath, Database, Finders, ParameterStore, type ShownBeside } from '#platform';
import { LandService, type LandRow, type MapView, mapView, onPlane } from '#rights';
import { landOfHousehold } from './household-land.js';
import { offeredAmong } from './listings.queries.js';
import { Prices } from './prices/prices.service.js';

/** A parcel of the household that is picked, as the station sees it before it is offered. */
interface OfferedAt {
  number: number;
  code: string;
  name: string;
  areaMu: Mu;
  basicFarmland: boolean;
  /** It stands in a lot already. */
  offered: boolean;
  /** Who has it, and until when; null where it is free. */
  taken: { status: string; until: Day } | null;
}

/** As far as somebody could let land; only what overlaps a term is in its way. */
const far = 36_500;

/** What the station sees beside the fields of a new lot: the household that was found, its land, and what was paid near it. */
@Injectable()
export class ListingEntry {
  constructor(
    private readonly database: Database,
    private readonly finders: Finders,
    private readonly land: LandService,
    private readonly prices: Prices,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  /** `household` is a contractor code, `q` what is looked for, `on` the numbers that links on the map have picked. */
  async beside(_facts: unknown, me: Actor, { household = '', q = '', on = '' }: ActPath): Promise<ShownBeside> {
    const [found] = household === '' ? [] : await this.finders.line('household', household, me);
    const rows = found ? await landOfHousehold(this.land, this.database.reader, household) : [];
    const parcels = await this.parcelsOf(rows);
    const picked = parcels.filter(({ number, offered }) => !offered && on.split('.').includes(String(number)));
    const { stationDraftDays } = await this.parameters.on(this.clock.today());
    const words = q.slice(0, 60).trim();
    return {
      ...{ account: me.accountId ?? '', draftDays: stationDraftDays, words, parcels },
      found: found ?? null,
      households: found ? null : await this.finders.list('household', words, me, words === '' ? 6 : undefined),
      map: mapOf(rows, parcels, new Set(picked.map(({ number }) => number)), household),
      paid: await this.prices.beside(null, rows[0]?.officeCode ?? scopesOf(me)[0] ?? ''),
      values: picked.length > 0 ? { parcels: picked.map(({ code }) => code) } : {},
    };
  }

  private async parcelsOf(rows: readonly LandRow[]): Promise<OfferedAt[]> {
    if (rows.length === 0) return [];
    const { reader } = this.database;
    const today = this.clock.today();
    const offered = await offeredAmong(
      reader,
      rows.map(({ id }) => id),
    );
    const { portions } = await this.land.facts(reader, {
      ...{ subject: 'listing', subjectId: null, plannedUse: '', parentId: null, toleranceMu: mu('0') },
      term: { start: today, end: addDays(today, far) },
      portions: rows.map(({ id: parcelId }) => ({ parcelId, whole: true })),
    });
    return rows.map(({ id, code, name, contractMu, basicFarmland }, index) => {
      const [taker] = portions.find(({ parcelId }) => parcelId === id)?.takenBy ?? [];
      return {
        ...{ number: index + 1, code, name, areaMu: mu(contractMu), basicFarmland, offered: offered.includes(id) },
        taken: taker ? { status: taker.status, until: taker.until } : null,
      };
    });
  }
}

/** The household's land, numbered as in the list; a click picks a parcel or lets it go. */
function mapOf(
  rows: readonly LandRow[],
  parcels: readonly OfferedAt[],
  picked: ReadonlySet<number>,
  household: string,
): MapView | null {
  const plots = rows.flatMap(({ rings, name }, index) => {
    if (rings === null) return [];
    const number = index + 1;
    const on = picked.has(number);
    const offered = parcels[index]?.offered ?? false;
    const next = on ? [...picked].filter((each) => each !== number) : [...picked, number];
    const href = offered ? '' : `/listings/new?household=${household}&on=${next.join('.')}#land`;
    const kind = on ? ('on' as const) : offered ? ('held' as const) : ('' as const);
    return [{ ring: onPlane(rings), kind, number: String(number), href, say: name }];
  });
  return mapView(plots, { pickable: true });
}
