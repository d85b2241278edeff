import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { clientWork } from './client.words.js';
import { clientWorkflow } from './client.workflow.js';

/** Programs that wait for the second person. */
@Injectable()
export class ClientWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'api_client',
      label: clientWork,
      from: 'api_client c',
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: {
        ...{ at: `'/clients/' || c.id`, number: 'c.name', place: 'c.body_name' },
        ...{ party: 'c.asked_by_name', since: 'c.state_since' },
      },
      statesFor: (me) => statesToMove(clientWorkflow, me),
      theirs: (me, say) => `c.asked_by <> ${say(me.accountId)}`,
      stateWord: (state) => wordOf(clientWorkflow, state),
    });
  }
}
