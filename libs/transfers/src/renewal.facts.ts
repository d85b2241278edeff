import { type Day, statesIn } from '#kernel';
import { type Reader, type Tx, sqlNames } from '#platform';
import { type TransferState, transferStates as states } from './transfer-states.workflow.js';

/** The running right that a case renews. */
export interface PredecessorFacts {
  id: string;
  number: string;
  state: TransferState;
  startsOn: Day;
  endsOn: Day;
  transfereeId: string;
  contractNumber: string | null;
  parcelIds: readonly string[];
  /** Banks that hold a mortgage on the right; a renewal is told to them, not forbidden. */
  mortgagees: readonly string[];
}

/** The case that renews this one. */
export interface SuccessorFacts {
  id: string;
  number: string | null;
  state: TransferState;
  startsOn: Day;
  endsOn: Day;
  /** The new right is on the record. */
  recorded: boolean;
}

const columns = `n.id, n.number, n.state, lower(n.term)::text AS "startsOn", (upper(n.term) - 1)::text AS "endsOn"`;

/** The one renewal of a case `t` that is alive or has been recorded, as one value of its row. */
export const successorSql = `
  SELECT json_build_object('id', n.id, 'number', n.number, 'state', n.state, 'startsOn', lower(n.term)::text,
    'endsOn', (upper(n.term) - 1)::text, 'recorded', n.recorded_at IS NOT NULL)
  FROM transfer n WHERE n.renews_id = t.id AND n.state NOT IN (${sqlNames(statesIn({ states }, 'fallen'))}) LIMIT 1`;

export async function predecessorOf(reader: Reader | Tx, id: string | null): Promise<PredecessorFacts | null> {
  if (id === null) return null;
  const rows: PredecessorFacts[] = await reader.query(
    `SELECT ${columns}, n.transferee_id AS "transfereeId", n.contract_number AS "contractNumber",
       ARRAY(SELECT tp.parcel_id FROM transfer_parcel tp WHERE tp.transfer_id = n.id) AS "parcelIds",
       ARRAY(SELECT e.mortgagee_name FROM management_right r JOIN encumbrance e ON e.right_id = r.id
             WHERE r.subject = 'transfer' AND r.subject_id = n.id AND e.status = 'registered') AS mortgagees
     FROM transfer n WHERE n.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
