import { Injectable } from '@nestjs/common';
import { type Actor, reaches } from '#kernel';
import { Database } from '#platform';
import { PublicationsService, VenuesService } from '#publications';
import { boardView } from './board.view.js';
import { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { isArchived } from './notice-list.view.js';
import { NoticeStand } from './notice-stand.js';
import { noticeProblems } from './notice.problems.js';
import { periodSheetOf } from './notice-desks.queries.js';
import { type ShownNotice, noticeView } from './notice.view.js';

/** Reads notices for pages and programs: one notice, and what hangs on a board. */
@Injectable()
export class NoticePagesService {
  constructor(
    private readonly database: Database,
    private readonly gathered: NoticeFactsService,
    private readonly publications: PublicationsService,
    private readonly venues: VenuesService,
    private readonly stand: NoticeStand,
  ) {}

  async see(id: string, me: Actor) {
    return noticeView(await this.show(id, me), me, this.stand.clock.now());
  }

  async board(id: string, me: Actor) {
    const { publicUrl, county } = this.stand.config;
    return boardView(await this.show(id, me), me, this.stand.clock.now(), publicUrl, county.authority);
  }

  /** Everything a page of one notice shows. Drafts are for staff of the place only: to others they are not there. */
  async show(id: string, me: Actor): Promise<ShownNotice> {
    const reader = this.database.reader;
    const notice = await reader.findOneBy(Notice, { id });
    if (!notice || notice.publicationId === null) throw noticeProblems.notFound();
    if (notice.publishedAt === null && !reaches(me, notice.officeCode)) throw noticeProblems.notFound();
    const { publicationId } = notice;
    const today = this.stand.clock.today();
    const { noticePublicMonths } = await this.stand.parameters.at(reader, today);
    return {
      notice,
      gathered: await this.gathered.gather(reader, notice),
      publication: await this.publications.get(reader, publicationId),
      errata: await this.publications.errataOf(reader, publicationId),
      dark: await this.venues.darkOf(reader, publicationId),
      others: await reader.find(Notice, {
        where: { transferId: notice.transferId },
        order: { version: 'ASC' },
        select: { id: true, number: true, version: true, state: true, terms: true },
      }),
      phone: this.stand.config.county.phone,
      periodSheet: reaches(me, notice.officeCode) ? await periodSheetOf(reader, id) : null,
      archived: isArchived(notice.publishedAt, noticePublicMonths, today) && !reaches(me, notice.officeCode),
    };
  }
}
