import { Injectable } from '@nestjs/common';
import { type Actor, Clock, scopesOf } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Asked,
  Calendars,
  type Download,
  type ListView,
  Lists,
  type Scope,
  type Shown,
  dueOf,
  ofOffice,
} from '#platform';
import { type CaseRow, caseList } from './case-file.list.js';
import { kindOf } from './case-kind.js';

/** The list of cases to answer, for the desks of the place. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  show(asked: Asked, me: Actor): Promise<Shown<ListView<CaseRow>>> {
    const scope = ofOffice('q.office_code', ...scopesOf(me));
    return this.lists.show(
      caseList,
      asked,
      scope,
      (row) => row,
      async (rows) => {
        const now = this.clock.now();
        const calendar = await this.calendars.current();
        const dues = rows.flatMap(({ id, dueAt }) => (dueAt ? [[id, dueOf(dueAt, now, calendar)] as const] : []));
        return {
          options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
          late: (await this.lists.first(caseList, waiting, overdue(scope, now), 100)).length,
          dues: Object.fromEntries(dues),
          things: Object.fromEntries(rows.map((row) => [row.id, kindOf(row).about.things])),
        };
      },
    );
  }

  sheet(asked: Asked, me: Actor): Promise<Download> {
    const said = (row: CaseRow) => ({ ...row, state: kindOf(row).workflow.states[row.state]?.label ?? row.state });
    return this.lists.sheet(caseList, asked, ofOffice('q.office_code', ...scopesOf(me)), (rows) => rows.map(said));
  }
}

/** Everything that waits for an answer. */
const waiting: Asked = { filters: {}, words: '', sort: 'due', after: '', limit: caseList.pageSize };

const overdue = (scope: Scope, now: Date): Scope => ({
  name: `${scope.name} late`,
  where: (say) => `${scope.where(say)} AND q.due_at <= ${say(now)}::timestamptz`,
});
