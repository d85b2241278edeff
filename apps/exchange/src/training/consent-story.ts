import type { Database } from '#platform';
import type { ApiClient } from './api-client.js';

/** What is signed, on which paper; `except` leaves so many out, `anew` asks also who has signed something else before. */
export interface Signing {
  transferId: string;
  paper: File;
  except?: number;
  anew?: boolean;
}

/** Each member with a right who has not signed yet signs. */
export async function consentOf(clerk: ApiClient, database: Database, signing: Signing): Promise<void> {
  const { transferId, paper, except = 0, anew = false } = signing;
  const people = await database.rows<{ household: string; person: string }>(
    'who consents in a story',
    `SELECT DISTINCT m.household_id AS household, m.person_id AS person FROM transfer_parcel tp
       JOIN member m ON m.household_id = tp.grantor_id AND m.co_right
     WHERE tp.transfer_id = $1 AND ($2 OR NOT EXISTS (SELECT 1 FROM consent c WHERE c.about_kind = 'transfer' AND c.about_id = $1
       AND c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL))
     ORDER BY 1, 2`,
    [transferId, anew],
  );
  for (const { household, person } of people.slice(0, people.length - except)) {
    const fields = { householdId: household, personId: person, witness: '演见证' };
    await clerk.post(`/transfers/${transferId}/consents`, { ...fields, file: paper });
  }
}
