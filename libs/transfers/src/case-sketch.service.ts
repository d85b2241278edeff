import { Injectable } from '@nestjs/common';
import type { Sketch } from '#papers';
import type { Reader, Tx } from '#platform';
import { LandService, type Shape, toPlane } from '#rights';
import type { TransferFacts } from './transfer.facts.js';

/** Fields of the `parcel-map` partial. */
export interface ParcelMap {
  label: string;
  width: number;
  height: number;
  plots: {
    points: string;
    kind: '' | 'on' | 'held';
    number: string;
    x: number;
    y: number;
    href: string;
    say: string;
  }[];
  caption: string;
  northX: number;
  northY: number;
  scaleX: number;
  scaleY: number;
  scaleWidth: number;
  scaleText: string;
  pickable: boolean;
}

interface Plot {
  ring: readonly (readonly [number, number])[];
  number: number | undefined;
  held: boolean;
}

const width = 600;
const margin = 16;
/** Room above the plots for the north arrow, below them for the scale. */
const [above, below] = [40, 24];
/** A number needs so many units; a narrower plot goes without, as numbers over one another say nothing. */
const numberRoom = 16;

/** The sketch of a case's parcels with their neighbours, for paper and page alike. */
@Injectable()
export class CaseSketch {
  constructor(private readonly land: LandService) {}

  /** For papers: rings on the county's plane, in metres. */
  async paper(reader: Reader | Tx, facts: TransferFacts): Promise<Sketch | undefined> {
    const plots = await this.plots(reader, facts, 30);
    if (plots.length === 0) return undefined;
    return { unit: 'metre', plots: plots.map(({ ring, number }) => ({ ring, number })) };
  }

  /** For pages: an SVG's points. Null where the register has no shapes. */
  async page(reader: Reader | Tx, facts: TransferFacts): Promise<ParcelMap | null> {
    return drawMap(await this.plots(reader, facts, 120), `${facts.record.parcelCount} 块流转地块的示意图`);
  }

  /** The case's parcels and some of their neighbours: paper shows fewer, and keeps what it shows for ever. */
  private async plots(reader: Reader | Tx, facts: TransferFacts, neighbours: number): Promise<Plot[]> {
    const rows = await this.land.parcels(
      facts.parcels.map((parcel) => parcel.parcelId),
      reader,
    );
    const numbers = new Map(facts.parcels.map((parcel) => [parcel.parcelId, parcel.seq]));
    const own = rows.flatMap((row) => plotsOf(row.rings, numbers.get(row.id)));
    const frame = frameAround(own);
    if (frame === null) return [];
    const near = await this.land.parcelsWithin(frame, neighbours);
    const others = near.filter((row) => !numbers.has(row.id)).flatMap((row) => plotsOf(row.rings, undefined));
    return [...others, ...own];
  }
}

function plotsOf(rings: Shape | null, number: number | undefined): Plot[] {
  const outer = rings?.[0];
  return outer ? [{ ring: outer.map((point) => toPlane(point)), number, held: false }] : [];
}

function boundsOf(plots: readonly Plot[]): { west: number; south: number; east: number; north: number } {
  const xs = plots.flatMap((plot) => plot.ring.map(([x]) => x));
  const ys = plots.flatMap((plot) => plot.ring.map(([, y]) => y));
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

/** A frame a little wider than the parcels, as PostgreSQL's polygon. */
function frameAround(plots: readonly Plot[]): string | null {
  if (plots.length === 0) return null;
  const { west, south, east, north } = boundsOf(plots);
  const room = Math.max(east - west, north - south) * 0.15;
  const [w, s, e, n] = [west - room, south - room, east + room, north + room];
  return `((${w},${s}),(${e},${s}),(${e},${n}),(${w},${n}))`;
}

/** Draws plots into 600 units' width, north up; the caption says what a sketch is not. */
export function drawMap(plots: readonly Plot[], label: string): ParcelMap | null {
  if (plots.length === 0) return null;
  const { west, south, east, north } = boundsOf(plots);
  const scale = (width - 2 * margin) / Math.max(east - west, 1);
  const edges = margin + above + below;
  const height = Math.round(Math.min(Math.max((north - south) * scale + edges, 180), 700));
  const fit = Math.min(scale, (height - edges) / Math.max(north - south, 1));
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    round(margin + (x - west) * fit),
    round(height - margin - below - (y - south) * fit),
  ];
  const metres = niceLength((width / fit) * 0.2);
  return {
    label,
    width,
    height,
    plots: plots.map((plot) => {
      const points = plot.ring.map((point) => place(point));
      const x = round(points.reduce((sum, point) => sum + point[0], 0) / points.length);
      const y = round(points.reduce((sum, point) => sum + point[1], 0) / points.length);
      const kind = plot.number === undefined ? (plot.held ? 'held' : '') : 'on';
      const number = plot.number === undefined || narrow(points) ? '' : String(plot.number);
      return { points: points.map((point) => point.join(',')).join(' '), kind, number, x, y, href: '', say: '' };
    }),
    caption: '深绿色、有编号的是这次流转的地块。示意图不作为界址依据。',
    northX: width - 28,
    northY: 26,
    scaleX: width - margin - round(metres * fit),
    scaleY: height - 10,
    scaleWidth: round(metres * fit),
    scaleText: `${metres} 米`,
    pickable: false,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function narrow(points: readonly (readonly [number, number])[]): boolean {
  const span = (axis: 0 | 1): number => {
    const places = points.map((point) => point[axis]);
    return Math.max(...places) - Math.min(...places);
  };
  return Math.min(span(0), span(1)) < numberRoom;
}

function niceLength(metres: number): number {
  return [1000, 500, 200, 100, 50, 20, 10].find((each) => each <= metres) ?? 5;
}
