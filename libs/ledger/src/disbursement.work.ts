import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '#kernel';
import { WorkDesk } from '#platform';
import { approvers } from './disbursement-state.js';
import { disbursementWork } from './movements.words.js';

/** Money that is to leave: asked for, it waits for another person; approved, for the slip of its payment. */
@Injectable()
export class DisbursementWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'disbursement',
      label: disbursementWork.label,
      from: `disbursement o JOIN ledger_account held ON held.subject = o.subject AND held.subject_id = o.subject_id AND held.kind = 'held'
        LEFT JOIN deadline due ON due.subject = o.subject AND due.subject_id = o.subject_id::text AND due.closed_at IS NULL`,
      id: 'o.id',
      office: 'held.office_code',
      where: 'o.paid_at IS NULL AND o.refused_at IS NULL',
      state: `CASE WHEN o.approved_at IS NULL THEN 'asked' ELSE 'approved' END`,
      due: 'due.due_at',
      row: {
        // The address of a record is its table's name in the plural.
        at: `'/' || o.subject || 's/' || o.subject_id`,
        number: 'held.number',
        place: 'held.place',
        party: 'o.payee_name',
        since: 'coalesce(o.approved_at, o.requested_at)',
      },
      statesFor: (me) => [
        ...(holds(me, ...approvers) ? ['asked'] : []),
        ...(holds(me, 'town_finance') ? ['approved'] : []),
      ],
      theirs: (me, say) => `(o.approved_at IS NOT NULL OR o.requested_by IS DISTINCT FROM ${say(me.accountId)})`,
      stateWord: (state) => disbursementWork.states[state as keyof typeof disbursementWork.states],
    });
  }
}
