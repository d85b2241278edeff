import { type Flat, type Shape, toPlane } from './shape/plane.js';

/** A parcel on a page's sketch. */
export interface PlotOnMap {
  rings: Shape;
  /** '' a neighbour, 'on' at stake, 'held' kept by another case. */
  kind: '' | 'on' | 'held';
  number: string;
  href: string;
  say: string;
}

/** What `partials/parcel-map.hbs` draws. */
export interface MapView {
  label: string;
  width: number;
  height: number;
  plots: { points: string; kind: string; number: string; x: string; y: string; href: string; say: string }[];
  caption: string;
  northX: number;
  northY: number;
  scaleX: number;
  scaleY: number;
  scaleWidth: number;
  scaleText: string;
  pickable: boolean;
}

const [WIDTH, HEIGHT, EDGE] = [600, 374, 16];
const bars = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** Fits plots into the sketch, north up, in true proportion; null if none of them has a shape. */
export function mapView(plots: readonly PlotOnMap[], label: string, caption: string, pickable = false): MapView | null {
  const flat = plots.map((plot) => plot.rings[0]?.map(toPlane) ?? []);
  const all = flat.flat();
  if (all.length === 0) return null;
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  const scale = Math.min((WIDTH - 2 * EDGE) / (east - west || 1), (HEIGHT - 2 * EDGE) / (north - south || 1));
  const [left, top] = [(WIDTH - (east - west) * scale) / 2, (HEIGHT - (north - south) * scale) / 2];
  const place = ([x, y]: Flat): Flat => [left + (x - west) * scale, top + (north - y) * scale];
  const bar = bars.findLast((metres) => metres * scale <= 120) ?? 5;
  return {
    label,
    width: WIDTH,
    height: HEIGHT,
    plots: plots.map((plot, i) => {
      const corners = flat[i]!.slice(0, -1).map(place);
      const [x, y] = middle(corners);
      return {
        points: corners.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' '),
        kind: plot.kind,
        number: plot.number,
        x: x.toFixed(0),
        y: y.toFixed(0),
        href: plot.href,
        say: plot.say,
      };
    }),
    caption,
    northX: WIDTH - 28,
    northY: 30,
    scaleX: WIDTH - 20 - bar * scale,
    scaleY: HEIGHT - 20,
    scaleWidth: bar * scale,
    scaleText: `${bar} 米`,
    pickable,
  };
}

/** Where a number stands: for a plot of any sensible shape the middle of its corners is inside. */
function middle(corners: readonly Flat[]): Flat {
  const sum = corners.reduce(([x, y], [cx, cy]) => [x + cx, y + cy] as const, [0, 0] as Flat);
  return [sum[0] / corners.length, sum[1] / corners.length];
}
