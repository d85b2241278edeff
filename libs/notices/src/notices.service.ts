import { Injectable } from '@nestjs/common';
import { type Actor, type Blocker, type Day, clockActor, dayOf, reaches } from '#kernel';
import { actWithin, type Reader, Steps, type Tx, record } from '#platform';
import { Numbers } from '#papers';
import { PublicationsService, VenuesService } from '#publications';
import { type NoticeDraft, renderingsOf, searchColumns, venuesOf } from './notice.draft.js';
import { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { NoticePeriodPapers } from './notice-period-papers.service.js';
import { noticeProblems } from './notice.problems.js';
import { type NoticeFacts, clearBlockers } from './notice.rules.js';
import { isDown, noticeWorkflow } from './notice.workflow.js';

/** What another lib may rely on about a notice, at this moment. */
export interface Clearance extends Omit<NoticeFacts, 'record'> {
  clear: boolean;
  blockers: Blocker[];
  noticeId: string;
  number: string | null;
  version: number;
  state: string;
  periodStart: Day | null;
}

/** The statutory notice: drafted, approved, published; corrected, withdrawn; and whether it is clear. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly publications: PublicationsService,
    private readonly venues: VenuesService,
    private readonly steps: Steps,
    private readonly gathered: NoticeFactsService,
    private readonly numbers: Numbers,
    private readonly periods: NoticePeriodPapers,
  ) {}

  /** Drafts a notice for a transfer; after one that was withdrawn, as its next version. */
  async draft(tx: Tx, draft: NoticeDraft, actor: Actor, now: Date): Promise<Notice> {
    const before = await this.currentOf(tx, draft.transferId);
    if (before && !isDown(before)) throw noticeProblems.live();
    const notice = await this.write(tx, draft, before, actor, now);
    if (before) await tx.update(Notice, { id: before.id }, { replacedById: notice.id });
    return notice;
  }

  /** Approves the words; a text with somebody's number in it is refused, whoever approves. */
  async approve(tx: Tx, id: string, actor: Actor, now: Date): Promise<Notice> {
    const notice = await this.lock(tx, id);
    await this.publications.approve(tx, publicationOf(notice), actor, now);
    await this.take(tx, notice, 'approve', actor, now);
    return notice;
  }

  /** Publishes (and approves, if nobody has): number, site with its fingerprint, and from now on nothing can be changed. */
  async publish(tx: Tx, id: string, actor: Actor, now: Date): Promise<Notice> {
    let notice = await this.lock(tx, id);
    if (notice.state === 'draft') notice = await this.approve(tx, id, actor, now);
    notice.number = await this.numbers.ofPaper(actWithin(tx, actor, now), 'notice', notice.officeCode);
    notice.publishedAt = now;
    Object.assign(notice, searchColumns(notice.searchText, notice.number));
    await tx.save(Notice, notice);
    await this.take(tx, notice, 'publish', actor, now, { number: notice.number });
    const publication = await this.publications.release(tx, publicationOf(notice), now);
    const website = await this.venues.at(tx, publication.id, 'website');
    await this.venues.prove(
      tx,
      website,
      { kind: 'hash', postedAt: now, postedBy: '系统', evidenceSha256: publication.sha256 },
      now,
    );
    await this.startIfProven(tx, notice, now);
    return notice;
  }

  /** Starts the period once the last mandatory venue has its proof; called by whoever brings a proof. */
  async startIfProven(tx: Tx, notice: Notice, now: Date): Promise<boolean> {
    const { completeAt } = await this.venues.standing(tx, publicationOf(notice));
    if (notice.state !== 'awaiting_proof' || completeAt === null) return false;
    const facts = (await this.gathered.gather(tx, notice)).facts;
    // 自最后一处有凭证的次日起算：当天不算（民法典第二百零一条）。
    const startDay = dayOf(completeAt);
    await this.steps.take(tx, noticeWorkflow, facts, 'start', clockActor, { now, startDay });
    const period = await this.gathered.periodOf(tx, notice.id);
    notice.periodStart = startDay;
    notice.endsOn = period?.lastDay ?? notice.endsOn;
    await tx.save(Notice, notice);
    await this.periods.issue(tx, notice, '', now);
    return true;
  }

  /** Puts a typo right beside the public text; the period goes on (平台规则：更正不重新公示，须县级批准). */
  async erratum(
    tx: Tx,
    id: string,
    correction: { wrong: string; right: string; reason: string },
    actor: Actor,
    now: Date,
  ): Promise<Notice> {
    const notice = await this.lock(tx, id);
    await this.take(tx, notice, 'correct', actor, now, correction, correction.reason);
    await this.publications.correct(tx, publicationOf(notice), correction, actor, now);
    return notice;
  }

  /** Ends a notice whose transfer ends otherwise, or that must not stand. */
  async withdraw(tx: Tx, id: string, reason: string, actor: Actor, now: Date): Promise<Notice> {
    const notice = await this.lock(tx, id);
    // Whoever may end the transfer was asked there; what follows for its notice is taken in the clock's name.
    const taker = reaches(actor, notice.officeCode, 'county_reviewer', 'county_information', 'county_director')
      ? actor
      : clockActor;
    await this.take(tx, notice, 'withdraw', taker, now, { by: actor.name }, reason);
    notice.endedReason = reason;
    await tx.save(Notice, notice);
    await this.venues.takeDown(tx, publicationOf(notice), now);
    return notice;
  }

  /** The live notice of a transfer, else the latest; null if there never was one. */
  async currentOf(reader: Reader | Tx, transferId: string): Promise<Notice | null> {
    return reader.findOne(Notice, { where: { transferId }, order: { version: 'DESC' } });
  }

  /** Whether a notice is clear, computed from venues, clock, objections and claims; the stored state is not believed. */
  async clearance(reader: Reader | Tx, notice: Notice, now: Date): Promise<Clearance> {
    const { facts, period } = await this.gathered.gather(reader, notice);
    const blockers = clearBlockers(facts, now);
    const { record: _record, ...rest } = facts;
    const about = { noticeId: notice.id, number: notice.number, version: notice.version, state: notice.state };
    return { ...rest, ...about, clear: blockers.length === 0, blockers, periodStart: period?.start ?? null };
  }

  async get(reader: Reader | Tx, id: string): Promise<Notice> {
    const notice = await reader.findOneBy(Notice, { id });
    if (!notice) throw noticeProblems.notFound();
    return notice;
  }

  async lock(tx: Tx, id: string): Promise<Notice> {
    const notice = await tx.findOne(Notice, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!notice) throw noticeProblems.notFound();
    return notice;
  }

  /** 公示起止有变的，再出一张告示。 */
  async tellPeriod(tx: Tx, notice: Notice, extension: string, now: Date): Promise<void> {
    await this.periods.issue(tx, notice, extension, now);
  }

  private async take(
    tx: Tx,
    notice: Notice,
    action: 'approve' | 'publish' | 'withdraw' | 'correct',
    actor: Actor,
    now: Date,
    detail: Record<string, unknown> = {},
    remark: string | null = null,
  ): Promise<void> {
    const { facts } = await this.gathered.gather(tx, notice);
    await this.steps.take(tx, noticeWorkflow, facts, action, actor, { now, detail, remark });
  }

  private async write(tx: Tx, draft: NoticeDraft, before: Notice | null, actor: Actor, now: Date): Promise<Notice> {
    const { publicText, boardText, columns } = renderingsOf(draft);
    const officeCode = draft.villages[0]?.code ?? draft.town.code;
    const notice = await tx.save(
      Notice,
      tx.create(Notice, {
        ...columns,
        ...searchColumns(columns.searchText, null),
        transferId: draft.transferId,
        caseNumber: draft.caseNumber,
        version: (before?.version ?? 0) + 1,
        previousId: before?.id ?? null,
        state: noticeWorkflow.first,
        stateSince: now,
        officeCode,
        officeCodeBorn: officeCode,
        revision: 1,
        rulesDay: draft.rulesDay,
      }),
    );
    const composed = await this.publications.compose(tx, {
      subject: 'notice',
      subjectId: notice.id,
      version: notice.version,
      text: publicText,
      boardText,
      knownCodes: [...draft.terms.parcels.map((parcel) => parcel.code), draft.caseNumber],
    });
    notice.publicationId = composed.id;
    await tx.save(Notice, notice);
    await this.venues.plan(tx, composed.id, venuesOf(draft));
    await rememberPlaces(tx, draft);
    const act = { subject: 'notice', subjectId: notice.id, action: 'draft', label: '起草公示', officeCode };
    await record(tx, { ...act, toState: notice.state, detail: { version: notice.version } }, actor, now);
    return notice;
  }
}

async function rememberPlaces(tx: Tx, draft: NoticeDraft): Promise<void> {
  for (const village of draft.villages) {
    await tx.query(
      `INSERT INTO notice_place (village_code, town_code, town, village) VALUES ($1, $2, $3, $4)
       ON CONFLICT (village_code) DO UPDATE SET town_code = $2, town = $3, village = $4`,
      [village.code, draft.town.code, draft.town.name, village.name],
    );
  }
}

function publicationOf(notice: Notice): string {
  if (notice.publicationId === null) throw new Error(`Notice ${notice.id} has no text.`);
  return notice.publicationId;
}
