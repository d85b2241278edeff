import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, reaches } from '#kernel';
import { type Act, CONFIG, type Config, Database, type DueView, type Reader, Shown, Steps, together } from '#platform';
import { PublicationsService } from '#publications';
import { type Board, boardOf, boardPage } from './board.view.js';
import { actsOf } from './notice-acts.view.js';
import { Notice as NoticeRecord } from './notice.entity.js';
import { type NoticeAtHand, NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { noticeDue, noticePage } from './notice.page.js';
import { type Notice, type ShownNotice, noticeOf } from './notice.view.js';
import { noticeWorkflow } from './notice.workflow.js';

/** Reads one notice for its page, its acts and its sheet. */
@Injectable()
export class NoticeReader {
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

  async see(id: string, me: Actor): Promise<Shown<Notice>> {
    const shown = await this.read(id, me);
    const now = this.clock.now();
    const acts = actsOf(shown, shown.publication, this.steps.open(noticeWorkflow, shown, me, now), me, now);
    return new Shown(noticeOf(shown, acts, me, now), () => noticePage(shown, acts, now));
  }

  /** The same as part of a page that looks already, and how long one may still object. */
  async seen(reader: Reader, id: string, me: Actor): Promise<{ notice: Notice; due: DueView | null }> {
    const shown = await this.shown(reader, id, me);
    const now = this.clock.now();
    return { notice: noticeOf(shown, [], me, now), due: noticeDue(shown, now) };
  }

  async board(id: string, me: Actor): Promise<Shown<Board>> {
    const { publicUrl, county } = this.config;
    const shown = await this.read(id, me);
    return new Shown(boardOf(shown, me), () => boardPage(shown, this.clock.now(), publicUrl, county.authority));
  }

  /** Everything a page of one notice shows. Drafts are for staff of the place only: to others they are not there. */
  async read(id: string, me: Actor): Promise<ShownNotice> {
    return this.shown(this.database.reader, id, me);
  }

  private async shown(reader: Reader, id: string, me: Actor): Promise<ShownNotice> {
    const notice = await reader.findOneBy(NoticeRecord, { id });
    if (!notice || notice.publicationId === null) throw noticeProblems.notFound();
    if (notice.publishedAt === null && !reaches(me, notice.officeCode)) throw noticeProblems.notFound();
    const { publicationId, subject, subjectId } = notice;
    const { hand, ...found } = await together({
      hand: this.gathered.atHand(reader, notice, me, this.clock.now()),
      publication: this.publications.get(reader, publicationId),
      errata: this.publications.errataOf(reader, publicationId),
      others: reader.find(NoticeRecord, { where: { subject, subjectId }, order: { version: 'ASC' } }),
    });
    return { ...hand, ...found };
  }
}
