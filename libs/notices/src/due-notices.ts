import { Injectable, type OnModuleInit } from '@nestjs/common';
import { at, clockActor, dayOf, timedStates } from '#kernel';
import { Steps, Sweeper, type Tx } from '#platform';
import { NoticeFactsService, safeMoment } from './notice.facts.js';
import { clearBlockers } from './notice.rules.js';
import { noticeWorkflow } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';

/** What time alone does to notices. Nothing relies on it: whether a notice is clear is computed whenever it is asked. */
@Injectable()
export class DueNotices implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly notices: NoticesService,
    private readonly gathered: NoticeFactsService,
    private readonly steps: Steps,
  ) {}

  onModuleInit(): void {
    this.sweeper.register({
      subject: 'notice',
      label: '公示',
      states: timedStates(noticeWorkflow),
      settle: ({ tx, now }, id) => this.settle(tx, id, now),
      href: (id) => `/notices/${id}`,
    });
  }

  /** Ends a period that is over; passes a notice against which nothing is open, and looks again on the next working day. */
  async settle(tx: Tx, id: string, now: Date): Promise<void> {
    const notice = await this.notices.lock(tx, id);
    const { facts, calendar } = await this.gathered.gather(tx, notice);
    if (notice.state === 'running') {
      await this.steps.take(tx, noticeWorkflow, facts, 'end', clockActor, { now });
      await this.lookAgain(tx, id, facts.lastDay === null ? now : safeMoment(calendar, facts.lastDay));
      return;
    }
    if (clearBlockers(facts, now).length > 0) await this.lookAgain(tx, id, at(calendar.next(dayOf(now)), '09:00'));
    else await this.steps.take(tx, noticeWorkflow, facts, 'pass', clockActor, { now });
  }

  private async lookAgain(tx: Tx, id: string, moment: Date): Promise<void> {
    await tx.query('UPDATE notice SET due_at = $2 WHERE id = $1', [id, moment]);
  }
}
