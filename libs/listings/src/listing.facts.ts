import type { Actor, Blocker, Day, Fen, Parameters, Term } from '#kernel';
import type { CollectiveDecision, HouseholdConsent, ValidPowerOfAttorney } from '#parties';
import type { Interest } from './interests/interest.entity.js';
import type { Listing } from './listing.entity.js';
import type { OfferedParcel } from './listings.queries.js';

/** Somebody who is interested, and what came in of his deposit in time. */
export interface InterestFact {
  record: Interest;
  heldFen: Fen;
  /** His money came in time; and with it nothing stands in his way. Known only while the lot is decided, and shown to nobody. */
  paid: boolean;
  admitted: boolean;
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
  /** Letters of its households to agents that were not taken back, for this lot or in general. */
  powersOfAttorney: readonly ValidPowerOfAttorney[];
  /** Who gives it, where it is no contracted land, and what its assembly decided. */
  holder: { id: string; name: string; collective: boolean } | null;
  decided: CollectiveDecision | null;
  interests: readonly InterestFact[];
  /** Whose bid won, where it was bid for; null while whoever is admitted may still take it. */
  winnerId: string | null;
  /** Accounts that entered it, and that checked it in the town. */
  enterers: readonly string[];
  acceptors: readonly string[];
  /** What came of it: a case of `transfers`, or a deal of its own. */
  deal: { id: string; number: string | null; things: 'transfers' | 'right-deals' } | null;
}
