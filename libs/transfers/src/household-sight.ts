import { type Actor, maskName, speaksFor } from '#kernel';
import { householdSign } from './transfer.words.js';
import type { TransferFacts } from './transfer.facts.js';

type Household = TransferFacts['consents'][number];

/** Whether a household's own affairs are this reader's: its member, or an office. The other side learns only numbers. */
export function isTheirs(household: Household, reader: Actor): boolean {
  if (reader.kind === 'staff' && reader.assisting === null) return true;
  const party = speaksFor(reader);
  return household.householdId === party || household.members.some((member) => member.personId === party);
}

/** The households whose own affairs are this reader's. */
export const ownHouseholds = (facts: TransferFacts, reader: Actor): ReadonlySet<string> =>
  new Set(facts.consents.filter((each) => isTheirs(each, reader)).map((each) => each.householdId));

/** Whether there is something of this member's to take back; a letter that he signed is revoked as a letter. */
export const hasSaidYes = (member: Household['members'][number]): boolean =>
  member.coRight && !member.byLetter && (member.consented || member.stale);

export const householdName = (household: Household, reader: Actor): string =>
  isTheirs(household, reader) ? household.householdName : maskHousehold(household.householdName);

/** By its family name, as everybody knows it. */
export const maskHousehold = (name: string): string => `${maskHead(name)}${householdSign}`;

/** The name of a household's head, or of a person, by the family name. */
export const maskHead = (name: string): string => maskName(name.endsWith(householdSign) ? name.slice(0, -1) : name);

/** Of several transferors the first is named, with how many they are. */
export function maskTransferor(name: string): string {
  const [first, ...rest] = name.split(' ');
  return [maskName(first ?? ''), ...rest].join(' ');
}
