import { Injectable, type OnModuleInit } from '@nestjs/common';
import { speaksFor, timedStates } from '#kernel';
import { Database, OwnNews, Sweeper, WorkDesk, statesToMove, wordOf } from '#platform';
import { BarringDesk } from './barring-desk.service.js';
import { BarringFinder } from './barring-reader.service.js';
import { barringSaid, barringWork } from './barring.words.js';
import { barringWorkflow } from './barring.workflow.js';

/** Bars wait for who decides, end with their day, and stand on the party's own page. */
@Injectable()
export class BarringsClock implements OnModuleInit {
  constructor(
    private readonly work: WorkDesk,
    private readonly sweeper: Sweeper,
    private readonly news: OwnNews,
    private readonly database: Database,
    private readonly finder: BarringFinder,
    private readonly desk: BarringDesk,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'barring',
      label: barringWork,
      states: timedStates(barringWorkflow),
      settle: async (act, id) => this.desk.settle(act, await this.finder.locked(act, id)),
      href: (id) => `/barrings/${id}`,
    });
    this.work.register({
      kind: 'barring',
      label: barringWork,
      from: 'barring b',
      id: 'b.id',
      office: 'b.office_code',
      state: 'b.state',
      due: 'b.due_at',
      row: {
        ...{ at: `'/barrings/' || b.id`, number: `coalesce(b.number, '')`, place: 'b.place' },
        ...{ party: 'b.party_name', since: 'b.state_since' },
      },
      statesFor: (me) => statesToMove(barringWorkflow, me),
      stateWord: (state) => wordOf(barringWorkflow, state),
    });
    this.news.register(async (me) => {
      const [latest] = await this.database.ask<{ id: string; state: string }>(
        'SELECT id, state FROM barring WHERE party_id = $1 ORDER BY proposed_at DESC LIMIT 1',
        [speaksFor(me)],
      );
      if (!latest) return null;
      const label = barringSaid(wordOf(barringWorkflow, latest.state).label);
      return { href: `/barrings/${latest.id}`, label, fresh: latest.state === 'proposed' ? 1 : 0 };
    });
  }
}
