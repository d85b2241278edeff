import { Inject, Injectable } from '@nestjs/common';
import { formatMu } from '#kernel';
import { CONFIG, type Config, Database } from '#platform';
import { LandService, type MapView, type PlotOnMap, groundOf, mapView, onPlane } from '#rights';
import type { ListingRow } from './listing.list.js';

/** Lots of one page on a map. */
export interface ListingMapView {
  map: MapView;
  /** The number of each lot on it, by its id; none of what has no shape. */
  numbers: Readonly<Record<string, string>>;
  /** A picture of the same ground; empty where the settings name no base map. */
  base: string;
}

/** Where the lots of a page lie: the shapes of their parcels, each leading to its lot. */
@Injectable()
export class ListingMap {
  constructor(
    private readonly database: Database,
    private readonly land: LandService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(rows: readonly ListingRow[]): Promise<ListingMapView | null> {
    const parcels = await this.database.rows<{ lot: string; parcel: string }>(
      'parcels of lots on a page',
      'SELECT listing_id AS lot, parcel_id AS parcel FROM listing_parcel WHERE listing_id = ANY($1) ORDER BY seq',
      [rows.map(({ id }) => id)],
    );
    const shapes = new Map((await this.land.parcels(parcels.map(({ parcel }) => parcel))).map((row) => [row.id, row]));
    const numbers: Record<string, string> = {};
    const plots: PlotOnMap[] = [];
    for (const row of rows) {
      const own = parcels.filter(({ lot }) => lot === row.id).flatMap(({ parcel }) => shapes.get(parcel)?.rings ?? []);
      if (own.length === 0) continue;
      const number = String(Object.keys(numbers).length + 1);
      numbers[row.id] = number;
      for (const [index, ring] of own.entries())
        plots.push({
          ...{ ring: onPlane([ring]), kind: 'on', number: index === 0 ? number : '' },
          ...{ href: `/listings/${row.id}`, say: sayOf(row, number) },
        });
    }
    const map = mapView(plots);
    return map && { map, numbers, base: this.base(plots, map) };
  }

  /** The address of the settings with the ground and the size of the drawing put in. */
  private base(plots: readonly PlotOnMap[], { width, height }: MapView): string {
    const { baseMap } = this.config;
    if (baseMap === '') return '';
    const said: Readonly<Record<string, number>> = { ...groundOf(plots), width, height };
    return baseMap.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(said[name] ?? whole));
  }
}

const sayOf = ({ place, thing, areaMu }: ListingRow, number: string): string =>
  [number, place, thing ?? '', areaMu === null ? '' : formatMu(areaMu)].filter((part) => part !== '').join(' ');
