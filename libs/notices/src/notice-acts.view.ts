import type { Actor } from '#kernel';
import { type FormAct, type OpenStep, offersOf } from '#platform';
import { type Publication, postingActsOf } from '#publications';
import { noticeActs } from './notice.acts.js';
import { type NoticeAtHand, countedDays } from './notice.facts.js';

/** What stands on the page of each venue only, and what comes after all that is done at venues. */
const aside: readonly string[] = ['check'];
const late: readonly string[] = ['correct'];

/** What this reader may do with a notice, and at its venues. */
export function actsOf(
  facts: NoticeAtHand,
  publication: Publication,
  steps: readonly OpenStep[],
  me: Actor,
  now: Date,
): FormAct[] {
  const whole = offersOf(noticeActs, facts, steps, me, now);
  const page = `/notices/${facts.record.id}`;
  const days = countedDays(facts.record, facts.period);
  const venues = facts.postings.flatMap((record) => {
    const outages = facts.outages.filter(({ postingId }) => postingId === record.id);
    return postingActsOf({ record, publication, outages, page, days, counts: days !== null }, me, now);
  });
  return [
    ...whole.filter(({ action }) => !late.includes(action)),
    ...venues.filter(({ action }) => !aside.includes(action)),
    ...whole.filter(({ action }) => late.includes(action)),
  ];
}
