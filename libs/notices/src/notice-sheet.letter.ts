import { caseWords } from '#cases';
import { type Day, addDays } from '#kernel';
import { letter } from '#papers';
import { type PublicText, postingStrip, proofKinds, venueKinds } from '#publications';
import type { Notice } from './notice.entity.js';
import type { GatheredNotice } from './notice.facts.js';

/** A notice and the text of it that hangs on the village board. */
export interface OnBoard {
  notice: Notice;
  text: PublicText;
}

/** The same with the least length of its period. */
export interface OnSheet extends OnBoard {
  workingDays: number;
}

/** 公示: the sheet for the village board, under the notice's own number; names as the approved text shows them. */
export const noticeSheet = letter(
  'notice',
  { title: '公示', word: '农公示', form: 'board', atTown: true, edition: 3 },
  (deal: object, { notice: { version }, text, workingDays }: OnSheet, desk: object, issuedOn: Day) => ({
    ...deal,
    version,
    heading: text.title,
    // 张贴的就是批准的那一份文字，一字不改。
    body: `${text.facts.map(({ label, value }) => `${label}：${value}`).join('；')}。${text.paragraphs.join('')}`,
    ...{ desk, workingDays, issuedOn },
  }),
);

/** Why the days are others than on the sheet before. */
export interface Extension {
  reason: string;
  workingDays: number;
}

/** A notice whose period has started. */
export type Started = Pick<GatheredNotice, 'postings'> & { period: NonNullable<GatheredNotice['period']> };

const kinds = { count: 'count', done: 'count', today: 'count', event: 'event', '': 'skip' } as const;

/**
 * 公示起止告示: what the board sheet could not say when it was posted; it hangs beside it from the day on which the period starts,
 * and again, with the reason, each time the days grow. `start` is the day of the last proof, which is not counted.
 */
export const noticeDates = letter(
  'notice_period',
  { title: '公示起止告示', word: '农公示', form: 'dates', edition: 2 },
  (notice: Notice, { period, postings }: Started, extension: Extension | null, phone: string, issuedOn: Day) => ({
    noticeNumber: notice.number ?? '',
    version: notice.version,
    heading: notice.title,
    result: notice.kind === 'result',
    ...{ start: period.start, firstDay: period.firstDay, lastDay: period.lastDay },
    ...{ workingDays: period.counted.length, extension },
    // As it looks before it began: a paper knows no today.
    days: postingStrip(period, postings, addDays(period.start, -30)).days.map(({ day, top: weekday, note, kind }) => ({
      day,
      weekday,
      note,
      kind: kinds[kind],
    })),
    ...{ town: notice.town, village: notice.village },
    // Town and village tell its name.
    desk: { name: '', address: notice.town, phone },
    issuedOn,
  }),
);

/** 公示结果证明, with the deal that was on notice: the venues, the objections with the decision on each, the claims with their results. */
export const noticeProof = letter(
  'notice_proof',
  { title: '公示结果证明', word: '农示证', atTown: true },
  (deal: object, { record, period, postings, cases, claims }: GatheredNotice) => ({
    ...deal,
    noticeNumber: record.number ?? '',
    ...{ firstDay: period?.firstDay, lastDay: period?.lastDay, workingDays: period?.workingDays },
    // The version of the calendar by which they were counted.
    calendar: period?.version,
    venues: postings.flatMap(({ kind, place, provenAt, postedAt, postedBy, proofKind, evidenceSha256 }) => {
      const proof = proofKind ? [proofKinds[proofKind], evidenceSha256?.slice(0, 10)].filter(Boolean).join(' ') : '';
      return provenAt === null ? [] : [{ venue: venueKinds[kind], place, postedAt, by: postedBy ?? '', proof }];
    }),
    objections: cases
      .filter(({ kind }) => kind === 'objection')
      .map(({ number, topic, outcome }) => ({
        ...{ number, kind: caseWords.topics[topic] ?? '' },
        decision: outcome && (caseWords.outcomes[outcome] ?? ''),
      })),
    priorityClaims: claims.map(({ name: claimant, outcome, reasons }) => ({
      claimant,
      result: [outcome && caseWords.outcomes[outcome], reasons].filter(Boolean).join('：'),
    })),
  }),
);
