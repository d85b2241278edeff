import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { listingWork } from './listing.words.js';
import { listingWorkflow } from './listing.workflow.js';

/** Lots that somebody has to take on. */
@Injectable()
export class ListingWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'listing',
      label: listingWork,
      from: 'listing l',
      id: 'l.id',
      office: 'l.office_code',
      state: 'l.state',
      due: 'l.due_at',
      row: {
        at: `'/listings/' || l.id`,
        number: `coalesce(l.number, '')`,
        place: 'l.place',
        areaMu: 'l.area_mu',
        party: 'l.transferor_name',
        since: 'l.state_since',
      },
      statesFor: (me) => statesToMove(listingWorkflow, me),
      stateWord: (state) => wordOf(listingWorkflow, state),
    });
  }
}
