import { type Flat, type Point, type Shape, toGlobe, toPlane } from './shape/plane.js';

/** A parcel on a page's sketch. */
export interface PlotOnMap {
  /** Its outline on the county's plane, in metres. */
  ring: readonly Flat[];
  /** '' a neighbour, 'on' at stake, 'held' kept by another case. */
  kind: '' | 'on' | 'held';
  number: string;
  href: string;
  say: string;
}

/** What `partials/parcel-map.hbs` draws; what it is called and what is said of it, the page says. */
export interface MapView {
  width: number;
  height: number;
  plots: {
    points: string;
    kind: string;
    number: string;
    /** The plot is too narrow for its number, which stands above it. */
    beside: boolean;
    x: number;
    y: number;
    href: string;
    say: string;
  }[];
  northX: number;
  northY: number;
  scaleX: number;
  scaleY: number;
  scaleWidth: number;
  scaleMetres: number;
  pickable: boolean;
}

const [width, margin] = [600, 16];
/** Room above the plots for the north arrow, below them for the scale. */
const [above, below] = [40, 24];
const [lowest, highest] = [180, 700];
/** Width that a number needs, and how far above a plot it stands otherwise. */
const [numberRoom, lift] = [16, 8];
const bars = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** How plots are fitted into the sketch: how high it is, how much of it a metre takes, where the ground begins. */
function fitted(plots: readonly PlotOnMap[]) {
  const { west, south, east, north } = frameOf(plots.map((plot) => plot.ring));
  const edges = margin + above + below;
  const scale = (width - 2 * margin) / Math.max(east - west, 1);
  const height = Math.round(Math.min(Math.max((north - south) * scale + edges, lowest), highest));
  const fit = Math.min(scale, (height - edges) / Math.max(north - south, 1));
  const left = (width - (east - west) * fit) / 2;
  return { height, fit, left, west, south };
}

/** The ground that the whole sketch of these plots shows, in degrees. */
export function groundOf(plots: readonly PlotOnMap[]): Record<'west' | 'south' | 'east' | 'north', number> {
  const { height, fit, left, west, south } = fitted(plots);
  const corner = (x: number, y: number): Point =>
    toGlobe([west + (x - left) / fit, south + (height - margin - below - y) / fit]);
  const [[first, bottom], [last, top]] = [corner(0, height), corner(width, 0)];
  const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;
  return { west: degrees(first), south: degrees(bottom), east: degrees(last), north: degrees(top) };
}

/** Fits plots into the sketch, north up, in true proportion; null if there are none. */
export function mapView(plots: readonly PlotOnMap[], { pickable = false } = {}): MapView | null {
  if (plots.length === 0) return null;
  const { height, fit, left, west, south } = fitted(plots);
  const place = ([x, y]: Flat): Flat => [
    round(left + (x - west) * fit),
    round(height - margin - below - (y - south) * fit),
  ];
  const metres = bars.findLast((each) => each * fit <= width / 5) ?? 5;
  return {
    pickable,
    width,
    height,
    plots: plots.map(({ ring, ...plot }) => ({ ...plot, ...drawn(ring.map(place), plot.number !== '') })),
    northX: width - 28,
    northY: 26,
    scaleX: width - margin - round(metres * fit),
    scaleY: height - 10,
    scaleWidth: round(metres * fit),
    scaleMetres: metres,
  };
}

/** An outline from the register on the county's plane. */
export const onPlane = (rings: Shape): Flat[] => (rings[0] ?? []).map(toPlane);

/** The smallest upright frame around outlines, in metres. */
export function frameOf(rings: readonly (readonly Flat[])[]): {
  west: number;
  south: number;
  east: number;
  north: number;
} {
  const xs = rings.flatMap((ring) => ring.map(([x]) => x));
  const ys = rings.flatMap((ring) => ring.map(([, y]) => y));
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

/** Where a number stands: for a plot of any sensible shape the middle of its corners is inside. */
function drawn(
  corners: readonly Flat[],
  numbered: boolean,
): Pick<MapView['plots'][number], 'points' | 'beside' | 'x' | 'y'> {
  const { west, south, east, north } = frameOf([corners]);
  const beside = numbered && Math.min(east - west, north - south) < numberRoom;
  // A ring ends where it began: each corner counts once.
  const once = corners.slice(1);
  const middle = (axis: 0 | 1): number => once.reduce((sum, corner) => sum + corner[axis], 0) / once.length;
  return {
    points: corners.map((corner) => corner.join(',')).join(' '),
    beside,
    x: round(middle(0)),
    y: beside ? round(south - lift) : round(middle(1)),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
