import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { surveyWork } from './inspection.words.js';
import { inspectionWorkflow } from './inspection.workflow.js';

/** Surveys that somebody has to go out for. */
@Injectable()
export class InspectionWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'inspection',
      label: surveyWork,
      from: 'inspection i',
      id: 'i.id',
      office: 'i.office_code',
      state: 'i.state',
      due: 'i.due_at',
      row: {
        at: `'/inspections/' || i.id`,
        number: 'i.case_number',
        place: 'i.place',
        areaMu: 'i.area_mu',
        party: 'i.party',
        counterparty: 'i.counterparty',
        round: 'i.round',
        since: 'i.state_since',
      },
      statesFor: (me) => statesToMove(inspectionWorkflow, me),
      stateWord: (state) => wordOf(inspectionWorkflow, state),
    });
  }
}
