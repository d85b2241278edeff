import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '#kernel';
import { WorkDesk } from '../work/work-desk.service.js';
import { seconds } from './account-starts.service.js';
import { accountStartWords } from './account-start.words.js';
import { WallClock } from './wall-clock.js';

/** Accounts of staff that wait for the second person, in the office of the administrator who asked. */
@Injectable()
export class AccountStartWork implements OnModuleInit {
  constructor(
    private readonly desk: WorkDesk,
    private readonly wall: WallClock,
  ) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'account_start',
      label: accountStartWords.label,
      from: 'account_start b JOIN account a ON a.id = b.account_id',
      id: 'b.id',
      office: `(SELECT min(p.office_code) FROM post_held p WHERE p.account_id = b.asked_by AND p.post = 'county_administrator')`,
      where: 'b.decided_at IS NULL',
      state: 'b.kind',
      due: 'NULL::timestamptz',
      row: {
        at: `'/account-starts'`,
        number: 'a.login',
        place: 'a.name',
        party: 'b.asked_by_name',
        since: 'b.asked_at',
      },
      statesFor: (me) => (holds(me, ...seconds) ? ['open', 'restart'] : []),
      // Neither who asked nor whose account it is (ASVS 2.3.5, 6.4.6).
      theirs: (me, say) =>
        `${say(me.accountId)} NOT IN (b.asked_by, b.account_id) AND b.until > ${say(this.wall.now())}`,
      stateWord: (kind) => ({ label: accountStartWords[kind as 'open' | 'restart'], tone: 'wait' }),
    });
  }
}
