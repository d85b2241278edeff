#!/usr/bin/env bash
# @turf/area 7.4.0 measures on a sphere of 6,371,008.8 m. A parcel of CGCS2000 degrees comes out 0.29 % too large at 20° N (Hainan),
# 0.04 % too small at 37.3° N (Shanghe) and 0.22 % too small at 45° N (Heilongjiang): 2 to 3 mu on a lease of 1,000 mu, where registers
# keep two decimals of one mu. geographiclib-geodesic 2.2.0 on the ellipsoid of CGCS2000 (a = 6378137, 1/f = 298.257222101) is the measure.
# Source: `earthRadius` in @turf/helpers, and the sum over a ring in @turf/area; neither page names the size of the error.
# What follows: areas of record by the ellipsoid or on the plane of the survey's zone; the sphere for drawing only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @turf/area@7.4.0 geographiclib-geodesic@2.2.0
cat >look.mjs <<'END'
import { area } from '@turf/area';
import geodesic from 'geographiclib-geodesic';
import assert from 'node:assert';

const cgcs2000 = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);
const expected = { 20: 0.29, 37.31: -0.04, 45: -0.22 };
for (const [latitude, percent] of Object.entries(expected)) {
  const [x, y, side] = [117.15, Number(latitude), 0.003];
  const ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];
  const polygon = cgcs2000.Polygon(false);
  for (const [longitude, at] of ring.slice(0, 4)) polygon.AddPoint(at, longitude);
  const right = Math.abs(polygon.Compute(false, true).area);
  const seen = (area({ type: 'Polygon', coordinates: [ring] }) / right - 1) * 100;
  console.log(`${latitude}° N: ${(right / 2000 * 3).toFixed(2)} mu on the ellipsoid, by @turf/area ${seen.toFixed(3)} % off`);
  assert.equal(Number(seen.toFixed(2)), percent);
}
END
node look.mjs
