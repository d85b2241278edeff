import { type Actor, mu, reaches, speaksFor } from '#kernel';
import { publicCaseOf, publicCaseParts, publicCaseView } from '#cases';
import { type FormAct, type Of, blockerValue, offerOf, offerView, stateWords, value, view } from '#platform';
import {
  type Erratum,
  type Publication,
  extensionView,
  extensionsOf,
  outageOf,
  outageView,
  publicParcelView,
  publicParcelsOf,
  publicTextOf,
  publicTextView,
  venueView,
  venuesOf,
} from '#publications';
import type { Notice as NoticeRecord } from './notice.entity.js';
import type { NoticeAtHand } from './notice.facts.js';
import { withoutNames } from './notice.letter.js';
import { seenState } from './notice-list.view.js';
import { erratumOf, erratumView, periodOf, periodView } from './notice-parts.view.js';
import { clearBlockers } from './notice.rules.js';
import { changedTerms, shownName } from './notice.terms.js';
import { changedTermWords, noticeKinds, noticeParts as labels } from './notice.words.js';
import { noticeWorkflow } from './notice.workflow.js';
import { claimLineOf, claimLineView } from './priority-claim.view.js';

/** The terms under their names, people by family name only. */
export const termsView = view(
  'NoticeTerms',
  {
    transferor: value.maybe(value.text(labels.transferor)),
    transferors: value.count(labels.transferors),
    transferee: value.maybe(value.text(labels.transferee)),
    areaMu: value.mu(labels.areaMu),
    mode: value.text(labels.mode),
    termStart: value.day(labels.termStart),
    termEnd: value.maybe(value.day(labels.termEnd)),
    price: value.text(labels.price),
    yearly: value.text(labels.yearly),
    payment: value.text(labels.payment),
    use: value.text(labels.use),
  },
  labels.terms,
);

const previousView = view('PreviousNotice', {
  id: value.id(),
  number: value.maybe(value.text(labels.number)),
  changed: value.many(value.code(changedTermWords), labels.changed),
});
const nextView = view('NextNotice', { id: value.id(), number: value.maybe(value.text(labels.number)) });

/** What the offices of the place see besides. */
const staffView = view(
  'NoticeStaffSide',
  {
    blockers: value.many(blockerValue, labels.blockers),
    cases: value.many(view('NoticeLetter', { ...publicCaseParts, id: value.id() }), labels.cases),
    claims: value.many(claimLineView, labels.claims),
    outages: value.many(outageView, labels.outages),
  },
  labels.staff,
);

/** A notice: the public gets the masked text and counts, staff of the place also what is open and why. */
export const noticeView = view(
  'Notice',
  {
    id: value.id(),
    revision: value.count(),
    number: value.maybe(value.text(labels.number)),
    version: value.count(labels.version),
    caseNumber: value.text(labels.caseNumber),
    kind: value.code(noticeKinds, labels.kind),
    state: value.code(stateWords(noticeWorkflow), labels.state),
    town: value.text(labels.town),
    village: value.text(labels.village),
    publishedAt: value.maybe(value.moment(labels.publishedAt)),
    archived: value.flag(labels.archived),
    terms: termsView,
    text: publicTextView,
    parcels: value.many(publicParcelView, labels.parcels),
    hash: value.text(labels.hash),
    period: value.maybe(periodView),
    workingDays: value.count(labels.workingDays),
    venues: value.many(venueView, labels.venues),
    errata: value.many(erratumView, labels.errata),
    extensions: value.many(extensionView, labels.extensions),
    previous: value.maybe(previousView),
    next: value.maybe(nextView),
    endedReason: value.maybe(value.text(labels.endedReason)),
    objections: value.many(publicCaseView, labels.objections),
    openObjections: value.count(labels.openObjections),
    claims: value.count(labels.claims),
    openClaims: value.count(labels.openClaims),
    clear: value.flag(labels.clear),
    acts: value.many(offerView),
    mine: value.many(claimLineView, labels.mine),
    staff: value.maybe(staffView),
  },
  labels.title,
);
export type Notice = Of<typeof noticeView>;

/** What a notice is shown from. */
export interface ShownNotice extends NoticeAtHand {
  publication: Publication;
  errata: readonly Erratum[];
  others: readonly Pick<NoticeRecord, 'id' | 'number' | 'version' | 'state' | 'terms'>[];
}

/** One notice as this reader may see it. */
export function noticeOf(shown: ShownNotice, acts: readonly FormAct[], me: Actor, now: Date): Notice {
  const { record, publication, period, claims } = shown;
  const { id, revision, number, version, caseNumber, kind, town, village, publishedAt } = record;
  const text = shown.archived ? withoutNames(publication.text) : publication.text;
  const objections = shown.cases.filter((file) => file.kind === 'objection');
  const blockers = clearBlockers(shown, now);
  return {
    ...{ id, revision, number, version, caseNumber, kind, town, village, publishedAt },
    ...versionsOf(shown),
    state: seenState(record.state, shown.overAt, now),
    archived: shown.archived,
    terms: termsOf(shown),
    text: publicTextOf(text),
    parcels: publicParcelsOf(text),
    hash: publication.sha256,
    period: period && periodOf(period),
    workingDays: shown.workingDays,
    venues: venuesOf(shown.postings),
    errata: shown.errata.map(erratumOf),
    extensions: extensionsOf(shown.outages),
    endedReason: record.endedReason,
    objections: objections.map(publicCaseOf),
    openObjections: shown.openObjections.length,
    claims: claims.length,
    openClaims: shown.unansweredClaims.length,
    clear: blockers.length === 0,
    acts: acts.map(offerOf),
    mine: claims.filter(({ partyId }) => partyId !== null && partyId === speaksFor(me)).map(claimLineOf),
    staff: reaches(me, record.officeCode) ? { blockers, ...staffSideOf(shown) } : null,
  };
}

const staffSideOf = ({ cases, claims, outages }: ShownNotice) => ({
  cases: cases.map((file) => ({ ...publicCaseOf(file), id: file.id })),
  claims: claims.map(claimLineOf),
  outages: outages.map(outageOf),
});

export function termsOf({ record, archived }: ShownNotice): Of<typeof termsView> {
  const { transferors, transferee, mode, termStart, termEnd, price, yearly, payment, use } = record.terms;
  const [first] = transferors;
  return {
    transferor: first && !archived ? shownName(first, 'public') : null,
    transferors: transferors.length,
    transferee: archived ? null : shownName(transferee, 'public'),
    areaMu: mu(record.areaMu),
    ...{ mode, termStart, termEnd, price, yearly, payment, use },
  };
}

function versionsOf({ record, others }: ShownNotice): Pick<Notice, 'previous' | 'next'> {
  const before = others.find(({ id }) => id === record.previousId);
  const after = others.find(({ id }) => id === record.replacedById);
  return {
    previous: before
      ? { id: before.id, number: before.number, changed: changedTerms(before.terms, record.terms) }
      : null,
    next: after ? { id: after.id, number: after.number } : null,
  };
}
