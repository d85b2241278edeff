import { fen } from '#kernel';
import type { Reader, Tx } from '#platform';
import { Interest } from './interest.entity.js';
import type { InterestFact } from './listing.facts.js';
import type { Listing } from './listing.entity.js';

/** Everybody who registered for a lot, the first first. */
export async function interestFacts(reader: Reader | Tx, { id }: Pick<Listing, 'id'>): Promise<InterestFact[]> {
  const rows = await reader.find(Interest, { where: { listingId: id }, order: { registeredAt: 'ASC', id: 'ASC' } });
  return rows.map((record) => ({ record, heldFen: fen(0) }));
}
