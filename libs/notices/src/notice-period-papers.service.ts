import { Inject, Injectable } from '@nestjs/common';
import { addDays, clockActor } from '#kernel';
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
  async issue(act: Act, notice: Notice, extension: NoticePeriodView['extension']): Promise<void> {
    const { tx, today } = act;
    const { period, postings } = await this.gathered.gather(tx, notice);
    if (!period || notice.number === null) return;
    const { start, firstDay, lastDay, counted } = period;
    // As it looks before it began: a paper knows no today.
    const drawn = noticeStrip({ period, postings }, addDays(start, -30))?.days ?? [];
    const view: NoticePeriodView = {
      noticeNumber: notice.number,
      version: notice.version,
      heading: notice.title,
      ...{ start, firstDay, lastDay, workingDays: counted.length, extension },
      days: drawn.map(({ day, top: weekday, note, kind }) => ({ day, weekday, note, kind: kinds[kind] })),
      ...{ town: notice.town, village: notice.village },
      desk: { name: '', address: notice.town, phone: this.config.county.phone },
      issuedOn: today,
    };
    const before = (await this.papers.of(tx, 'notice', notice.id)).filter((each) => each.kind === 'notice_period');
    const about = { subject: 'notice', subjectId: notice.id, officeCode: notice.officeCode };
    const nth = before.length === 0 ? '' : `${posterSigns.nth}${before.length + 1}`;
    const number = `${notice.number}（${posterSigns.mark}${nth}）`;
    await this.papers.issue(act.as(clockActor), { kind: 'notice_period', view, number, ...about });
  }
}
