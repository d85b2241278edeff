import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#kernel';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { transferWorkflow } from '../transfer.workflow.js';
import { transferWork } from '../transfer.words.js';

/** A draft is its applicant's. */
const drafting: string = transferWorkflow.first;

const work = {
  kind: 'transfer',
  label: transferWork,
  from: 'transfer t',
  id: 't.id',
  office: 't.office_code',
  state: 't.state',
  due: 't.due_at',
  row: {
    at: `'/transfers/' || t.id`,
    number: 't.number',
    place: 't.place',
    areaMu: 't.area_mu',
    party: 't.transferor_name',
    counterparty: 't.transferee_name',
    round: 't.round',
    since: 't.state_since',
  },
  statesFor: (me: Actor) => statesToMove(transferWorkflow, me).filter((state) => state !== drafting),
  stateWord: (state: string) => wordOf(transferWorkflow, state),
};

/** Cases that wait for a post. */
@Injectable()
export class TransferWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register(work);
  }
}
