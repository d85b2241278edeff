import { type Day, type Mu, statesBefore, statesIn } from '#kernel';
import { sqlNames } from '#platform';
import { type TransferState, transferWorkflow } from '../transfer.workflow.js';

/** A right in force whose last day is near. */
export interface EndingRow {
  id: string;
  number: string | null;
  place: string;
  areaMu: Mu;
  term: string;
  reminded: boolean;
  renewalState: TransferState | null;
  depositState: string | null;
  key: string;
}

const deposit = `(SELECT d.state FROM deposit d WHERE d.transfer_id = t.id AND d.state <> 'cancelled') AS "depositState"`;

/** Nearest end first, by key: one scan of the index of the queues. */
export const endingSql = `
  SELECT t.id, t.number, t.place, t.area_mu AS "areaMu", t.term::text AS term, t.reminded_at IS NOT NULL AS reminded,
    (SELECT n.state FROM transfer n WHERE n.renews_id = t.id AND n.state NOT IN (${sqlNames(statesIn(transferWorkflow, 'fallen'))})) AS "renewalState",
    ${deposit}, coalesce(t.due_at, 'infinity')::text AS key
  FROM transfer t
  WHERE t.state = 'in_force' AND t.office_code LIKE $1 AND (coalesce(t.due_at, 'infinity'), t.id) > ($2::timestamptz, $3::uuid)
    AND coalesce(t.due_at, 'infinity') <= $4::timestamptz
  ORDER BY coalesce(t.due_at, 'infinity'), t.id LIMIT $5`;

/** A right that is over, whose land nobody has recorded as handed back. */
export interface EndedRow {
  id: string;
  number: string | null;
  place: string;
  areaMu: Mu;
  state: TransferState;
  endedOn: Day;
  depositState: string | null;
}

export const endedSql = `
  SELECT t.id, t.number, t.place, t.area_mu AS "areaMu", t.state,
    (t.state_since AT TIME ZONE 'Asia/Shanghai')::date::text AS "endedOn", ${deposit}
  FROM transfer t
  WHERE t.state IN (${sqlNames(statesBefore(transferWorkflow, 'hand_back'))}) AND t.land_returned_on IS NULL AND t.office_code LIKE $1
  ORDER BY t.state_since DESC, t.id LIMIT $2`;
