import { Injectable, type OnModuleInit } from '@nestjs/common';
import { at, dayOf, timedStates } from '#kernel';
import { type Act, Sweeper, type Tx } from '#platform';
import { VenuesService } from '#publications';
import { publicationOf } from './notice.entity.js';
import { type GatheredNotice, NoticeFactsService, safeMoment } from './notice.facts.js';
import { clearBlockers } from './notice.rules.js';
import { noticeWorkflow } from './notice.workflow.js';

/** What time alone does to notices. Nothing relies on it: whether a notice is clear is computed whenever it is asked. */
@Injectable()
export class DueNotices implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly gathered: NoticeFactsService,
    private readonly venues: VenuesService,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'notice',
      label: noticeWorkflow.label,
      states: timedStates(noticeWorkflow),
      settle: (act, id) => this.settle(act, id),
      href: (id) => `/notices/${id}`,
    });
  }

  /** Ends a period that is over; passes a notice against which nothing is open, and looks again on the next working day. */
  async settle(act: Act, id: string): Promise<void> {
    const { tx, now } = act;
    const notice = await this.gathered.lock(tx, id);
    const facts = await this.gathered.gather(tx, notice);
    const { calendar } = facts;
    if (notice.state === 'running') {
      await act.take(noticeWorkflow, facts, 'end');
      await this.lookAgain(tx, id, facts.lastDay === null ? now : safeMoment(calendar, facts.lastDay));
      return;
    }
    if (clearBlockers(facts, now).length > 0) await this.lookAgain(tx, id, at(calendar.next(dayOf(now)), '09:00'));
    else await this.pass(act, facts);
  }

  private async pass(act: Act, facts: GatheredNotice): Promise<void> {
    await act.take(noticeWorkflow, facts, 'pass');
    await this.venues.takeDown(act, publicationOf(facts.record));
  }

  private async lookAgain(tx: Tx, id: string, moment: Date): Promise<void> {
    await tx.query('UPDATE notice SET due_at = $2 WHERE id = $1', [id, moment]);
  }
}
