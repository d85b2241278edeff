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
      // While money of it waits to leave, that is the work (the ledger's `disbursement.work.ts`).
      where: `(d.state NOT IN (${sqlNames(statesIn(depositWorkflow, 'leaving'))}) OR NOT EXISTS (SELECT FROM disbursement o
        WHERE o.subject = 'deposit' AND o.subject_id = d.id AND o.paid_at IS NULL AND o.refused_at IS NULL))`,
      state: 'd.state',
      due: 'd.due_at',
      row: {
        at: `'/deposits/' || d.id`,
        number: 'd.case_number',
        place: 'd.place',
        areaMu: `CASE d.purpose WHEN 'risk' THEN d.area_mu END`,
        party: 'd.payer_name',
        since: 'd.state_since',
      },
      // What else approvers find here is answered disbursement by disbursement.
      statesFor: (me) =>
        holds(me, 'town_finance') ? statesToMove(depositWorkflow, me).filter((state) => open.includes(state)) : [],
      stateWord: (state) => wordOf(depositWorkflow, state),
    });
  }
}
