import { Injectable } from '@nestjs/common';
import { type Actor, type Calendar, Clock, widestScope } from '#kernel';
import { caseWorkflow } from '#cases';
import { OfficesService } from '#offices';
import {
  type Asked,
  Calendars,
  type Download,
  type DueView,
  type ListView,
  Lists,
  type Scope,
  type Shown,
  dueOf,
  ofOffice,
  stateWords,
} from '#platform';
import { type LetterRow, letterList } from './letter.list.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** Letters and claims to answer at the town. */
@Injectable()
export class LetterLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  letters(asked: Asked, me: Actor): Promise<Shown<ListView<LetterRow>>> {
    const scope = ofOffice('q.office_code', widestScope(me));
    return this.lists.show(
      letterList,
      asked,
      scope,
      (row) => row,
      async (rows) => {
        const now = this.clock.now();
        return {
          options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
          late: (await this.lists.first(letterList, waiting, overdue(scope, now), 100)).length,
          dues: duesOf(rows, now, await this.calendars.current()),
        };
      },
    );
  }

  lettersSheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(letterList, asked, ofOffice('q.office_code', widestScope(me)), (rows) =>
      rows.map((row) => ({ ...row, state: states[row.what][row.state] })),
    );
  }
}

/** Everything that waits for an answer. */
const waiting: Asked = { filters: {}, words: '', sort: 'due', after: '', limit: letterList.pageSize };

const overdue = (scope: Scope, now: Date): Scope => ({
  name: `${scope.name} late`,
  where: (say) => `${scope.where(say)} AND q.due_at <= ${say(now)}::timestamptz`,
});

/** Letters and claims have states of one name, each with its own word. */
const states: Readonly<Record<LetterRow['what'], Readonly<Record<string, string>>>> = {
  letter: stateWords(caseWorkflow),
  claim: stateWords(claimWorkflow),
};

const duesOf = (rows: readonly LetterRow[], now: Date, calendar: Calendar): Record<string, DueView> =>
  Object.fromEntries(rows.flatMap(({ id, dueAt }) => (dueAt ? [[id, dueOf(dueAt, now, calendar)] as const] : [])));
