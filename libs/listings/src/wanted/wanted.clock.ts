import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timedStates } from '#kernel';
import { Sweeper, WorkDesk, statesToMove, wordOf } from '#platform';
import { WantedDesk } from './wanted-desk.service.js';
import { WantedPages } from './wanted-pages.service.js';
import { wantedWork } from './wanted.words.js';
import { wantedWorkflow } from './wanted.workflow.js';

/** Advertisements wait for the town to look at them, and end with their days. */
@Injectable()
export class WantedClock implements OnModuleInit {
  constructor(
    private readonly work: WorkDesk,
    private readonly sweeper: Sweeper,
    private readonly pages: WantedPages,
    private readonly desk: WantedDesk,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'wanted',
      label: wantedWork,
      states: timedStates(wantedWorkflow),
      settle: async (act, id) => this.desk.expire(act, await this.pages.locked(act, id)),
      href: (id) => `/wanted/${id}`,
    });
    this.work.register({
      kind: 'wanted',
      label: wantedWork,
      from: 'wanted w',
      id: 'w.id',
      office: 'w.office_code',
      state: 'w.state',
      due: 'w.due_at',
      row: {
        at: `'/wanted/' || w.id`,
        number: `coalesce(w.number, '')`,
        place: 'w.place',
        areaMu: 'coalesce(w.area_to, w.area_from, 0)',
        party: 'w.wanter',
        since: 'w.state_since',
      },
      statesFor: (me) => statesToMove(wantedWorkflow, me),
      stateWord: (state) => wordOf(wantedWorkflow, state),
    });
  }
}
