import { type Deadline, type Of, countedView, daysOf, skippedView, value, view } from '#platform';
import { type DarkSpan, type Erratum, type VenuePosting, proofKinds, venueKinds } from '#publications';
import { noticeParts as labels } from './notice.words.js';

/** A place where a notice hangs, and the proof of it. */
export const venueView = view('NoticeVenue', {
  kind: value.code(venueKinds, labels.venue),
  officeCode: value.text(labels.office),
  place: value.text(labels.place),
  postedAt: value.maybe(value.moment(labels.postedAt)),
  provenAt: value.maybe(value.moment(labels.provenAt)),
  proof: value.maybe(value.code(proofKinds, labels.proof)),
  photo: value.maybe(value.href()),
  sha256: value.maybe(value.text(labels.sha256)),
});
export type Venue = Of<typeof venueView>;

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

/** Working days by which an outage made the period longer. */
export const extensionView = view('NoticeExtension', {
  venue: value.code(venueKinds, labels.venue),
  place: value.text(labels.place),
  reason: value.text(labels.reason),
  workingDays: value.count(labels.lost),
});

/** What whoever reported an outage is told of it. */
export const reportView = view('OutageReport', { id: value.id() }, labels.outage);

/** A span for which a venue could not be read, to the offices of the place. */
export const outageView = view('VenueOutage', {
  id: value.id(),
  venue: value.code(venueKinds, labels.venue),
  place: value.text(labels.place),
  from: value.moment(labels.from),
  to: value.moment(labels.to),
  reason: value.text(labels.reason),
  reportedBy: value.text(labels.reportedBy),
  reportedAt: value.moment(labels.reportedAt),
  confirmedBy: value.maybe(value.text(labels.confirmedBy)),
  confirmedAt: value.maybe(value.moment(labels.confirmedAt)),
  lostWorkingDays: value.maybe(value.count(labels.lost)),
});

const order = Object.keys(venueKinds);

export const venuesOf = (postings: readonly VenuePosting[]): Venue[] =>
  postings
    .toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind))
    .map(({ kind, officeCode, place, postedAt, provenAt, proofKind: proof, evidenceFileId, evidenceSha256 }) => ({
      ...{ kind, officeCode, place, postedAt, provenAt, proof },
      photo: evidenceFileId && `/files/${evidenceFileId}`,
      sha256: evidenceSha256,
    }));

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

export const extensionsOf = (dark: readonly DarkSpan[]): Of<typeof extensionView>[] =>
  dark.flatMap(({ kind: venue, place, reason, lostWorkingDays: workingDays }) =>
    workingDays !== null && workingDays > 0 ? [{ venue, place, reason, workingDays }] : [],
  );

export function outageOf(span: DarkSpan): Of<typeof outageView> {
  const { id, kind: venue, place, darkFrom: from, darkTo: to, reason, reportedBy, reportedAt } = span;
  const { confirmedBy, confirmedAt, lostWorkingDays } = span;
  return { id, venue, place, from, to, reason, reportedBy, reportedAt, confirmedBy, confirmedAt, lostWorkingDays };
}
