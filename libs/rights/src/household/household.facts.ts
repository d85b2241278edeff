import type { Household, MemberRow } from '#parties';

/** A household as its acts know it. */
export interface HouseholdFacts {
  record: Household & { name: string };
  members: readonly MemberRow[];
}
