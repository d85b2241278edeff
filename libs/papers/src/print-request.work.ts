import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk } from '#platform';
import { printWork } from './paper.words.js';
import { mayDecidePrints } from './paper.view.js';

/** Copies beyond the limit that another person is to let through. */
@Injectable()
export class PrintRequestWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'print_request',
      label: printWork.label,
      from: 'print_request r JOIN paper p ON p.id = r.paper_id',
      id: 'r.id',
      office: 'p.office_code',
      where: 'r.decided_at IS NULL AND p.voided_at IS NULL',
      state: `'asked'::text`,
      due: 'NULL::timestamptz',
      row: {
        at: `'/papers/' || p.id || '/prints'`,
        number: 'p.number',
        place: `coalesce((SELECT o.name FROM office o WHERE o.office_code = p.office_code AND o.status = 'open'), '')`,
        party: 'r.asked_by',
        since: 'r.asked_at',
      },
      statesFor: (me) => (mayDecidePrints(me) ? ['asked'] : []),
      theirs: (me, say) => `r.asked_account_id <> ${say(me.accountId)}`,
      stateWord: () => printWork.asked,
    });
  }
}
