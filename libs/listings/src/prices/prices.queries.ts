import type { Day, Fen } from '#kernel';
import type { Reader } from '#platform';
import type { TermSpan } from '../listing.words.js';

/** What was paid per mu and year in the deals of a group: the middle price and the middle half, so that no single deal can be read off. */
export interface PaidPrices {
  deals: number;
  lowFen: Fen;
  medianFen: Fen;
  highFen: Fen;
}

/** A group of deals: of a town, and in it of a land class and of a span of years; null stands for all of them. */
export interface PriceGroup extends PaidPrices {
  town: string;
  /** GB/T 21010; empty where the parcels of a deal are of several classes. */
  landClass: string | null;
  span: TermSpan | null;
}

const figures = `count(*)::int AS deals, percentile_disc(0.25) WITHIN GROUP (ORDER BY price_fen) AS "lowFen",
  percentile_disc(0.5) WITHIN GROUP (ORDER BY price_fen) AS "medianFen", percentile_disc(0.75) WITHIN GROUP (ORDER BY price_fen) AS "highFen"`;

/** Prices of the deals that were recorded from a day on, in every group that has one. */
export function pricesByGroup(reader: Reader, since: Day): Promise<PriceGroup[]> {
  return reader.query(
    `SELECT town, class AS "landClass", span, ${figures}
     FROM (
       SELECT left(t.office_code, 9) AS town, t.price_fen, CASE WHEN min(p.land_class) = max(p.land_class) THEN min(p.land_class) ELSE '' END AS class,
         CASE WHEN upper(t.term) - lower(t.term) < 1095 THEN '0-3' WHEN upper(t.term) - lower(t.term) < 1825 THEN '3-5'
           WHEN upper(t.term) - lower(t.term) < 3650 THEN '5-10' ELSE '10-' END AS span
       FROM transfer t JOIN transfer_parcel tp ON tp.transfer_id = t.id JOIN parcel p ON p.id = tp.parcel_id
       WHERE t.recorded_at >= $1::date GROUP BY t.id
     ) AS deal
     GROUP BY GROUPING SETS ((town), (town, class), (town, span), (town, class, span))
     ORDER BY town, class NULLS FIRST, span NULLS FIRST`,
    [since],
  );
}

/** The same of one town as a whole. */
export async function pricesNear(reader: Reader, town: string, since: Day): Promise<PaidPrices> {
  const rows: PaidPrices[] = await reader.query(
    `SELECT ${figures} FROM transfer WHERE recorded_at >= $2::date AND left(office_code, 9) = $1`,
    [town, since],
  );
  return rows[0] as PaidPrices;
}
