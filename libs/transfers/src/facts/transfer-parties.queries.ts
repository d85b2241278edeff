import type { Day } from '#kernel';
import type { Reader, Tx } from '#platform';
import type { Transfer } from '../transfer.entity.js';

/** Everybody whose case it is today: transferee, transferors, their members, and who holds their letter. */
export async function partiesOf(
  reader: Reader | Tx,
  record: Pick<Transfer, 'id' | 'transfereeId'>,
  today: Day,
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await reader.query(
    `SELECT grantor_id AS id FROM transfer_parcel WHERE transfer_id = $1
     UNION SELECT m.person_id FROM transfer_parcel tp JOIN member m ON m.household_id = tp.grantor_id
       WHERE tp.transfer_id = $1 AND coalesce(m.valid_to, 'infinity') >= $2
     UNION SELECT d.agent_id FROM transfer_parcel tp JOIN power_of_attorney d ON d.principal_id = tp.grantor_id
       WHERE tp.transfer_id = $1 AND d.revoked_at IS NULL AND $2 BETWEEN d.valid_from AND d.valid_to`,
    [record.id, today],
  );
  return new Set([record.transfereeId, ...rows.map((row) => row.id)]);
}
