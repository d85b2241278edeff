import { Injectable } from '@nestjs/common';
import { type Blocker, clockActor, dayOf, reaches } from '#kernel';
import type { Act, Reader, Tx } from '#platform';
import { Numbers } from '#papers';
import { PublicationsService, VenuesService } from '#publications';
import { type NoticeDraft, renderingsOf, searchColumns, venuesOf } from './notice.draft.js';
import { Notice, publicationOf } from './notice.entity.js';
import { type OnBoard, noticeSheet } from './notice-sheet.letter.js';
import { type GatheredNotice, type NoticeAtHand, NoticeFactsService } from './notice.facts.js';
import type { ErratumInput } from './notice.input.js';
import { NoticePeriodPapers } from './notice-period-papers.service.js';
import { noticeProblems } from './notice.problems.js';
import { type NoticeFacts, clearBlockers, limitOf } from './notice.rules.js';
import { bySystem, noticeLines } from './notice.words.js';
import { isDown, noticeWorkflow } from './notice.workflow.js';

/** What another lib may rely on about a notice, at this moment. */
export interface Clearance extends Pick<NoticeFacts, 'lastDay' | 'grantedClaims' | 'notLetting'> {
  /** What keeps it from being clear. */
  blockers: Blocker[];
}

/** The statutory notice: drafted, approved, published; corrected, withdrawn; and whether it is clear. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly publications: PublicationsService,
    private readonly venues: VenuesService,
    private readonly gathered: NoticeFactsService,
    private readonly numbers: Numbers,
    private readonly periods: NoticePeriodPapers,
  ) {}

  /** Drafts a notice; after one that was withdrawn, as its next version. */
  async draft(act: Act, draft: NoticeDraft): Promise<Notice> {
    const before = await this.currentOf(act.tx, draft.subject, draft.subjectId);
    if (before && !isDown(before)) throw noticeProblems.live();
    const notice = await this.write(act, draft, before);
    if (before) await act.keep(Notice, before.id, { replacedById: notice.id });
    return notice;
  }

  /**
   * Approves the words and publishes them: site with its fingerprint, number, and from now on nothing can be changed. A text with
   * somebody's number in it is refused, whoever approves.
   */
  async publish(act: Act, id: string): Promise<Notice> {
    const { tx, now } = act;
    const notice = await this.gathered.lock(tx, id);
    const facts = await this.gathered.gather(tx, notice);
    const publication = await this.publications.approve(act, publicationOf(notice));
    await act.take(noticeWorkflow, facts, 'approve');
    const number = await this.numbers.ofPaper(act, noticeSheet, notice.officeCode);
    await this.publications.release(act, publication, number);
    const website = await this.venues.at(tx, publication.id, 'website');
    const proof = { kind: 'hash', postedAt: now, postedBy: bySystem, evidenceSha256: publication.sha256 } as const;
    await this.venues.prove(act, website, proof);
    const published = { number, publishedAt: now, ...searchColumns(notice.searchText, number) };
    await act.keep(Notice, id, published);
    Object.assign(notice, published);
    await act.take(noticeWorkflow, facts, 'publish', { detail: { number } });
    await this.startIfProven(act, notice);
    return notice;
  }

  /** The notice and the text that hangs on the village board. */
  async onBoard(tx: Tx, id: string): Promise<OnBoard> {
    const notice = await this.get(tx, id);
    const { boardText: text } = await this.publications.get(tx, publicationOf(notice));
    return { notice, text };
  }

  /** All that came of a notice. */
  async results(tx: Tx, id: string): Promise<GatheredNotice> {
    return this.gathered.gather(tx, await this.get(tx, id));
  }

  /** Starts the period once the last mandatory venue has its proof; called by whoever brings a proof. */
  async startIfProven(act: Act, notice: Notice): Promise<boolean> {
    const { completeAt } = await this.venues.standing(act.tx, publicationOf(notice));
    if (notice.state !== 'awaiting_proof' || completeAt === null) return false;
    const facts = await this.gathered.gather(act.tx, notice);
    // 自最后一处有凭证的次日起算：当天不算（民法典第二百零一条）。
    const startDay = dayOf(completeAt);
    await act.as(clockActor).take(noticeWorkflow, facts, 'start', { startDay, ...limitOf(notice) });
    const period = await this.gathered.periodOf(act.tx, notice.id);
    const counted = { periodStart: startDay, endsOn: period?.lastDay ?? notice.endsOn };
    Object.assign(notice, counted);
    await act.keep(Notice, notice.id, counted);
    await this.periods.issue(act, notice, null);
    return true;
  }

  /** Puts a typo right beside the public text; the period goes on (平台规则：更正不重新公示，须县级批准). */
  async correct(act: Act, facts: NoticeAtHand, { wrong, right, reason }: ErratumInput): Promise<void> {
    const correction = { wrong, right, reason };
    await act.take(noticeWorkflow, facts, 'correct', { detail: correction, remark: reason });
    await this.publications.correct(act, publicationOf(facts.record), correction);
  }

  /** Ends a notice whose subject ends otherwise, or that must not stand. */
  async withdraw(act: Act, id: string, reason: string): Promise<void> {
    const notice = await this.gathered.lock(act.tx, id);
    // Whoever may end the subject was asked there; what follows for its notice is taken in the clock's name.
    const own = reaches(act.actor, notice.officeCode, 'county_reviewer', 'county_information', 'county_director');
    const taker = own ? act : act.as(clockActor);
    const facts = await this.gathered.gather(act.tx, notice);
    await taker.take(noticeWorkflow, facts, 'withdraw', { detail: { by: act.actor.name }, remark: reason });
    await act.keep(Notice, id, { endedReason: reason });
    await this.venues.takeDown(act, publicationOf(notice));
  }

  /** The live notice of a subject, else the latest; null if there never was one. */
  async currentOf(reader: Reader | Tx, subject: string, subjectId: string): Promise<Notice | null> {
    return reader.findOne(Notice, { where: { subject, subjectId }, order: { version: 'DESC' } });
  }

  /** Whether a notice is clear, computed from venues, clock, objections and claims; the stored state is not believed. */
  async clearance(reader: Reader | Tx, notice: Notice, now: Date): Promise<Clearance> {
    const facts = await this.gathered.gather(reader, notice);
    const { lastDay, grantedClaims, notLetting } = facts;
    return { lastDay, grantedClaims, notLetting, blockers: clearBlockers(facts, now) };
  }

  async get(reader: Reader | Tx, id: string): Promise<Notice> {
    const notice = await reader.findOneBy(Notice, { id });
    if (!notice) throw noticeProblems.notFound();
    return notice;
  }

  private async write(act: Act, draft: NoticeDraft, before: Notice | null): Promise<Notice> {
    const { publicText, boardText, columns } = renderingsOf(draft);
    const officeCode = draft.villages[0]?.code ?? draft.town.code;
    const version = (before?.version ?? 0) + 1;
    const row = {
      ...columns,
      ...searchColumns(columns.searchText, null),
      subject: draft.subject,
      subjectId: draft.subjectId,
      caseNumber: draft.caseNumber,
      version,
      previousId: before?.id ?? null,
      officeCode,
      officeCodeBorn: officeCode,
      rulesDay: draft.rulesDay,
    };
    const line = { action: 'draft', label: noticeLines.draft, detail: { version } };
    const notice = await act.open(noticeWorkflow, Notice, row, line);
    const composed = await this.publications.compose(act.tx, {
      subject: 'notice',
      subjectId: notice.id,
      version,
      text: publicText,
      boardText,
      ...{ town: columns.town, village: columns.village, areaMu: columns.areaMu, map: draft.map },
      knownCodes: [...draft.terms.parcels.map((parcel) => parcel.code), draft.caseNumber],
    });
    await act.keep(Notice, notice.id, { publicationId: composed.id });
    await this.venues.plan(act.tx, composed.id, venuesOf(draft));
    await rememberPlaces(act.tx, draft);
    return Object.assign(notice, { publicationId: composed.id });
  }
}

/** A place that is known already is not written again: its row would be held until the commit. */
async function rememberPlaces(tx: Tx, draft: NoticeDraft): Promise<void> {
  for (const village of draft.villages) {
    const place = [village.code, draft.town.code, draft.town.name, village.name];
    await tx.query(
      `INSERT INTO notice_place (village_code, town_code, town, village)
       SELECT v.* FROM (VALUES ($1, $2, $3, $4)) AS v (village_code, town_code, town, village)
       WHERE NOT EXISTS (SELECT FROM notice_place p WHERE (p.village_code, p.town_code, p.town, p.village)
         = (v.village_code, v.town_code, v.town, v.village))
       ON CONFLICT (village_code) DO UPDATE SET town_code = $2, town = $3, village = $4`,
      place,
    );
  }
}
