import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '#kernel';
import { WorkDesk } from '#platform';
import { outflowWork } from './deposit.words.js';
import { approvers } from './deposit.workflow.js';

/** Money that is to leave: asked for, it waits for another person; approved, for the slip of its payment. */
@Injectable()
export class OutflowWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'deposit_outflow',
      label: outflowWork.label,
      from: 'deposit_outflow o JOIN deposit d ON d.id = o.deposit_id',
      id: 'o.id',
      office: 'd.office_code',
      where: 'o.paid_at IS NULL AND o.refused_at IS NULL',
      state: `CASE WHEN o.approved_at IS NULL THEN 'asked' ELSE 'approved' END`,
      due: 'd.due_at',
      row: {
        at: `'/deposits/' || d.id`,
        number: 'd.case_number',
        place: `(SELECT t.place FROM transfer t WHERE t.id = d.transfer_id)`,
        areaMu: 'd.area_mu',
        party: 'o.payee_name',
        since: 'coalesce(o.approved_at, o.requested_at)',
      },
      statesFor: (me) => [
        ...(holds(me, ...approvers) ? ['asked'] : []),
        ...(holds(me, 'town_finance') ? ['approved'] : []),
      ],
      theirs: (me, say) => `(o.approved_at IS NOT NULL OR o.requested_by <> ${say(me.accountId)})`,
      stateWord: (state) => outflowWork.states[state as keyof typeof outflowWork.states],
    });
  }
}
