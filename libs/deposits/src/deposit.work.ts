import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds, statesIn } from '#kernel';
import { WorkDesk, sqlNames, statesToMove, wordOf } from '#platform';
import { depositWork } from './deposit.words.js';
import { depositWorkflow } from './deposit.workflow.js';

const open: readonly string[] = statesIn(depositWorkflow, 'asked', 'leaving');

/** Deposits that somebody has to see to: money to book, to answer for, to give back. */
@Injectable()
export class DepositWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'deposit',
      label: depositWork,
      from: 'deposit d',
      id: 'd.id',
      office: 'd.office_code',
      // While money of it waits to leave, that is the work (`outflow.work.ts`).
      where: `(d.state NOT IN (${sqlNames(statesIn(depositWorkflow, 'leaving'))}) OR NOT EXISTS (SELECT FROM deposit_outflow o
        WHERE o.deposit_id = d.id AND o.paid_at IS NULL AND o.refused_at IS NULL))`,
      state: 'd.state',
      due: 'd.due_at',
      row: {
        at: `'/deposits/' || d.id`,
        number: 'd.case_number',
        place: `(SELECT t.place FROM transfer t WHERE t.id = d.transfer_id)`,
        areaMu: 'd.area_mu',
        party: 'd.payer_name',
        since: 'd.state_since',
      },
      // What else approvers find here is answered outflow by outflow.
      statesFor: (me) =>
        holds(me, 'town_finance') ? statesToMove(depositWorkflow, me).filter((state) => open.includes(state)) : [],
      stateWord: (state) => wordOf(depositWorkflow, state),
    });
  }
}
