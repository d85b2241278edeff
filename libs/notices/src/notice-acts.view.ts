import type { Actor } from '#kernel';
import { type FormAct, type OpenStep, field, formAct, formOf, offersOf } from '#platform';
import { venueKinds } from '#publications';
import { hangsPeriodSheet, noticeActs } from './notice.acts.js';
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
        label: '传公示栏照片',
        href: `/notices/${record.id}/venues/village_board/proof`,
        hint: '要看得清整张纸和公示栏。',
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
  const print = { action: 'period-sheet', label: '打印公示起止告示', href, hint: '贴在公示单旁边。' };
  return [formAct({ ...print, method: 'get', tone: 'quiet' })];
}

function darkActs({ record, dark }: NoticeAtHand): FormAct[] {
  return dark
    .filter((span) => span.confirmedAt === null)
    .map((span) =>
      formAct({
        action: `dark-${span.id}`,
        label: `确认中断：${venueKinds[span.kind]}`,
        href: `/notices/${record.id}/dark-intervals/${span.id}/confirmation`,
        hint: `${span.reason}，报告人 ${span.reportedBy}`,
        tone: 'quiet',
      }),
    );
}
