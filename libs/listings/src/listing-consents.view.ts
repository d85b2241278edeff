import { type Actor, reaches, speaksFor } from '#kernel';
import { type MemberView, attorneyPowers, inForce } from '#parties';
import { type Of, value, view } from '#platform';
import type { ListingFacts } from './listing.facts.js';
import { letters } from './listing-letters.service.js';
import { offerOf } from './listing-reader.service.js';
import { listingLabels, listingParts as parts } from './listing.words.js';

/** A letter that stands in place of the consents of who signed it. */
const letterView = view('ListingLetter', {
  agent: value.text(parts.letter.agent),
  signers: value.many(value.text(), parts.letter.signers),
  powers: value.code(attorneyPowers, parts.letter.powers),
  validTo: value.day(parts.letter.validTo),
  inForce: value.flag(parts.letter.inForce),
  file: value.maybe(value.href(parts.letter.file)),
});

/** What of a household's consent its own people and the office see. */
export const householdView = view('ListingHousehold', {
  householdId: value.id(),
  name: value.text(parts.household.name),
  members: value.count(parts.household.members),
  missing: value.many(value.text(), parts.household.missing),
  letters: value.many(letterView, parts.household.letters),
});

type Household = ListingFacts['consents'][number];

export function consentsOf(facts: ListingFacts, me: Actor, staff: boolean): Of<typeof householdView>[] {
  const party = speaksFor(me);
  const own = facts.consents.filter(
    (each) => staff || each.householdId === party || each.members.some((member) => member.personId === party),
  );
  return own.map((household) => ({
    ...{ householdId: household.householdId, name: household.householdName },
    members: household.members.filter((member) => member.coRight).length,
    missing: lacking(household).map((member) => member.name),
    letters: lettersOf(facts, household, me),
  }));
}

const lacking = ({ members }: Household): Household['members'] =>
  members.filter((member) => member.coRight && !member.consented);

function lettersOf(facts: ListingFacts, { householdId, members }: Household, me: Actor): Of<typeof letterView>[] {
  return letters(facts)
    .filter(({ principalId }) => principalId === householdId)
    .map(({ agentName: agent, powers, signedBy, validTo, evidenceFileId, ...letter }) => ({
      ...{ agent, powers, validTo, inForce: inForce({ ...letter, validTo }, facts.today) },
      signers: members.filter(({ personId }) => signedBy.includes(personId)).map(({ name }) => name),
      file: reaches(me, facts.record.officeCode) ? `/files/${evidenceFileId}` : null,
    }));
}

const roundMember = view('RoundMember', {
  name: value.text(parts.person.name),
  relation: value.text(parts.person.relation),
  identity: value.text(parts.person.identity),
});

const roundHousehold = view('RoundHousehold', {
  householdId: value.id(),
  name: value.text(parts.household.name),
  parcels: value.many(value.text(), parts.parcels),
  statement: value.text(parts.consents),
  missing: value.many(roundMember, parts.household.missing),
});

/** The sheets for a round from door to door: who of each household has not said yes, and to which words. */
export const roundView = view('ListingRound', {
  id: value.id(),
  number: value.maybe(value.text(parts.number)),
  place: value.text(listingLabels.fields.place),
  households: value.many(roundHousehold, parts.consents),
});
export type ListingRound = Of<typeof roundView>;

/** `people` are all members of these households, their numbers masked. */
export function roundOf(facts: ListingFacts, people: readonly MemberView[]): ListingRound {
  const { id, number, place } = facts.record;
  const lines = new Map(
    people.map(({ personId, name, relation, identity }) => [personId, { name, relation, identity }]),
  );
  const households = facts.consents.flatMap((household) => {
    const { householdId, householdName: name } = household;
    const missing = lacking(household).flatMap(({ personId }) => lines.get(personId) ?? []);
    const parcels = facts.parcels.filter((each) => each.grantorId === householdId).map((each) => each.name);
    return missing.length === 0
      ? []
      : [{ householdId, name, missing, parcels, statement: offerOf(facts, householdId) }];
  });
  return { id, number, place, households };
}
