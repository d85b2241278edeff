import { type Day, type Fen, formatYuan } from '#kernel';
import { type Of, value, view } from '#platform';
import { landClasses } from '#rights';
import { spanWords } from '../listing.words.js';
import { priceBars, priceParts as parts, severalClasses } from './price.words.js';
import type { PaidPrices, PriceGroup } from './prices.queries.js';

const priceRow = view('PriceRow', {
  town: value.text(parts.town),
  townName: value.text(parts.townName),
  landType: value.maybe(value.text(parts.landType)),
  span: value.maybe(value.code(spanWords, parts.span)),
  deals: value.count(parts.deals),
  lowFen: value.fen(parts.lowFen),
  medianFen: value.fen(parts.medianFen),
  highFen: value.fen(parts.highFen),
});

/** What land was let for, out of the deals alone. */
export const pricesView = view(
  'Prices',
  {
    since: value.day(parts.since),
    least: value.count(parts.least),
    rows: value.many(priceRow, parts.rows),
    unshown: value.count(parts.unshown),
  },
  parts.title,
);
export type PricesView = Of<typeof pricesView>;

/** Groups of too few deals are counted, not told: a price of theirs would be that of a household. */
export function pricesOf(
  groups: readonly PriceGroup[],
  { since, least, towns }: { since: Day; least: number; towns: ReadonlyMap<string, string> },
): PricesView {
  const told = groups.filter(({ deals }) => deals >= least);
  const rows = told.map(({ town, landClass, span, deals, lowFen, medianFen, highFen }) => ({
    ...{ town, townName: towns.get(town) ?? town, span, deals, lowFen, medianFen, highFen },
    landType: landClass === '' ? severalClasses : landClass && (landClasses[landClass] ?? landClass),
  }));
  return { since, least, rows, unshown: groups.length - told.length };
}

const widest = 190;

/** The prices of a town as lying bars, a lot's own price above them where there is one; null where too few deals were made. */
export function priceChart(own: Fen | null, paid: PaidPrices, least: number) {
  if (paid.deals < least) return null;
  const prices = [
    ...(own === null ? [] : [{ name: priceBars.own, fen: own, tone: 'b' }]),
    ...[
      { name: priceBars.low, fen: paid.lowFen, tone: 'a' },
      { name: priceBars.median, fen: paid.medianFen, tone: 'a' },
      { name: priceBars.high, fen: paid.highFen, tone: 'a' },
    ],
  ];
  const most = Math.max(...prices.map(({ fen }) => fen));
  const rows = prices.map(({ name, fen, tone }, index) => ({
    ...{ y: index * 27 + 4, name, tone, late: 0, value: formatYuan(fen) },
    width: Math.round((fen * widest) / most),
  }));
  return { deals: paid.deals, bars: { height: rows.length * 27, rows, goal: null } };
}
