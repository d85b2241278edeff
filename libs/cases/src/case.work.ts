import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { type CaseKind, caseKinds } from './case-kind.js';

/** Cases that wait for somebody, each kind by its own steps. */
@Injectable()
export class CaseWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    for (const kind of caseKinds()) this.register(kind);
  }

  private register({ kind, word: label, workflow }: CaseKind): void {
    this.desk.register({
      ...{ kind, label },
      from: 'case_file c',
      where: `c.kind = '${kind}'`,
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: {
        ...{ at: `'/cases/' || c.id`, number: 'c.number', party: 'c.name', since: 'c.state_since' },
        ...{ place: 'c.town || c.village', areaMu: 'c.area_mu' },
      },
      statesFor: (me) => (me.kind === 'staff' ? statesToMove(workflow, me) : []),
      stateWord: (state) => wordOf(workflow, state),
    });
  }
}
