import type { Publication } from './publication.entity.js';
import type { CountedDays } from './publishers.js';
import type { VenuePosting } from './venue-posting.entity.js';
import type { Outage } from './venues.service.js';

/** A text at one venue, as its page shows it and its acts find it. */
export interface PostingFacts {
  record: VenuePosting;
  publication: Publication;
  /** Of this venue. */
  outages: Outage[];
  /** Where the text is read whole. */
  page: string | null;
  /** The days that an outage is counted in; null where its own days count. */
  days: CountedDays | null;
  /** Whether an outage counts at all now. */
  counts: boolean;
}
