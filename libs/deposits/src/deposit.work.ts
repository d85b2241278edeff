import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesIn } from '#kernel';
import { WorkDesk, statesToMove, wordOf } from '#platform';
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
      statesFor: (me) => statesToMove(depositWorkflow, me).filter((state) => open.includes(state)),
      stateWord: (state) => wordOf(depositWorkflow, state),
    });
  }
}
