import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, CONFIG, type Config, Database, type Reader, Steps, together } from '#platform';
import { PublicationsService } from '#publications';
import { boardView } from './board.view.js';
import { Notice } from './notice.entity.js';
import { type NoticeAtHand, NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { type ShownNotice, noticeView } from './notice.view.js';
import { noticeWorkflow } from './notice.workflow.js';

/** Reads one notice for its page, its acts and its sheet. */
@Injectable()
export class NoticePagesService {
  constructor(
    private readonly database: Database,
    private readonly gathered: NoticeFactsService,
    private readonly publications: PublicationsService,
    private readonly steps: Steps,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  locked(act: Act, id: string): Promise<NoticeAtHand> {
    return this.gathered.locked(act, id);
  }

  async see(id: string, me: Actor) {
    return this.seen(this.database.reader, id, me);
  }

  /** The same as part of a page that looks already. */
  async seen(reader: Reader, id: string, me: Actor) {
    const shown = await this.shown(reader, id, me);
    const now = this.clock.now();
    return noticeView(shown, this.steps.open(noticeWorkflow, shown, me, now), me, now);
  }

  async board(id: string, me: Actor) {
    const { publicUrl, county } = this.config;
    return boardView(await this.read(id, me), me, this.clock.now(), publicUrl, county.authority);
  }

  /** Everything a page of one notice shows. Drafts are for staff of the place only: to others they are not there. */
  async read(id: string, me: Actor): Promise<ShownNotice> {
    return this.shown(this.database.reader, id, me);
  }

  private async shown(reader: Reader, id: string, me: Actor): Promise<ShownNotice> {
    const notice = await reader.findOneBy(Notice, { id });
    if (!notice || notice.publicationId === null) throw noticeProblems.notFound();
    if (notice.publishedAt === null && !reaches(me, notice.officeCode)) throw noticeProblems.notFound();
    const { publicationId, transferId } = notice;
    const { hand, ...found } = await together({
      hand: this.gathered.atHand(reader, notice, me, this.clock.now()),
      publication: this.publications.get(reader, publicationId),
      errata: this.publications.errataOf(reader, publicationId),
      others: reader.find(Notice, { where: { transferId }, order: { version: 'ASC' } }),
    });
    return { ...hand, ...found, phone: this.config.county.phone };
  }
}
