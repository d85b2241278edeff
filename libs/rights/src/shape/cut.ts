import { Clipper, FillRule, Path64, Paths64, Point64 } from 'clipper2-js';
import { type Flat, type Shape, rounded, toGlobe, toPlane } from './plane.js';
import { areaM2, flatRing, oriented, shapeFault, signedArea } from './ring.js';

export type Compass = 'east' | 'south' | 'west' | 'north';

/** Clipper counts in whole units; a tenth of a millimetre, from the shape's own corner, keeps its products exact. */
const UNITS_PER_M = 10_000;
/** Two portions may touch; their guards then stay this far inside, so that measuring noise is not an overlap. */
export const GUARD_INSET_M = 0.05;

function pathOf(points: readonly Flat[], [ox, oy]: Flat): Path64 {
  const path = new Path64();
  for (const [x, y] of points)
    path.push(new Point64(Math.round((x - ox) * UNITS_PER_M), Math.round((y - oy) * UNITS_PER_M)));
  return path;
}

function pathsOf(shape: Shape, origin: Flat): Paths64 {
  const paths = new Paths64();
  for (const ring of shape) paths.push(pathOf(flatRing(ring), origin));
  return paths;
}

function flatOf(path: Path64, [ox, oy]: Flat): Flat[] {
  return path.map(({ x, y }) => [x / UNITS_PER_M + ox, y / UNITS_PER_M + oy] as const);
}

function ringOf(points: readonly Flat[]): Shape[number] {
  const ring = points.map((p) => rounded(toGlobe(p)));
  return [...ring, ring[0]!];
}

function cornerOf(shape: Shape): Flat {
  return toPlane(shape[0]![0]!);
}

/** Square metres that two shapes share. */
export function overlapM2(a: Shape, b: Shape): number {
  const origin = cornerOf(a);
  const both = Clipper.Intersect(pathsOf(a, origin), pathsOf(b, origin), FillRule.EvenOdd);
  return Math.abs(Clipper.areaPaths(both)) / UNITS_PER_M ** 2;
}

/** Square metres of the first that stick out of the second. */
export function outsideM2(inner: Shape, outer: Shape): number {
  const origin = cornerOf(inner);
  const rest = Clipper.Difference(pathsOf(inner, origin), pathsOf(outer, origin), FillRule.EvenOdd);
  return Math.abs(Clipper.areaPaths(rest)) / UNITS_PER_M ** 2;
}

/** A strip along an edge, as wide as the guard stands back on either side and at both ends. */
function stripAlong([ax, ay]: Flat, [bx, by]: Flat, origin: Flat): Path64 {
  const length = Math.hypot(bx - ax, by - ay);
  const [ux, uy] = [((bx - ax) / length) * GUARD_INSET_M, ((by - ay) / length) * GUARD_INSET_M];
  return pathOf(
    [
      [ax - ux + uy, ay - uy - ux],
      [bx + ux + uy, by + uy - ux],
      [bx + ux - uy, by + uy + ux],
      [ax - ux - uy, ay - uy + ux],
    ],
    origin,
  );
}

/**
 * The outer boundary on the plane, five centimetres inside; nothing if the shape has a neck too thin to have one.
 * The boundary is shaved off edge by edge: the library's own offset moves inwards by half of what it is told.
 */
export function guardOf(shape: Shape): Flat[] | undefined {
  const origin = cornerOf(shape);
  const points = flatRing(oriented(shape)[0]!);
  const outer = new Paths64();
  outer.push(pathOf(points, origin));
  const shavings = new Paths64();
  points.forEach((a, i) => shavings.push(stripAlong(a, points[(i + 1) % points.length]!, origin)));
  const inset = Clipper.Difference(outer, shavings, FillRule.NonZero);
  return inset.length === 1 ? flatOf(inset[0]!, origin) : undefined;
}

/** How far a point lies towards the side that the cut starts from. */
const towards: Record<Compass, (p: Flat) => number> = {
  east: ([x]) => x,
  west: ([x]) => -x,
  north: ([, y]) => y,
  south: ([, y]) => -y,
};

/** The part of the polygon beyond the line; bridges along the line add no area, so the area is right for any shape. */
function beyond(points: readonly Flat[], depth: (p: Flat) => number, line: number): Flat[] {
  const kept: Flat[] = [];
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length]!;
    const [da, db] = [depth(a) - line, depth(b) - line];
    if (da >= 0) kept.push(a);
    if (da * db < 0) kept.push([a[0] + ((b[0] - a[0]) * da) / (da - db), a[1] + ((b[1] - a[1]) * da) / (da - db)]);
  });
  return kept;
}

function lineFor(rings: readonly Flat[][], depth: (p: Flat) => number, wantedM2: number): number {
  const depths = rings[0]!.map(depth);
  let [near, far] = [Math.max(...depths), Math.min(...depths)];
  for (let step = 0; step < 60; step++) {
    const middle = (near + far) / 2;
    const got = rings.reduce((sum, ring, i) => {
      const area = Math.abs(signedArea(beyond(ring, depth, middle)));
      return i === 0 ? area : sum - area;
    }, 0);
    if (got < wantedM2) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/**
 * A portion of the wanted size taken from one side by a straight line across the compass direction.
 * Nothing comes back if the shape is not that large, or if the line would leave the portion in two pieces.
 */
export function cutFrom(shape: Shape, from: Compass, wantedM2: number): Shape | undefined {
  const whole = areaM2(shape);
  if (wantedM2 <= 0 || wantedM2 > whole + 0.01) return undefined;
  if (wantedM2 >= whole - 0.01) return shape;
  const depth = towards[from];
  const rings = shape.map(flatRing);
  const line = lineFor(rings, depth, wantedM2);
  const cut = rings
    .map((ring) => beyond(ring, depth, line))
    .filter((ring) => ring.length >= 3)
    .map(ringOf);
  const portion = oriented(cut);
  return shapeFault(portion) === undefined ? portion : undefined;
}
