import { type Of, value, view } from '#platform';
import type { PostingFacts } from './posting.facts.js';
import type { VenueCheck } from './venue-check.entity.js';
import type { VenuePosting } from './venue-posting.entity.js';
import { proofKinds, venueKinds, venueLabels as labels } from './venue.words.js';
import type { Outage, Showings } from './venues.service.js';

const venueParts = {
  id: value.id(),
  kind: value.code(venueKinds, labels.venue),
  officeCode: value.text(labels.office),
  place: value.text(labels.place),
  postedAt: value.maybe(value.moment(labels.postedAt)),
  provenAt: value.maybe(value.moment(labels.provenAt)),
  proof: value.maybe(value.code(proofKinds, labels.proof)),
  photo: value.maybe(value.href()),
  sha256: value.maybe(value.text(labels.sha256)),
};

/** A place where a text hangs, and the proof of it. Its id is what the acts of the venue are addressed by. */
export const venueView = view('Venue', venueParts);
export type VenueSeen = Of<typeof venueView>;

/** Working days by which an outage made a period longer. */
export const extensionView = view('VenueExtension', {
  venue: value.code(venueKinds, labels.venue),
  place: value.text(labels.place),
  reason: value.text(labels.reason),
  workingDays: value.count(labels.lost),
});

/** A span for which a venue could not be read, to the offices of the place. */
export const outageView = view('VenueOutage', {
  id: value.id(),
  postingId: value.id(),
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

/** What whoever reported an outage is told of it. */
export const reportView = view('OutageReport', { id: value.id() }, labels.reported);

const showingsView = view('ScreenShowings', {
  screen: value.text(labels.screen),
  times: value.count(labels.times),
  lastShownAt: value.moment(labels.lastShownAt),
});
const checkView = view('VenueCheck', {
  inPlace: value.flag(labels.checkInPlace),
  remark: value.text(labels.remark),
  checkedBy: value.text(labels.checkedBy),
  checkedAt: value.moment(labels.checkedAt),
});

/** A text at one venue, to the offices. */
export const postingView = view(
  'Posting',
  {
    ...venueParts,
    removedAt: value.maybe(value.moment(labels.removedAt)),
    title: value.text(labels.title),
    number: value.maybe(value.text(labels.number)),
    address: value.maybe(value.href()),
    showings: value.many(showingsView, labels.showings),
    checks: value.many(checkView, labels.checks),
    outages: value.many(outageView, labels.outages),
  },
  labels.posting,
);
export type Posting = Of<typeof postingView>;

const order = Object.keys(venueKinds);

export function venueOf(posting: VenuePosting): VenueSeen {
  const { id, kind, officeCode, place, postedAt, provenAt, proofKind: proof, evidenceFileId, evidenceSha256 } = posting;
  const photo = evidenceFileId && `/files/${evidenceFileId}`;
  return { ...{ id, kind, officeCode, place, postedAt, provenAt, proof, photo }, sha256: evidenceSha256 };
}

export const venuesOf = (postings: readonly VenuePosting[]): VenueSeen[] =>
  postings.toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind)).map(venueOf);

export const extensionsOf = (outages: readonly Outage[]): Of<typeof extensionView>[] =>
  outages.flatMap(({ kind: venue, place, reason, lostWorkingDays: workingDays }) =>
    workingDays !== null && workingDays > 0 ? [{ venue, place, reason, workingDays }] : [],
  );

export function outageOf(outage: Outage): Of<typeof outageView> {
  const { id, postingId, kind: venue, place, beganAt: from, endedAt: to, reason, reportedBy, reportedAt } = outage;
  const { confirmedBy, confirmedAt, lostWorkingDays } = outage;
  return {
    ...{ id, postingId, venue, place, from, to, reason, reportedBy, reportedAt },
    ...{ confirmedBy, confirmedAt, lostWorkingDays },
  };
}

/** One venue of a text as the offices see it. */
export function postingOf(
  { record, publication, outages, page: address }: PostingFacts,
  showings: readonly Showings[],
  checks: readonly VenueCheck[],
): Posting {
  return {
    ...venueOf(record),
    removedAt: record.removedAt,
    title: publication.text.title,
    number: publication.number,
    address,
    showings: [...showings],
    checks: checks.map(({ inPlace, remark, checkedBy, checkedAt }) => ({ inPlace, remark, checkedBy, checkedAt })),
    outages: outages.map(outageOf),
  };
}
