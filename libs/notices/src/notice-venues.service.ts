import { Injectable } from '@nestjs/common';
import { type Actor, type Post, reaches } from '#kernel';
import { actWithin, Deadlines, Files, type Received, Steps, type Tx, record } from '#platform';
import { VenuePosting, VenuesService, type VenueKind, venueKinds } from '#publications';
import { Notice } from './notice.entity.js';
import { NoticeFactsService } from './notice.facts.js';
import { noticeProblems } from './notice.problems.js';
import { mayExtend, noticeWorkflow } from './notice.workflow.js';
import { NoticesService } from './notices.service.js';

/** Who brings the proof of a venue: the village's own station, the halls' own posts. 谁的地方谁贴、谁拍。 */
const provers: Record<VenueKind, readonly Post[]> = {
  village_board: ['village_clerk'],
  screen_town: ['town_information', 'town_trade'],
  screen_county: ['county_information', 'county_reviewer'],
  website: [],
};

export interface PhotoProof {
  postedAt: Date;
  place: string | null;
  point: { longitude: string; latitude: string } | null;
}

/** A notice at its venues: photo proofs, spot checks, spans in the dark and the days they add. */
@Injectable()
export class NoticeVenuesService {
  constructor(
    private readonly notices: NoticesService,
    private readonly gathered: NoticeFactsService,
    private readonly venues: VenuesService,
    private readonly steps: Steps,
    private readonly deadlines: Deadlines,
    private readonly files: Files,
  ) {}

  /** The station's photo: in place, dated, by somebody of that very village. The last proof starts the period. */
  async prove(
    tx: Tx,
    id: string,
    kind: VenueKind,
    proof: PhotoProof,
    photo: Received,
    actor: Actor,
    now: Date,
  ): Promise<Notice> {
    const notice = await this.published(tx, id);
    const posting = await this.ownPosting(tx, notice, kind, proof.place, actor);
    // 照片不早于发布：还没有审定的文字不能先贴。
    const earliest = notice.publishedAt ?? now;
    if (proof.postedAt > now || proof.postedAt < earliest) throw noticeProblems.photoDate();
    const exhibit = {
      subject: 'notice',
      subjectId: id,
      kind: `venue:${kind}`,
      takenAt: proof.postedAt,
      point: proof.point,
      public: true,
    };
    const file = await this.files.attach(actWithin(tx, actor, now), photo, exhibit);
    const shown = { kind: 'photo' as const, postedAt: proof.postedAt, postedBy: actor.name };
    await this.venues.prove(
      tx,
      posting,
      { ...shown, evidenceFileId: file.id, evidenceSha256: file.sha256, point: proof.point },
      now,
    );
    await this.tell(tx, notice, 'prove', `${venueKinds[kind]}贴出凭证`, actor, now, {
      place: posting.place,
      fileId: file.id,
    });
    await this.notices.startIfProven(tx, notice, now);
    return notice;
  }

  /** The sheet that tells the days hangs beside the notice: a photo by the station, no clock depends on it. */
  async provePeriodSheet(tx: Tx, id: string, photo: Received, actor: Actor, now: Date): Promise<void> {
    const notice = await this.published(tx, id);
    const posting = await this.ownPosting(tx, notice, 'village_board', null, actor);
    if (notice.state !== 'running') throw noticeProblems.notRunning();
    const exhibit = { subject: 'notice', subjectId: id, kind: 'period_sheet', takenAt: now, public: true };
    const file = await this.files.attach(actWithin(tx, actor, now), photo, exhibit);
    const told = { place: posting.place, fileId: file.id };
    await this.tell(tx, notice, 'prove-period', '贴出公示起止告示', actor, now, told);
  }

  /** A spot check of a venue by any of the offices above or at it. */
  async check(
    tx: Tx,
    id: string,
    kind: VenueKind,
    seen: { place: string | null; inPlace: boolean; remark: string },
    actor: Actor,
    now: Date,
  ): Promise<void> {
    const notice = await this.published(tx, id);
    const posting = await this.venues.at(tx, publicationOf(notice), kind, seen.place);
    if (!reaches(actor, posting.officeCode)) throw noticeProblems.notYourPlace();
    await this.venues.check(tx, posting, seen, actor, now);
    const label = `抽查${venueKinds[kind]}：${seen.inPlace ? '在' : '不在'}`;
    await this.tell(tx, notice, 'check', label, actor, now, { place: posting.place, inPlace: seen.inPlace });
  }

  /** A venue could not be read for a while; the county has to confirm before a day is added. */
  async reportDark(
    tx: Tx,
    id: string,
    span: { venue: VenueKind; place: string | null; from: Date; to: Date; reason: string },
    actor: Actor,
    now: Date,
  ): Promise<string> {
    const notice = await this.published(tx, id);
    const posting = await this.venues.at(tx, publicationOf(notice), span.venue, span.place);
    if (!reaches(actor, posting.officeCode)) throw noticeProblems.notYourPlace();
    const dark = await this.venues.reportDark(tx, posting, span, actor, now);
    await this.tell(tx, notice, 'report-dark', `${venueKinds[span.venue]}中断`, actor, now, { reason: span.reason });
    return dark.id;
  }

  /** The county confirms a span: from a whole working day on, the period grows by the working days that were lost. */
  async confirmDark(
    tx: Tx,
    id: string,
    darkId: string,
    actor: Actor,
    now: Date,
  ): Promise<{ notice: Notice; added: number }> {
    const notice = await this.published(tx, id);
    const { facts, period } = await this.gathered.gather(tx, notice);
    if (!period || !mayExtend(notice)) throw noticeProblems.notRunning();
    const counted = {
      firstDay: period.firstDay,
      lastDay: period.lastDay,
      rulesDay: notice.rulesDay as typeof period.firstDay,
    };
    const dark = await this.venues.confirmDark(tx, publicationOf(notice), darkId, counted, actor, now);
    const added = dark.lostWorkingDays ?? 0;
    const remark = added === 0 ? '不满一个工作日，不延长' : `${dark.reason}，顺延 ${added} 个工作日`;
    await this.steps.take(tx, noticeWorkflow, facts, 'extend', actor, {
      now,
      remark,
      detail: { darkId, added },
      startDay: period.start,
    });
    await this.deadlines.stop(tx, 'notice', id, now, 'state:running');
    const clock = await this.deadlines.set(
      tx,
      {
        subject: 'notice',
        subjectId: id,
        kind: 'state:running',
        label: period.label,
        basis: added === 0 ? period.basis : `${period.basis}；${remark}`,
        start: period.start,
        workingDays: period.workingDays + added,
        untilClose: false,
        officeCode: notice.officeCode,
        column: { table: 'notice', name: 'due_at' },
      },
      now,
    );
    notice.dueAt = clock.dueAt;
    notice.endsOn = clock.lastDay;
    const kept = await tx.save(Notice, notice);
    if (added > 0) await this.notices.tellPeriod(tx, kept, `公示延长：${remark}。以本告示为准。`, now);
    return { notice: kept, added };
  }

  private async published(tx: Tx, id: string): Promise<Notice> {
    const notice = await this.notices.lock(tx, id);
    if (notice.publishedAt === null) throw noticeProblems.notFound();
    return notice;
  }

  /** The posting that this person may prove; of several villages, his own. */
  private async ownPosting(
    tx: Tx,
    notice: Notice,
    kind: VenueKind,
    place: string | null,
    actor: Actor,
  ): Promise<VenuePosting> {
    const posts = provers[kind];
    const postings = (await this.venues.of(tx, publicationOf(notice))).filter((posting) => posting.kind === kind);
    const chosen = place === null ? postings : postings.filter((posting) => posting.officeCode === place);
    const own = posts.length === 0 ? undefined : chosen.find((posting) => reaches(actor, posting.officeCode, ...posts));
    if (!own) throw noticeProblems.notYourPlace();
    return own;
  }

  private async tell(
    tx: Tx,
    notice: Notice,
    action: string,
    label: string,
    actor: Actor,
    now: Date,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await record(
      tx,
      { subject: 'notice', subjectId: notice.id, action, label, officeCode: notice.officeCode, detail },
      actor,
      now,
    );
  }
}

function publicationOf(notice: Notice): string {
  if (notice.publicationId === null) throw new Error(`Notice ${notice.id} has no text.`);
  return notice.publicationId;
}
