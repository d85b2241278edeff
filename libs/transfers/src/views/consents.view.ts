import { type Actor, decisionBodies } from '#kernel';
import { type Of, blockerValue, value, view } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { consentParts, decisionParts } from './transfer-page.words.js';
import { householdName, isTheirs } from '../household-sight.js';

/** Who of a household has said yes: whom it lacks, the household itself and the office learn; the other side learns numbers. */
export const consentView = view('HouseholdConsent', {
  householdId: value.maybe(value.id()),
  name: value.text(consentParts.household),
  asked: value.count(consentParts.asked),
  missing: value.count(consentParts.missing),
  stale: value.count(consentParts.stale),
  waiting: value.maybe(value.many(value.text(), consentParts.waiting)),
  again: value.maybe(value.many(value.text(), consentParts.again)),
});

export type Consent = Of<typeof consentView>;

export function consentOf(household: TransferFacts['consents'][number], reader: Actor): Consent {
  const asked = household.members.filter((member) => member.coRight);
  const missing = asked.filter((member) => !member.consented);
  const stale = missing.filter((member) => member.stale);
  const theirs = isTheirs(household, reader);
  return {
    householdId: theirs ? household.householdId : null,
    name: householdName(household, reader),
    ...{ asked: asked.length, missing: missing.length, stale: stale.length },
    waiting: theirs ? missing.filter((member) => !member.stale).map(({ name }) => name) : null,
    again: theirs ? stale.map(({ name }) => name) : null,
  };
}

/** The collective's decision with its counts, and the township's approval where an outsider takes the land. */
export const decisionView = view('TransferDecision', {
  decidedOn: value.day(decisionParts.decidedOn),
  body: value.code(decisionBodies, decisionParts.body),
  electorate: value.count(decisionParts.electorate),
  attended: value.count(decisionParts.attended),
  inFavour: value.count(decisionParts.inFavour),
  opposed: value.count(decisionParts.opposed),
  minutes: value.href(decisionParts.minutes),
  again: value.flag(decisionParts.again),
  blocker: value.maybe(blockerValue),
  outsider: value.flag(decisionParts.outsider),
  approval: value.maybe(
    view('TownshipApproval', {
      number: value.text(decisionParts.approvalNumber),
      on: value.day(decisionParts.approvedOn),
      href: value.href(),
    }),
  ),
});

/** Refusals of a decision that only another decision mends. */
const mendedByAnother = ['proper-body', 'decision-stale'];

export function decisionOf({ decided, decision, outsider }: TransferFacts): Of<typeof decisionView> | null {
  if (!decided) return null;
  const { decidedOn, decidingBody, electorate, attended, inFavour, opposed, minutesFileId } = decided;
  const { approvalNumber: number, approvedOn: on, approvalFileId } = decided;
  const approved = number !== null && on !== null && approvalFileId !== null;
  return {
    ...{ decidedOn, body: decidingBody, electorate, attended, inFavour, opposed, minutes: `/files/${minutesFileId}` },
    again: (outsider && !decided.toOutsiders) || decision.some((each) => mendedByAnother.includes(each.rule)),
    blocker: decision[0] ?? null,
    outsider,
    approval: approved ? { number, on, href: `/files/${approvalFileId}` } : null,
  };
}
