/**
 * From the globe to a flat county and back: the cylindrical equal-area projection of the CGCS2000 ellipsoid, true in
 * scale at the parallel of the county. Areas are true everywhere, which is what a contract is about; lengths are off by
 * at most 3 in 1,000 within 20 km of the parallel, which is enough for a guard strip of five centimetres.
 * One plane for all parcels, so that a shape cut today still meets the neighbour that was cut ten years ago.
 */
export type Point = readonly [lon: number, lat: number];
export type Flat = readonly [x: number, y: number];
/** Closed (the first point is repeated at the end), as GeoJSON has it. */
export type Ring = readonly Point[];
/** The outer ring first, then the holes (a grave, a well), as GeoJSON has it. */
export type Shape = readonly Ring[];

const EQUATOR_M = 6378137;
const FLATTENING = 1 / 298.257222101;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
const DEGREE = Math.PI / 180;

/** 商河县城, the point (0, 0) of the plane. */
export const ORIGIN: Point = [117.15, 37.31];

const sin0 = Math.sin(ORIGIN[1] * DEGREE);
const K0 = Math.cos(ORIGIN[1] * DEGREE) / Math.sqrt(1 - E2 * sin0 * sin0);

/** Area of the belt from the equator to the latitude, for a unit sphere of the same equator (Snyder 3-12). */
function belt(lat: number): number {
  const s = Math.sin(lat * DEGREE);
  return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
}

const Q0 = belt(ORIGIN[1]);

export function toPlane([lon, lat]: Point): Flat {
  return [EQUATOR_M * K0 * (lon - ORIGIN[0]) * DEGREE, (EQUATOR_M * (belt(lat) - Q0)) / (2 * K0)];
}

export function toGlobe([x, y]: Flat): Point {
  const q = (2 * K0 * y) / EQUATOR_M + Q0;
  let phi = Math.asin(q / 2);
  // Newton's steps of Snyder 3-16; three reach a hundredth of a millimetre in these latitudes.
  for (let step = 0; step < 4; step++) {
    const s = Math.sin(phi);
    const w = 1 - E2 * s * s;
    phi += ((w * w) / (2 * Math.cos(phi))) * (q / (1 - E2) - s / w + Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
  }
  return [ORIGIN[0] + x / (EQUATOR_M * K0) / DEGREE, phi / DEGREE];
}

/** Nine decimals are a tenth of a millimetre: neighbours that shared a point before still share it after. */
export function rounded([lon, lat]: Point): Point {
  return [Math.round(lon * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9];
}
