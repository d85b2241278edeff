import { type Flat, type Ring, type Shape, toPlane } from './plane.js';
import { shapeFaults } from './shape.problems.js';

/** Above this the shape is a scan's outline, not a surveyed plot, and the test for crossings would take seconds. */
const MOST_POINTS = 2000;
const SMALLEST_M2 = 0.01;

/** The corners on the plane, each once, without the repeated last one. */
export function flatRing(ring: Ring): Flat[] {
  const open = ring.slice(0, -1);
  return open.filter((p, i) => i === 0 || p[0] !== open[i - 1]![0] || p[1] !== open[i - 1]![1]).map(toPlane);
}

export function signedArea(points: readonly Flat[]): number {
  let twice = 0;
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i]!;
    const [x2, y2] = points[(i + 1) % points.length]!;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/** Square metres on the ground, holes taken off. */
export function areaM2(shape: Shape): number {
  return shape.reduce((sum, ring, i) => {
    const area = Math.abs(signedArea(flatRing(ring)));
    return i === 0 ? area : sum - area;
  }, 0);
}

function side(a: Flat, b: Flat, c: Flat): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function between(a: Flat, b: Flat, c: Flat): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  );
}

/** Do the two closed segments have a point in common? */
export function meet(a: Flat, b: Flat, c: Flat, d: Flat): boolean {
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 !== s2 && s3 !== s4) return true;
  return (
    (s1 === 0 && between(a, b, c)) ||
    (s2 === 0 && between(a, b, d)) ||
    (s3 === 0 && between(c, d, a)) ||
    (s4 === 0 && between(c, d, b))
  );
}

/** A boundary that a person can walk once round without crossing their own way. */
export function isSimple(points: readonly Flat[]): boolean {
  const n = points.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [a, b, c, d] = [points[i]!, points[(i + 1) % n]!, points[j]!, points[(j + 1) % n]!];
      const follows = j === i + 1 || (i === 0 && j === n - 1);
      // Neighbouring edges share a corner; they may only not fold back over each other.
      if (follows ? foldsBack(a, b, c, d) : meet(a, b, c, d)) return false;
    }
  }
  return true;
}

function foldsBack(a: Flat, b: Flat, c: Flat, d: Flat): boolean {
  const [from, corner, to] = b === c ? [a, b, d] : [c, a, b];
  if (side(from, corner, to) !== 0) return false;
  return (corner[0] - from[0]) * (to[0] - corner[0]) + (corner[1] - from[1]) * (to[1] - corner[1]) < 0;
}

/** What is wrong with the ring, in words for the clerk who sent it, or nothing. */
export function ringFault(ring: Ring): string | undefined {
  if (ring.length < 4) return shapeFaults.fewPoints;
  if (ring.length > MOST_POINTS) return shapeFaults.manyPoints(ring.length - 1, MOST_POINTS - 1);
  if (!ring.every(onGlobe)) return shapeFaults.notOnGlobe;
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) return shapeFaults.open;
  const points = flatRing(ring);
  if (!isSimple(points)) return shapeFaults.crossing;
  if (Math.abs(signedArea(points)) < SMALLEST_M2) return shapeFaults.noArea;
  return undefined;
}

function onGlobe(point: readonly number[]): boolean {
  const [lon, lat] = point;
  return (
    point.length >= 2 &&
    Number.isFinite(lon) &&
    Number.isFinite(lat) &&
    lon! >= 73 &&
    lon! <= 136 &&
    lat! >= 3 &&
    lat! <= 54
  );
}

export function shapeFault(shape: Shape): string | undefined {
  if (shape.length === 0) return shapeFaults.none;
  for (const ring of shape) {
    const fault = ringFault(ring);
    if (fault) return fault;
  }
  return areaM2(shape) < SMALLEST_M2 ? shapeFaults.noArea : undefined;
}

/** Outer ring against the clock, holes with it (RFC 7946, 3.1.6), and nothing but two numbers a point. */
export function oriented(shape: Shape): Shape {
  return shape.map((ring, i) => {
    const plain = ring.map(([lon, lat]) => [lon, lat] as const);
    const rightWay = signedArea(flatRing(plain)) > 0 === (i === 0);
    return rightWay ? plain : plain.reverse();
  });
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function boxOf(shape: Shape): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of shape[0] ?? []) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}
