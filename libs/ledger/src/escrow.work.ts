import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '#kernel';
import { WorkDesk } from '#platform';
import { escrowWork } from './escrow.words.js';

/** Towns that have no account to be paid into, nor one that is to come: their cases stop before they are filed. */
@Injectable()
export class EscrowWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'escrow_account',
      label: escrowWork.label,
      from: 'office o',
      id: 'o.id',
      office: 'o.office_code',
      where: `o.level = 'town' AND o.status = 'open' AND NOT EXISTS (SELECT FROM escrow_account e
        WHERE left(e.office_code, 9) = left(o.office_code, 9))`,
      state: `'missing'::text`,
      due: 'NULL::timestamptz',
      row: {
        at: `'/escrow-accounts'`,
        number: 'NULL',
        place: 'o.name',
        since: `o.valid_from::timestamptz`,
      },
      statesFor: (me) => (holds(me, 'county_administrator') ? ['missing'] : []),
      stateWord: () => escrowWork.missing,
    });
  }
}
