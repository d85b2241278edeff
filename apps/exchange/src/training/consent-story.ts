import type { Database } from '#platform';
import type { ApiClient } from './api-client.js';

/** What is signed, on which paper; `except` leaves so many out, `anew` asks also who has signed something else before. */
export interface Signing {
  transferId: string;
  paper: File;
  except?: number;
  anew?: boolean;
}

/** Each member with a right who has not signed yet signs, a household on one sheet. */
export async function consentOf(clerk: ApiClient, database: Database, signing: Signing): Promise<void> {
  const { transferId, paper, except = 0, anew = false } = signing;
  const people = await database.rows<Signer>(
    'who consents in a story',
    `SELECT DISTINCT m.household_id AS household, m.person_id AS person FROM transfer_parcel tp
       JOIN member m ON m.household_id = tp.grantor_id AND m.co_right
     WHERE tp.transfer_id = $1 AND ($2 OR NOT EXISTS (SELECT 1 FROM consent c WHERE c.about_kind = 'transfer' AND c.about_id = $1
       AND c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL))
     ORDER BY 1, 2`,
    [transferId, anew],
  );
  for (const [householdId, personId] of byHousehold(people.slice(0, people.length - except)))
    await clerk.post(`/transfers/${transferId}/consents`, { householdId, personId, witness: '演见证', file: paper });
}

/** Everybody of the lot's households who has not said yes signs, a household on one sheet; `except` leaves so many out. */
export async function offerConsents(
  clerk: ApiClient,
  database: Database,
  { listingId, paper, except = 0 }: Pick<Signing, 'paper' | 'except'> & { listingId: string },
): Promise<void> {
  const { choices } = await clerk.get<{ choices: { personId: string[] } }>(`/listings/${listingId}/consents`);
  const asked = choices.personId.slice(0, choices.personId.length - except);
  const people = await database.rows<Signer>(
    'who consents to a lot in a story',
    `SELECT min(m.household_id::text) AS household, m.person_id AS person FROM listing_parcel lp
       JOIN member m ON m.household_id = lp.grantor_id AND m.co_right
     WHERE lp.listing_id = $1 AND m.person_id = ANY ($2) GROUP BY 2 ORDER BY 1, 2`,
    [listingId, asked],
  );
  for (const [, personId] of byHousehold(people))
    await clerk.post(`/listings/${listingId}/consents`, { personId, witness: '禾见证', file: paper });
}

interface Signer {
  household: string;
  person: string;
}

function byHousehold(people: readonly Signer[]): [string, string[]][] {
  const homes = Object.groupBy(people, ({ household }) => household);
  return Object.entries(homes).map(([household, own = []]) => [household, own.map(({ person }) => person)]);
}
