import { type Mu, mu, muToSquareMetres, muUnits, squareMetresToMu } from '#kernel';
import type { LandRow } from './land.queries.js';
import { portionFaults, rightProblems } from './right.problems.js';
import type { Portion, PortionRequest } from './right.input.js';
import { cutFrom, guardOf } from './shape/cut.js';
import type { Flat, Shape } from './shape/plane.js';
import { areaM2, oriented, shapeFault } from './shape/ring.js';

/** Guard of a whole parcel: wider than any county, so that it meets every portion. */
export const WHOLE = '((-1e9,-1e9),(1e9,-1e9),(1e9,1e9),(-1e9,1e9))';

/** Points on the plane as PostgreSQL's polygon. */
export function polygonText(points: readonly Flat[]): string {
  return `(${points.map(([x, y]) => `(${x.toFixed(4)},${y.toFixed(4)})`).join(',')})`;
}

/** Works a wish out against the parcel: its shape closed, its area known. */
export function portionOf(wish: PortionRequest, land: LandRow): Portion {
  if (wish.whole) return { parcelId: land.id, whole: true, rings: null, areaMu: land.contractMu };
  if (!land.rings) throw rightProblems.noShape({ detail: portionFaults.noShape(land) });
  if ('rings' in wish) {
    const fault = shapeFault(wish.rings);
    if (fault) throw rightProblems.portionWrong({ detail: portionFaults.badShape(land, fault) });
    const rings = oriented(wish.rings);
    return checked(
      { parcelId: land.id, whole: false, rings, areaMu: squareMetresToMu(areaM2(rings).toFixed(2)) },
      land,
    );
  }
  const rings = cutFrom(land.rings, wish.from, wantedM2(wish.areaMu, land.parcelMu, land.rings));
  if (!rings) throw rightProblems.portionWrong({ detail: portionFaults.notCut(land, wish.areaMu) });
  return checked({ parcelId: land.id, whole: false, rings, areaMu: wish.areaMu }, land);
}

/**
 * The share of the shape that is the share of the area: what a contract calls half is half on the map, even where the
 * map is a few square metres off the recorded area.
 */
function wantedM2(asked: Mu, whole: Mu, shape: Shape): number {
  if (muUnits(asked) <= 0n) throw rightProblems.portionWrong({ detail: portionFaults.noArea });
  return (Number(muToSquareMetres(asked)) / Number(muToSquareMetres(mu(whole)))) * areaM2(shape);
}

function checked(portion: Portion, land: LandRow): Portion {
  if (portion.rings && !guardOf(portion.rings))
    throw rightProblems.portionWrong({ detail: portionFaults.tooNarrow(land) });
  return portion;
}

/** The polygon that the exclusion constraint compares. */
export function guardText(portion: Portion): string {
  if (!portion.rings) return WHOLE;
  const guard = guardOf(portion.rings);
  if (!guard) throw rightProblems.portionWrong();
  return polygonText(guard);
}
