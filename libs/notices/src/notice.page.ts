import { dayOf } from '#kernel';
import { type DueView, type FormAct, dueView, whyView } from '#platform';
import { postingStrip } from '#publications';
import type { GatheredNotice } from './notice.facts.js';
import type { ShownNotice } from './notice.view.js';

/** What only the page of a notice needs: its buttons, its map, and its period as it is drawn today. */
export function noticePage(shown: ShownNotice, acts: readonly FormAct[], now: Date) {
  const { publication, period, postings, missingVenues } = shown;
  const today = dayOf(now);
  const proven = postings.filter(({ provenAt }) => provenAt !== null && period?.start === dayOf(provenAt));
  return {
    acts,
    due: noticeDue(shown, now),
    missing: missingVenues,
    over: period !== null && period.dueAt <= now,
    ordinal: period?.counted.find(({ day }) => day === today)?.ordinal ?? null,
    lastVenues: [...new Set(proven.map(({ kind }) => kind))],
    strip: period && postingStrip(period, postings, today),
    why: period && whyView(period),
    map: publication.map,
  };
}

/** How long one may still object; null before and after the period. */
export function noticeDue({ record, period, calendar }: GatheredNotice, now: Date): DueView | null {
  const running = record.state === 'running' && period !== null && period.dueAt > now;
  return running ? dueView(period, now, calendar) : null;
}
