import { type Day, dayOf } from '#kernel';
import { type DueView, type FormAct, type StripView, dueView, stripView, whyView } from '#platform';
import type { GatheredNotice } from './notice.facts.js';
import type { ShownNotice } from './notice.view.js';
import { eventWords } from './notice.words.js';

/** What only the page of a notice needs: its buttons, its map, and its period as it is drawn today. */
export function noticePage(shown: ShownNotice, acts: readonly FormAct[], now: Date) {
  const { record, period, postings, missingVenues } = shown;
  const today = dayOf(now);
  const proven = postings.filter(({ provenAt }) => provenAt !== null && period?.start === dayOf(provenAt));
  return {
    acts,
    due: noticeDue(shown, now),
    missing: missingVenues,
    over: period !== null && period.dueAt <= now,
    ordinal: period?.counted.find(({ day }) => day === today)?.ordinal ?? null,
    lastVenues: [...new Set(proven.map(({ kind }) => kind))],
    strip: noticeStrip(shown, today),
    why: period && whyView(period),
    map: record.map,
  };
}

/** How long one may still object; null before and after the period. */
export function noticeDue({ record, period, calendar }: GatheredNotice, now: Date): DueView | null {
  const running = record.state === 'running' && period !== null && period.dueAt > now;
  return running ? dueView(period, now, calendar) : null;
}

/** The period day by day, with the days on which venues had their proof. */
export function noticeStrip(
  { period, postings }: Pick<GatheredNotice, 'period' | 'postings'>,
  today: Day,
): StripView | null {
  if (!period) return null;
  const events = new Map<Day, string>();
  for (const { kind, provenAt } of postings.toSorted((left, right) => (left.kind < right.kind ? 1 : -1)))
    if (provenAt !== null) events.set(dayOf(provenAt), eventWords[kind]);
  return stripView(period, today, { events: [...events].map(([day, note]) => ({ day, note })) });
}
