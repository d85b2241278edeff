import type { Fen, Mu } from '#kernel';
import type { Reader, Tx } from '#platform';
import type { PriceUnit } from '../right-kinds.words.js';
import type { FitReason } from './wanted.words.js';

/** A lot and an advertisement that fit, and why. */
export interface Fit {
  wantedId: string;
  wantedNumber: string | null;
  wantedPlace: string;
  listingId: string;
  place: string;
  thing: string | null;
  areaMu: Mu | null;
  areaFrom: Mu | null;
  areaTo: Mu | null;
  lotPriceFen: Fen;
  priceFen: Fen | null;
  priceUnit: PriceUnit;
  years: number;
  yearsLeast: number | null;
  reasons: FitReason[];
}

/**
 * What is on offer and what is wanted, where nothing that is asked speaks against it: 求租 is renting, so a lot is let or contracted
 * out. Land of several classes fits no wish for one of them; prices are compared in one unit alone.
 */
const fitting = `
  SELECT w.id AS "wantedId", w.number AS "wantedNumber", w.place AS "wantedPlace", l.id AS "listingId", l.place, l.own ->> 'name' AS thing,
    nullif(l.area_mu, 0) AS "areaMu", w.area_from AS "areaFrom", w.area_to AS "areaTo", l.price_fen::bigint AS "lotPriceFen", w.price_fen::bigint AS "priceFen",
    l.price_unit AS "priceUnit", extract(year FROM age(upper(l.term), lower(l.term)))::int AS years, w.years_least AS "yearsLeast",
    array_remove(ARRAY['kind', 'town', CASE WHEN w.villages <> '{}' THEN 'village' END,
      CASE WHEN num_nonnulls(w.area_from, w.area_to) > 0 THEN 'area' END, CASE WHEN w.land_class IS NOT NULL THEN 'land_class' END,
      CASE WHEN w.purpose IS NOT NULL THEN 'purpose' END, CASE WHEN w.price_fen IS NOT NULL THEN 'price' END,
      CASE WHEN w.years_least IS NOT NULL THEN 'term' END], NULL) AS reasons
  FROM wanted w JOIN listing l ON l.kind = w.kind AND l.mode IN ('lease', 'contracting') AND left(l.office_code, 9) = left(w.office_code, 9)
    AND (w.villages = '{}' OR l.office_code = ANY (w.villages))
    AND l.area_mu >= coalesce(w.area_from, 0) AND (w.area_to IS NULL OR l.area_mu <= w.area_to)
    AND (w.land_class IS NULL OR l.land_classes = ARRAY[w.land_class]) AND (w.purpose IS NULL OR l.purpose = w.purpose)
    AND (w.price_fen IS NULL OR (l.price_unit = w.price_unit AND l.price_fen <= w.price_fen))
    AND (w.years_least IS NULL OR upper(l.term) >= lower(l.term) + make_interval(years => w.years_least))`;

/** So many are told of one record. */
const most = 20;

/** Lots on offer that fit an advertisement, ending soonest first. */
export function lotsFor(reader: Reader | Tx, wantedId: string, now: Date): Promise<Fit[]> {
  return reader.query(
    `${fitting} WHERE w.id = $1 AND l.state = 'listed' AND l.published_at IS NOT NULL AND (l.due_at IS NULL OR l.due_at > $2)
     ORDER BY l.closes_on, l.id LIMIT ${most}`,
    [wantedId, now],
  );
}

/** Published advertisements that a lot fits, the newest first. */
export function wishesFor(reader: Reader | Tx, listingId: string, now: Date): Promise<Fit[]> {
  return reader.query(
    `${fitting} WHERE l.id = $1 AND w.state = 'published' AND w.due_at > $2 ORDER BY w.published_at DESC, w.id LIMIT ${most}`,
    [listingId, now],
  );
}
