import { Injectable } from '@nestjs/common';
import type { Sketch } from '#papers';
import type { Reader, Tx } from '#platform';
import { LandService, type MapView, type Shape, frameOf, mapView, onPlane } from '#rights';

/** A parcel of the case by its number in the table, or a neighbour without one. */
interface Plot {
  ring: readonly (readonly [number, number])[];
  number: number | undefined;
}

/** Parcels under their numbers in the table. */
interface Land {
  parcels: readonly { parcelId: string; seq: number }[];
}

/** The sketch of a case's parcels with their neighbours, for paper and page alike. */
@Injectable()
export class TransferSketch {
  constructor(private readonly land: LandService) {}

  /** For papers: rings on the county's plane, in metres. */
  async paper(reader: Reader | Tx, facts: Land): Promise<Sketch | undefined> {
    const plots = await this.plots(reader, facts, 30);
    if (plots.length === 0) return undefined;
    return { unit: 'metre', plots: plots.map(({ ring, number }) => ({ ring, number })) };
  }

  /** For pages: an SVG's points. Null where the register has no shapes. */
  async page(reader: Reader | Tx, facts: Land): Promise<MapView | null> {
    return transferMap(await this.plots(reader, facts, 120));
  }

  /** The case's parcels and some of their neighbours: paper shows fewer, and keeps what it shows for ever. */
  private async plots(reader: Reader | Tx, facts: Land, neighbours: number): Promise<Plot[]> {
    const rows = await this.land.parcels(
      facts.parcels.map((parcel) => parcel.parcelId),
      reader,
    );
    const numbers = new Map(facts.parcels.map((parcel) => [parcel.parcelId, parcel.seq]));
    const own = rows.flatMap((row) => plotsOf(row.rings, numbers.get(row.id)));
    const frame = frameAround(own);
    if (frame === null) return [];
    const near = await this.land.parcelsWithin(frame, neighbours, reader);
    const others = near.filter((row) => !numbers.has(row.id)).flatMap((row) => plotsOf(row.rings, undefined));
    return [...others, ...own];
  }
}

function plotsOf(rings: Shape | null, number: number | undefined): Plot[] {
  return rings === null ? [] : [{ ring: onPlane(rings), number }];
}

/** A frame a little wider than the parcels, as PostgreSQL's polygon. */
function frameAround(plots: readonly Plot[]): string | null {
  if (plots.length === 0) return null;
  const { west, south, east, north } = frameOf(plots.map((plot) => plot.ring));
  const room = Math.max(east - west, north - south) * 0.15;
  const [w, s, e, n] = [west - room, south - room, east + room, north + room];
  return `((${w},${s}),(${e},${s}),(${e},${n}),(${w},${n}))`;
}

/** The sketch of numbered parcels among their neighbours, as a page shows it. */
export function transferMap(plots: readonly Plot[]): MapView | null {
  return mapView(
    plots.map(({ ring, number }) => ({
      ring,
      kind: number === undefined ? '' : 'on',
      number: number === undefined ? '' : String(number),
      href: '',
      say: '',
    })),
  );
}
