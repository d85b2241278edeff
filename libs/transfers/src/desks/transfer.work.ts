import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Post, actorsOf, origins } from '#kernel';
import { WorkDesk, type WorkKind } from '#platform';
import { type TransferState, transferWorkflow } from '../transfer.workflow.js';
import { caseWork } from '../transfer.words.js';

/** Which states are whose work, read from the workflow: a post's queue is what it can move on. A draft is its applicant's. */
export function statesOf(posts: readonly Post[]): TransferState[] {
  const names = new Set<TransferState>();
  for (const step of transferWorkflow.steps) {
    if (step.aside || !actorsOf(step).some((post) => posts.includes(post))) continue;
    for (const from of origins(step)) names.add(from);
  }
  names.delete(transferWorkflow.first);
  return [...names];
}

const work: WorkKind = {
  kind: 'transfer',
  label: caseWork,
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
  statesFor: ({ posts }) => statesOf(posts.map(({ post }) => post)),
  stateWord: (state) => {
    const { label, tone } = transferWorkflow.states[state as TransferState];
    return { label, tone: tone ?? '' };
  },
};

/** Cases that wait for a post. */
@Injectable()
export class TransferWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register(work);
  }
}
