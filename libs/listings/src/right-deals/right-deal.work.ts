import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { rightDealWork } from './right-deal.words.js';
import { rightDealWorkflow } from './right-deal.workflow.js';

/** Deals whose contract has to be signed. */
@Injectable()
export class RightDealWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'right_deal',
      label: rightDealWork,
      from: 'right_deal d',
      id: 'd.id',
      office: 'd.office_code',
      state: 'd.state',
      due: 'd.due_at',
      row: {
        at: `'/right-deals/' || d.id`,
        number: 'd.listing_number',
        place: 'd.place',
        areaMu: 'd.area_mu',
        party: 'd.party_name',
        since: 'd.state_since',
      },
      statesFor: (me) => statesToMove(rightDealWorkflow, me),
      stateWord: (state) => wordOf(rightDealWorkflow, state),
    });
  }
}
