import { statesIn } from '#kernel';
import { type Promises, perHolder } from '#ledger';
import { sqlNames } from '#platform';
import { depositWorkflow } from './deposit.workflow.js';

/** What deposits promise beside of the money that the ledger keeps for them. */
export const depositPromises: Promises = {
  invariants: [
    {
      name: 'closed_is_even',
      sql: `SELECT s.id FROM (${perHolder}) s JOIN deposit d ON s.subject = 'deposit' AND s.id = d.id
            WHERE d.state IN (${sqlNames(statesIn(depositWorkflow, 'over'))}) AND (gone <> paid OR held <> 0 OR payable <> 0)
              OR d.state IN ('waived', 'cancelled') AND paid <> 0`,
    },
    {
      name: 'early_by_schedule_alone',
      sql: `SELECT o.id FROM disbursement o JOIN deposit d ON o.subject = 'deposit' AND d.id = o.subject_id
            WHERE o.kind = 'release' AND d.called_off_at IS NULL AND o.refused_at IS NULL
              AND (o.tranche IS NULL OR o.tranche >= (SELECT max(ordinal) FROM deposit_tranche t WHERE t.deposit_id = d.id))`,
    },
  ],
  guards: [
    ['deposit_tranche', 'deposit_tranche_append_only'],
    ['deposit_guarantee', 'deposit_guarantee_append_only'],
    ['disbursement', 'disbursement_in_its_time'],
  ],
  written: ['deposit_tranche', 'deposit_guarantee'],
};
