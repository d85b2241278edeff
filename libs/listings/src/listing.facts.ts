import type { Actor, Blocker, Day, Fen, Parameters, Term } from '#kernel';
import type { HouseholdConsent } from '#parties';
import type { Interest } from './interest.entity.js';
import type { Listing } from './listing.entity.js';
import type { OfferedParcel } from './listings.queries.js';

/** Somebody who is interested, and what came in of his deposit in time. */
export interface InterestFact {
  record: Interest;
  heldFen: Fen;
}

/** Everything the rules of a lot ask about, gathered once under the lock. */
export interface ListingFacts {
  record: Listing;
  belongsTo: (actor: Actor) => boolean;
  term: Term;
  today: Day;
  parcels: readonly OfferedParcel[];
  parameters: Parameters;
  /** What the register itself refuses. */
  land: Readonly<Record<'term' | 'area' | 'purpose' | 'occupied' | 'encumbered', readonly Blocker[]>>;
  /** The lot's own reservation, while it holds. */
  right: { id: string; reservedUntil: Date } | null;
  consents: readonly HouseholdConsent[];
  interests: readonly InterestFact[];
  /** Accounts that entered it, and that checked it in the town. */
  enterers: readonly string[];
  acceptors: readonly string[];
  /** The case that came of it. */
  deal: { id: string; number: string | null; state: string } | null;
}
