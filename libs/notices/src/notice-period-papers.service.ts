import { Inject, Injectable } from '@nestjs/common';
import { clockActor } from '#kernel';
import { PapersService } from '#papers';
import { type Act, CONFIG, type Config } from '#platform';
import { VenuesService } from '#publications';
import { type Notice, publicationOf } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { type Extension, noticeDates } from './notice-sheet.letter.js';
import { posterSigns } from './notice.words.js';

/** 公示起止告示: what the board sheet could not say when it was posted; beside it from the day on which the period starts. */
@Injectable()
export class NoticePeriodPapers {
  constructor(
    private readonly gathered: NoticeFactsService,
    private readonly papers: PapersService,
    private readonly venues: VenuesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Issues it under the notice's own number. */
  async issue(act: Act, notice: Notice, extension: Extension | null): Promise<void> {
    const { period, postings } = await this.gathered.gather(act.tx, notice);
    if (!period || notice.number === null) return;
    const before = (await this.papers.of(act.tx, 'notice', notice.id)).filter(({ kind }) => kind === noticeDates.kind);
    const nth = before.length === 0 ? '' : `${posterSigns.nth}${before.length + 1}`;
    const number = `${notice.number}（${posterSigns.mark}${nth}）`;
    const about = { subject: 'notice', subjectId: notice.id, officeCode: notice.officeCode, number };
    const { phone } = this.config.county;
    const started = { period, postings };
    const paper = await this.papers.issue(
      act.as(clockActor),
      noticeDates,
      about,
      notice,
      started,
      extension,
      phone,
      act.today,
    );
    await this.venues.hangBeside(act, publicationOf(notice), 'village_board', paper.id);
  }
}
