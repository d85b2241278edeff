import { mapWords } from '../paper.words.js';
import { ink } from './ink.js';
import type { Sheet } from './sheet.js';

export type Point = readonly [number, number];

export interface SketchPlot {
  /** The outer ring; first and last point may be the same. */
  readonly ring: readonly Point[];
  /** Its number in the parcel table; a neighbour has none. */
  readonly number?: number | undefined;
}

export interface SketchLine {
  readonly kind: 'road' | 'ditch';
  readonly points: readonly Point[];
  readonly name?: string | undefined;
}

/** What a sketch shows: rings in metres (x east, y north) or in degrees of longitude and latitude. */
export interface Sketch {
  readonly unit: 'metre' | 'degree';
  readonly plots: readonly SketchPlot[];
  readonly lines?: readonly SketchLine[] | undefined;
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Degrees as metres on the tangent plane at the first point: right to a hand's breadth over a village. */
function toMetres(sketch: Sketch): (point: Point) => Point {
  if (sketch.unit === 'metre') return (point) => point;
  const [east = 0, north = 0] = sketch.plots[0]?.ring[0] ?? [];
  const shrink = Math.cos((north * Math.PI) / 180);
  return ([x, y]) => [(x - east) * 111_320 * shrink, (y - north) * 110_574];
}

function bounds(points: readonly Point[]): { west: number; east: number; south: number; north: number } {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, east, south, north };
}

/** A point well inside a ring: the middle of its widest stretch at half height, so an L-shaped plot keeps its number. */
export function insideOf(ring: readonly Point[]): Point {
  const { south, north } = bounds(ring);
  const y = (south + north) / 2;
  const cuts: number[] = [];
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] as Point;
    if (y1 <= y !== y2 <= y) cuts.push(x1 + ((y - y1) * (x2 - x1)) / (y2 - y1));
  });
  cuts.sort((a, b) => a - b);
  let best: Point = ring[0] ?? [0, 0];
  let widest = -1;
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const [from, to] = [cuts[i] as number, cuts[i + 1] as number];
    if (to - from > widest) [widest, best] = [to - from, [(from + to) / 2, y]];
  }
  return best;
}

function scaleBar(metresPerMm: number, room: number): number {
  const most = metresPerMm * room;
  return [5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1].find((step) => step <= most) ?? 1;
}

/** Draws the sketch into a frame: the plots of this paper dark and numbered, neighbours light, north up, with a scale. */
export function drawSketch(sheet: Sheet, sketch: Sketch, frame: Frame): void {
  const metres = toMetres(sketch);
  const plots = sketch.plots.map((plot) => ({ ...plot, ring: plot.ring.map(metres) }));
  const own = plots.filter((plot) => plot.number !== undefined);
  const { west, east, south, north } = bounds((own.length ? own : plots).flatMap((plot) => plot.ring));
  const [wide, high] = [Math.max(east - west, 10), Math.max(north - south, 10)];
  // A margin round the plots leaves room for the neighbours, the arrow and the scale.
  const metresPerMm = Math.max(wide / (frame.width * 0.78), high / (frame.height * 0.68));
  const place = ([x, y]: Point): Point => [
    frame.x + frame.width / 2 + (x - (west + east) / 2) / metresPerMm,
    frame.y + frame.height / 2 - (y - (south + north) / 2) / metresPerMm,
  ];
  const edge = sheet.box(frame.x, frame.y, frame.width, frame.height);
  sheet.fill(edge, '#f1f3ea');
  sheet.write(`q ${edge} W n`);
  for (const plot of plots) if (plot.number === undefined) drawPlot(sheet, plot.ring.map(place), false);
  for (const line of sketch.lines ?? []) drawLine(sheet, line, line.points.map(metres).map(place));
  for (const plot of own) drawPlot(sheet, plot.ring.map(place), true);
  for (const plot of own) drawNumber(sheet, plot.ring.map(place), String(plot.number));
  sheet.write('Q');
  sheet.stroke(edge, ink.hair, 0.25);
  drawNorth(sheet, frame);
  const bar = scaleBar(metresPerMm, frame.width * 0.25);
  drawScale(sheet, frame, bar, bar / metresPerMm);
}

function drawPlot(sheet: Sheet, ring: readonly Point[], own: boolean): void {
  sheet.fill(sheet.polygon(ring), own ? ink.field : ink.plot);
  sheet.stroke(sheet.polygon(ring), own ? ink.white : ink.plotEdge, own ? 0.35 : 0.15);
}

function drawNumber(sheet: Sheet, ring: readonly Point[], number: string): void {
  const { west, east, south, north } = bounds(ring);
  const [x, y] = insideOf(ring);
  const roomy = Math.min(east - west, north - south) >= 3.2 + number.length;
  if (roomy) return sheet.text(x, y, number, { size: 8, weight: 'bold', colour: ink.white, align: 'centre' });
  // A sliver keeps its number beside it on a small white ground.
  const width = sheet.widthOf(number, 6.5, 'bold') + 0.8;
  sheet.fill(sheet.box(east + 0.4, y - 1.4, width, 2.8), ink.white);
  sheet.text(east + 0.4 + width / 2, y, number, { size: 6.5, weight: 'bold', colour: ink.field, align: 'centre' });
}

function drawLine(sheet: Sheet, line: SketchLine, points: readonly Point[]): void {
  const path = points.map(([x, y], i) => `${sheet.x(x)} ${sheet.y(y)} ${i ? 'l' : 'm'}`).join(' ');
  if (line.kind === 'road') sheet.stroke(path, ink.white, 1.4);
  else sheet.stroke(path, '#5b9db8', 0.6, '4 2');
  const [x, y] = points[Math.floor(points.length / 2)] ?? [0, 0];
  if (line.name) sheet.text(x, y, line.name, { size: 6, colour: ink.second, align: 'centre' });
}

function drawNorth(sheet: Sheet, frame: Frame): void {
  const x = frame.x + frame.width - 5;
  const y = frame.y + 3;
  sheet.fill(sheet.box(x - 2.6, y - 1.8, 5.2, 10.4), ink.white);
  sheet.text(x, y, mapWords.north, { size: 7.5, align: 'centre' });
  sheet.fill(sheet.polygon([[x, y + 2], [x + 1.6, y + 7.6], [x, y + 6.2], [x - 1.6, y + 7.6]]), ink.text); // prettier-ignore
}

function drawScale(sheet: Sheet, frame: Frame, metres: number, length: number): void {
  const right = frame.x + frame.width - 4;
  const y = frame.y + frame.height - 3;
  sheet.fill(sheet.box(right - length - 1.5, y - 4.2, length + 3, 5.8), ink.white);
  sheet.stroke(
    `${sheet.x(right - length)} ${sheet.y(y - 0.9)} m ${sheet.x(right - length)} ${sheet.y(y)} l ` +
      `${sheet.x(right)} ${sheet.y(y)} l ${sheet.x(right)} ${sheet.y(y - 0.9)} l`,
    ink.text,
    0.3,
  );
  sheet.text(right - length / 2, y - 2.4, mapWords.metres(metres), { size: 6.5, align: 'centre' });
}
