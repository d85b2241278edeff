import type { Database } from '#platform';
import type { ApiClient } from './api-client.js';

/** Each member with a right who has not signed yet signs; `except` leaves so many out. */
export async function consentOf(
  clerk: ApiClient,
  database: Database,
  transferId: string,
  paper: File,
  except: number,
): Promise<void> {
  const people = await database.ask<{ household: string; person: string }>(
    `SELECT DISTINCT m.household_id AS household, m.person_id AS person FROM transfer_parcel tp
       JOIN member m ON m.household_id = tp.grantor_id AND m.co_right
     WHERE tp.transfer_id = $1 AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.about_kind = 'transfer' AND c.about_id = $1
       AND c.household_id = m.household_id AND c.person_id = m.person_id AND c.withdrawn_at IS NULL)
     ORDER BY 1, 2`,
    [transferId],
  );
  for (const { household, person } of people.slice(0, people.length - except)) {
    const fields = { householdId: household, personId: person, witness: '演见证' };
    await clerk.post(`/transfers/${transferId}/consents`, { ...fields, file: paper });
  }
}
