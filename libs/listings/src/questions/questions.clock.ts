import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts, Database, Sweeper, WorkDesk, statesToMove, wordOf } from '#platform';
import { QuestionDesk } from './question-desk.service.js';
import { QuestionPages } from './question-pages.service.js';
import { answering } from './question.rules.js';
import { questionWorkflow } from './question.workflow.js';
import { questionWork } from './question.words.js';

/** Questions wait on the desk until their lot is no longer on offer. */
@Injectable()
export class QuestionsClock implements OnModuleInit {
  constructor(
    private readonly work: WorkDesk,
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly pages: QuestionPages,
    private readonly desk: QuestionDesk,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({
      name: 'questions of lots no longer on offer',
      everyMinutes: 1,
      run: () => this.close(),
    });
    this.work.register({
      kind: 'question',
      label: questionWork,
      from: 'question q',
      id: 'q.id',
      office: 'q.office_code',
      state: 'q.state',
      due: 'q.due_at',
      row: {
        at: `'/questions/' || q.id`,
        number: 'q.listing_number',
        place: 'q.place',
        areaMu: 'q.area_mu',
        since: 'q.state_since',
      },
      statesFor: (me) => statesToMove(questionWorkflow, me),
      stateWord: (state) => wordOf(questionWorkflow, state),
    });
  }

  private async close(): Promise<void> {
    const over = await this.database.ask<{ id: string }>(
      `SELECT q.id FROM question q JOIN listing l ON l.id = q.listing_id WHERE q.state = 'asked' AND NOT l.state = ANY($1) LIMIT 200`,
      [answering],
    );
    for (const { id } of over)
      await this.acts.byClock(async (act) => this.desk.close(act, await this.pages.locked(act, id)));
  }
}
