import { type Fen, fen, perMuYear, termOfYears, termYears } from '#kernel';
import type { ListingFacts } from './listing.facts.js';
import type { Listing } from './listing.entity.js';

/** A year's price; of what is sold for one sum, that sum. */
export const yearlyOf = ({ priceUnit, priceFen, areaMu }: Pick<Listing, 'priceUnit' | 'priceFen' | 'areaMu'>): Fen =>
  priceUnit === 'mu_year' ? perMuYear(priceFen, areaMu) : priceFen;

/** A year's price, and the whole term's where that is of whole years. */
export function moneyOf({ record, term }: Pick<ListingFacts, 'record' | 'term'>): {
  yearlyFen: Fen;
  totalFen: Fen | null;
} {
  const yearlyFen = yearlyOf(record);
  if (record.priceUnit === 'total') return { yearlyFen, totalFen: yearlyFen };
  const years = termYears(term);
  const whole = years > 0 && termOfYears(term.start, years).end === term.end;
  return { yearlyFen, totalFen: whole ? fen(yearlyFen * years) : null };
}
