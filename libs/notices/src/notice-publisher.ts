import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Act, Deadlines, type Reader, type Tx } from '#platform';
import { type ConfirmedOutage, type CountedDays, type Publisher, Publishers } from '#publications';
import { Notice } from './notice.entity.js';
import { type GatheredNotice, NoticeFactsService, countedDays } from './notice.facts.js';
import { NoticePeriodPapers } from './notice-period-papers.service.js';
import { extension } from './notice.rules.js';
import { noticeWorkflow } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';

/** What follows for a notice from what happens at its venues: its period starts, and grows. */
@Injectable()
export class NoticePublisher implements Publisher, OnModuleInit {
  readonly subject = 'notice';
  readonly things = 'notices';

  constructor(
    private readonly publishers: Publishers,
    private readonly notices: NoticesService,
    private readonly gathered: NoticeFactsService,
    private readonly deadlines: Deadlines,
    private readonly periods: NoticePeriodPapers,
  ) {}

  onModuleInit(): void {
    this.publishers.register(this);
  }

  lock(tx: Tx, id: string): Promise<Notice> {
    return this.gathered.lock(tx, id);
  }

  async period(reader: Reader | Tx, id: string): Promise<CountedDays | null> {
    return countedDays(await this.notices.get(reader, id), await this.gathered.periodOf(reader, id));
  }

  /** The last proof starts the period. */
  async proven(act: Act, id: string): Promise<void> {
    await this.notices.startIfProven(act, await this.gathered.lock(act.tx, id));
  }

  /** From a whole working day on, the period grows by the working days that were lost. */
  async lost(act: Act, id: string, { id: outageId, reason, workingDays }: ConfirmedOutage): Promise<string> {
    const notice = await this.gathered.lock(act.tx, id);
    const facts = await this.gathered.gather(act.tx, notice);
    const { remark, said } = extension(reason, workingDays);
    const detail = { outageId, added: workingDays };
    await act.take(noticeWorkflow, facts, 'extend', {
      ...{ remark, detail },
      ...(facts.period ? { startDay: facts.period.start } : {}),
    });
    await this.grow(act, facts, workingDays, remark);
    // 公示起止有变的，再出一张告示。
    if (workingDays > 0) await this.periods.issue(act, notice, { reason, workingDays });
    return said;
  }

  /** The clock of the period is set anew, from the same day, with the days that were added. */
  private async grow(
    act: Act,
    { record: notice, period }: GatheredNotice,
    added: number,
    remark: string,
  ): Promise<void> {
    if (!period) return;
    await this.deadlines.stop(act.tx, 'notice', notice.id, act.now, 'state:running');
    const clock = {
      subject: 'notice',
      subjectId: notice.id,
      kind: 'state:running',
      label: period.label,
      basis: added === 0 ? period.basis : `${period.basis}；${remark}`,
      start: period.start,
      workingDays: period.workingDays + added,
      untilClose: false,
      officeCode: notice.officeCode,
      column: { table: 'notice', name: 'due_at' } as const,
    };
    const { dueAt, lastDay: endsOn } = await this.deadlines.set(act.tx, clock, act.now);
    Object.assign(notice, { dueAt, endsOn });
    await act.keep(Notice, notice.id, { dueAt, endsOn });
  }
}
