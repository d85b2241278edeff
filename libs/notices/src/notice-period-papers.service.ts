import { Inject, Injectable } from '@nestjs/common';
import { addDays, clockActor, formatShortDay, weekdayName } from '#kernel';
import { type NoticePeriodView, PapersService } from '#papers';
import { type Act, CONFIG, type Config } from '#platform';
import type { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeStrip } from './notice.page.js';
import { posterSigns } from './notice.words.js';

const kinds = { count: 'count', done: 'count', today: 'count', event: 'event', '': 'skip' } as const;

/** 公示起止告示: what the board sheet could not say when it was posted; beside it from the day on which the period starts. */
@Injectable()
export class NoticePeriodPapers {
  constructor(
    private readonly gathered: NoticeFactsService,
    private readonly papers: PapersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Issues it under the notice's own number; again, with the reason, each time the days grow. */
  async issue(act: Act, notice: Notice, extension: string): Promise<void> {
    const { tx, today } = act;
    const { period, postings } = await this.gathered.gather(tx, notice);
    if (!period || notice.number === null) return;
    const start = formatShortDay(period.start);
    const first = formatShortDay(period.firstDay);
    const view: NoticePeriodView = {
      noticeNumber: notice.number,
      version: notice.version,
      heading: notice.title,
      period: `三处公示的凭证在 ${start}齐了，当天不算，从 ${first}起算 ${period.counted.length} 个工作日（民法典第二百零一条）。`,
      until: `${formatShortDay(period.lastDay)}（${weekdayName(period.lastDay)}）24:00`,
      extension,
      // As it looks before it began: a paper knows no today.
      days: (noticeStrip({ period, postings }, addDays(period.start, -30))?.days ?? []).map(
        ({ day, top, note, kind }) => ({
          day,
          weekday: top,
          note,
          kind: kinds[kind],
        }),
      ),
      desk: {
        name: `${notice.village}服务站；${notice.town}交易所公开咨询室`,
        address: notice.town,
        phone: this.config.county.phone,
      },
      issuedOn: today,
    };
    const before = (await this.papers.of(tx, 'notice', notice.id)).filter((each) => each.kind === 'notice_period');
    const about = { subject: 'notice', subjectId: notice.id, officeCode: notice.officeCode };
    const nth = before.length === 0 ? '' : `${posterSigns.nth}${before.length + 1}`;
    const number = `${notice.number}（${posterSigns.mark}${nth}）`;
    await this.papers.issue(act.as(clockActor), { kind: 'notice_period', view, number, ...about });
  }
}
