import type { Household, MemberRow } from '#parties';
import type { ActPath } from '#platform';
import { householdProblems } from './household.problems.js';

/** A household as its acts know it. */
export interface HouseholdFacts {
  record: Household & { name: string };
  members: readonly MemberRow[];
}

/** The member whom an address names. Refuses `member-not-found`. */
export function memberOf({ members }: HouseholdFacts, at: ActPath): MemberRow {
  const found = members.find(({ personId }) => personId === at['member']);
  if (!found) throw householdProblems.noMember();
  return found;
}
