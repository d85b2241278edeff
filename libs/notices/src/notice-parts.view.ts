import { type Deadline, type Of, countedView, daysOf, skippedView, value, view } from '#platform';
import type { Erratum } from '#publications';
import { noticeParts as labels } from './notice.words.js';

/** The period of a notice, day by day. */
export const periodView = view(
  'NoticePeriod',
  {
    start: value.day(labels.start),
    firstDay: value.day(labels.firstDay),
    lastDay: value.day(labels.lastDay),
    dueAt: value.moment(labels.dueAt),
    provisional: value.flag(labels.provisional),
    basis: value.text(labels.basis),
    calendarVersion: value.text(labels.calendar),
    counted: value.many(countedView, labels.counted),
    skipped: value.many(skippedView, labels.skipped),
  },
  labels.period,
);

export const erratumView = view('Erratum', {
  wrong: value.text(labels.wrong),
  right: value.text(labels.right),
  reason: value.text(labels.reason),
  approvedAt: value.moment(labels.approvedAt),
});

export const periodOf = (period: Deadline): Of<typeof periodView> => {
  const { start, firstDay, lastDay, dueAt, provisional, basis, version: calendarVersion } = period;
  return {
    ...{ start, firstDay, lastDay, dueAt, provisional, basis, calendarVersion },
    ...daysOf(period),
  };
};

export const erratumOf = ({ wrong, right, reason, approvedAt }: Erratum): Of<typeof erratumView> => ({
  ...{ wrong, right, reason, approvedAt },
});
