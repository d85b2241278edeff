import { Injectable, type OnModuleInit } from '@nestjs/common';
import { timedStates } from '#kernel';
import { Sweeper, WorkDesk, statesToMove, wordOf } from '#platform';
import { DrawFinder } from './draw-finder.service.js';
import { drawWork } from './draw.words.js';
import { drawWorkflow } from './draw.workflow.js';
import { Draws } from './draws.service.js';

/** Sealing and opening end with their hours; a list waits for who publishes it, a hash for who brings the seed. */
@Injectable()
export class DrawsClock implements OnModuleInit {
  constructor(
    private readonly work: WorkDesk,
    private readonly sweeper: Sweeper,
    private readonly finder: DrawFinder,
    private readonly draws: Draws,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'draw',
      label: drawWork,
      states: timedStates(drawWorkflow),
      settle: async (act, id) => {
        const facts = await this.finder.locked(act, id);
        await (facts.record.state === 'sealing'
          ? this.draws.endSealing(act, facts)
          : this.draws.endOpening(act, facts));
      },
      href: (id) => `/draws/${id}`,
    });
    this.work.register({
      kind: 'draw',
      label: drawWork,
      from: 'draw d',
      id: 'd.id',
      office: 'd.office_code',
      state: 'd.state',
      due: 'd.due_at',
      row: { at: `'/draws/' || d.id`, number: 'left(d.list_hash, 12)', place: 'd.title', since: 'd.state_since' },
      statesFor: (me) => statesToMove(drawWorkflow, me),
      stateWord: (state) => wordOf(drawWorkflow, state),
    });
  }
}
