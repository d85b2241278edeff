import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { caseWorkflow } from '#cases';
import { claimWorkflow } from './priority-claim.workflow.js';
import { workNames } from './notice.words.js';

const notice = { place: 'n.town || n.village', areaMu: 'n.area_mu' };

/** Work that notices make: letters and claims to answer. */
@Injectable()
export class NoticeWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.letters();
    this.claims();
  }

  private letters(): void {
    this.desk.register({
      kind: 'case_file',
      label: workNames.letter,
      from: `case_file c JOIN notice n ON n.id = c.subject_id AND c.subject = 'notice'`,
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: { ...notice, at: `'/objections/' || c.id`, number: 'c.number', party: 'c.name', since: 'c.state_since' },
      statesFor: (me) => statesToMove(caseWorkflow, me),
      stateWord: (state) => wordOf(caseWorkflow, state),
    });
  }

  private claims(): void {
    this.desk.register({
      kind: 'priority_claim',
      label: workNames.claim,
      from: 'priority_claim c JOIN notice n ON n.id = c.notice_id',
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: {
        ...notice,
        at: `'/priority-claims/' || c.id`,
        number: 'c.number',
        party: 'c.name',
        since: 'c.state_since',
      },
      statesFor: (me) => (me.kind === 'staff' ? statesToMove(claimWorkflow, me) : []),
      stateWord: (state) => wordOf(claimWorkflow, state),
    });
  }
}
