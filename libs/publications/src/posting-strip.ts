import { type Day, dayOf } from '#kernel';
import { type StripView, stripView } from '#platform';
import type { VenuePosting } from './venue-posting.entity.js';
import { eventWords } from './venue.words.js';

/** A period day by day, with the days on which venues had their proof. */
export function postingStrip(
  period: Parameters<typeof stripView>[0],
  postings: readonly VenuePosting[],
  today: Day,
): StripView {
  const events = new Map<Day, string>();
  for (const { kind, provenAt } of postings.toSorted((left, right) => (left.kind < right.kind ? 1 : -1)))
    if (provenAt !== null) events.set(dayOf(provenAt), eventWords[kind]);
  return stripView(period, today, { events: [...events].map(([day, note]) => ({ day, note })) });
}
