import { Inject, Injectable } from '@nestjs/common';
import { formatMu } from '#kernel';
import { CONFIG, type Config, Database } from '#platform';
import { LandService, type MapView, type PlotOnMap, frameOf, groundOf, mapView, onPlane } from '#rights';
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
    const seen = visible(plots);
    const map = mapView(seen);
    return map && { map, numbers, base: this.base(seen, map) };
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

/** Pixels that a lot takes at the least, and those of the drawing. */
const [leastSeen, across] = [10, 568];

/** Over a whole county a parcel is less than a dot: what nobody would see is a mark at its place. */
function visible(plots: readonly PlotOnMap[]): PlotOnMap[] {
  if (plots.length === 0) return [];
  const { west, east } = frameOf(plots.map(({ ring }) => ring));
  const half = ((east - west) / across) * (leastSeen / 2);
  return plots.flatMap((plot) => {
    const own = frameOf([plot.ring]);
    if (Math.max(own.east - own.west, own.north - own.south) >= 2 * half) return [plot];
    if (plot.number === '') return [];
    const [x, y] = [(own.west + own.east) / 2, (own.south + own.north) / 2];
    const [top, right, bottom, left] = [
      [x, y + half],
      [x + half, y],
      [x, y - half],
      [x - half, y],
    ] as const;
    return [{ ...plot, ring: [top, right, bottom, left, top] }];
  });
}
