import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { interestWorkflow } from './interest.workflow.js';
import { interestWork } from '../listing.words.js';

/** Registrations that wait for the town or for money. */
@Injectable()
export class InterestWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'interest',
      label: interestWork,
      from: 'interest i',
      id: 'i.id',
      office: 'i.office_code',
      state: 'i.state',
      due: 'i.due_at',
      row: {
        at: `'/interests/' || i.id`,
        number: 'i.listing_number',
        place: 'i.place',
        areaMu: 'i.area_mu',
        party: 'i.party_name',
        since: 'i.state_since',
      },
      statesFor: (me) => statesToMove(interestWorkflow, me),
      stateWord: (state) => wordOf(interestWorkflow, state),
    });
  }
}
