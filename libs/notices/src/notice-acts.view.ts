import type { Actor } from '#kernel';
import { type FormAct, type OpenStep, field, formAct, formOf, offersOf } from '#platform';
import { boardWords, hangsPeriodSheet, noticeActs, outageWords, posterWords } from './notice.acts.js';
import type { NoticeAtHand } from './notice.facts.js';
import { ProofInput } from './notice.input.js';
import { mayProve } from './notice-venues.service.js';

/** What comes after that which is done at the places of a notice. */
const late: readonly string[] = ['prove-period', 'correct'];

/** What this reader may do with a notice, and at its places: boards, the sheet of the days, spans in the dark. */
export function actsOf(facts: NoticeAtHand, steps: readonly OpenStep[], me: Actor, now: Date): FormAct[] {
  const whole = offersOf(noticeActs, facts, steps, me, now);
  return [
    ...whole.filter(({ action }) => !late.includes(action)),
    ...boardActs(facts, me),
    ...printActs(facts, me),
    ...(steps.some(({ action }) => action === 'extend') ? darkActs(facts) : []),
    ...whole.filter(({ action }) => late.includes(action)),
  ];
}

function boardActs({ record, postings }: NoticeAtHand, me: Actor): FormAct[] {
  return postings
    .filter((posting) => posting.kind === 'village_board' && posting.provenAt === null && record.publishedAt !== null)
    .filter((posting) => mayProve(me, posting))
    .map(({ officeCode }) =>
      formAct({
        action: `prove-${officeCode}`,
        ...boardWords,
        href: `/notices/${record.id}/venues/village_board/proof`,
        multipart: true,
        fields: [
          field.hidden('place', officeCode),
          ...formOf(ProofInput).map((drawn) => ({ ...drawn, id: `${drawn.id}-${officeCode}` })),
        ],
      }),
    );
}

function printActs(facts: NoticeAtHand, me: Actor): FormAct[] {
  if (!hangsPeriodSheet(facts, me)) return [];
  const href = `/papers/${facts.periodSheet?.paperId ?? ''}`;
  return [formAct({ action: 'period-sheet', ...posterWords, href, method: 'get', tone: 'quiet' })];
}

function darkActs({ record, dark }: NoticeAtHand): FormAct[] {
  return dark
    .filter((span) => span.confirmedAt === null)
    .map((span) =>
      formAct({
        action: `dark-${span.id}`,
        ...outageWords(span),
        href: `/notices/${record.id}/dark-intervals/${span.id}/confirmation`,
        tone: 'quiet',
      }),
    );
}
