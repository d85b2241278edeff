import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { landChangeWork } from '../land-change.words.js';
import { landChangeWorkflow } from '../land-change.workflow.js';

/** Changes of the register that town coordination has to decide on. */
@Injectable()
export class LandChangeWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'land_change',
      label: landChangeWork,
      from: 'land_change c',
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: {
        at: `'/register/changes/' || c.id`,
        number: 'c.code',
        place: `coalesce((SELECT o.name FROM office o WHERE o.office_code = c.office_code AND o.status = 'open'), '')`,
        since: 'c.state_since',
      },
      statesFor: (me) => statesToMove(landChangeWorkflow, me),
      stateWord: (state) => wordOf(landChangeWorkflow, state),
    });
  }
}
