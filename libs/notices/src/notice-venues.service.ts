import { Injectable } from '@nestjs/common';
import { type Actor, type Post, instant, reaches } from '#kernel';
import { type Act, type ActPath, Deadlines, type Elsewhere, Files, generalProblems, isUuid } from '#platform';
import { VenuePosting, VenuesService, type VenueKind, venueKinds } from '#publications';
import { spanOf } from './dark-span.js';
import type { NoticeAtHand } from './notice.facts.js';
import { Notice } from './notice.entity.js';
import type { CheckInput, DarkInput, PhotoInput, ProofInput } from './notice.input.js';
import { noticeProblems } from './notice.problems.js';
import { extension } from './notice.rules.js';
import { noticeLines } from './notice.words.js';
import { mayExtend, noticeWorkflow } from './notice.workflow.js';
import { NoticesService, publicationOf } from './notices.service.js';

/** Who brings the proof of a venue: the village's own station, the halls' own posts. 谁的地方谁贴、谁拍。 */
const provers: Record<VenueKind, readonly Post[]> = {
  village_board: ['village_clerk'],
  screen_town: ['town_information', 'town_trade'],
  screen_county: ['county_information', 'county_reviewer'],
  website: [],
};

/** A notice at its venues: photo proofs, spot checks, spans in the dark and the days they add. */
@Injectable()
export class NoticeVenuesService {
  constructor(
    private readonly notices: NoticesService,
    private readonly venues: VenuesService,
    private readonly deadlines: Deadlines,
    private readonly files: Files,
  ) {}

  /** The station's photo: in place, dated, by somebody of that very village. The last proof starts the period. */
  async prove(act: Act, facts: NoticeAtHand, input: ProofInput, at: ActPath): Promise<void> {
    const { record: notice } = facts;
    const kind = venueOf(at);
    const posting = ownPosting(act, facts, kind, input.place);
    const postedAt = input.postedAt ? instant(input.postedAt) : act.now;
    // 照片不早于发布：还没有审定的文字不能先贴。
    if (postedAt > act.now || postedAt < (notice.publishedAt ?? act.now)) throw noticeProblems.photoDate();
    const { longitude, latitude } = input;
    const point = longitude && latitude ? { longitude, latitude } : null;
    const exhibit = { subject: 'notice', subjectId: notice.id, kind: `venue:${kind}`, takenAt: postedAt, point };
    const file = await this.files.attach(act, input.photo, { ...exhibit, public: true });
    const shown = { kind: 'photo' as const, postedAt, postedBy: act.actor.name, point };
    await this.venues.prove(act, posting, { ...shown, evidenceFileId: file.id, evidenceSha256: file.sha256 });
    const label = `${venueKinds[kind]}${noticeLines.proven}`;
    await act.note('notice', notice, { label, detail: { place: posting.place, fileId: file.id } });
    await this.notices.startIfProven(act, notice);
  }

  /** The sheet that tells the days hangs beside the notice: a photo by the station, no clock depends on it. */
  async provePeriod(act: Act, facts: NoticeAtHand, { photo }: PhotoInput): Promise<void> {
    const { record: notice } = facts;
    const posting = ownPosting(act, facts, 'village_board');
    if (notice.state !== 'running') throw noticeProblems.notRunning();
    const exhibit = { subject: 'notice', subjectId: notice.id, kind: 'period_sheet', takenAt: act.now, public: true };
    const file = await this.files.attach(act, photo, exhibit);
    const detail = { place: posting.place, fileId: file.id };
    await act.note('notice', notice, { label: noticeLines.hung, detail });
  }

  /** A spot check of a venue by any of the offices above or at it. */
  async check(act: Act, facts: NoticeAtHand, { place, inPlace, remark }: CheckInput, at: ActPath): Promise<void> {
    const kind = venueOf(at);
    const posting = await this.reached(act, facts, kind, place);
    await this.venues.check(act, posting, { inPlace, remark });
    const label = `${noticeLines.checked}${venueKinds[kind]}：${inPlace ? noticeLines.inPlace : noticeLines.gone}`;
    await act.note('notice', facts.record, { label, detail: { place: posting.place, inPlace } });
  }

  /** A venue could not be read for a while; the county has to confirm before a day is added. */
  async reportDark(act: Act, facts: NoticeAtHand, input: DarkInput): Promise<Elsewhere> {
    const { venue, reason } = input;
    const posting = await this.reached(act, facts, venue, input.place);
    const { id } = await this.venues.reportDark(act, posting, { reason, ...spanOf(input) });
    await act.note('notice', facts.record, { label: `${venueKinds[venue]}${noticeLines.dark}`, detail: { reason } });
    return { id: facts.record.id, view: { id } };
  }

  /** The county confirms a span: from a whole working day on, the period grows by the working days that were lost. */
  async extend(act: Act, facts: NoticeAtHand, _input: unknown, at: ActPath): Promise<Elsewhere> {
    const { record: notice, period } = facts;
    const darkId = at['dark'] ?? '';
    if (!isUuid(darkId)) throw generalProblems.notFound();
    if (!period || !mayExtend(notice)) throw noticeProblems.notRunning();
    const { firstDay, lastDay } = period;
    const counted = { firstDay, lastDay, rulesDay: notice.rulesDay as typeof firstDay };
    const dark = await this.venues.confirmDark(act, publicationOf(notice), darkId, counted);
    const added = dark.lostWorkingDays ?? 0;
    const { remark, said } = extension(dark.reason, added);
    const words = { remark, detail: { darkId, added }, startDay: period.start };
    await act.take(noticeWorkflow, facts, 'extend', words);
    await this.grow(act, facts, added, remark);
    if (added > 0) await this.notices.tellPeriod(act, notice, { reason: dark.reason, workingDays: added });
    return { id: notice.id, said };
  }

  /** The clock of the period is set anew, from the same day, with the days that were added. */
  private async grow(act: Act, { record: notice, period }: NoticeAtHand, added: number, remark: string): Promise<void> {
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

  /** A venue of the notice, locked, under an office of whoever acts. */
  private async reached(
    act: Act,
    { record: notice }: NoticeAtHand,
    kind: VenueKind,
    place: string | undefined,
  ): Promise<VenuePosting> {
    const posting = await this.venues.at(act.tx, publicationOf(notice), kind, place ?? null);
    if (!reaches(act.actor, posting.officeCode)) throw noticeProblems.notYourPlace();
    return posting;
  }
}

export function mayProve(me: Actor, { kind, officeCode }: Pick<VenuePosting, 'kind' | 'officeCode'>): boolean {
  const posts = provers[kind];
  return posts.length > 0 && reaches(me, officeCode, ...posts);
}

/** The posting that this person may prove; of several villages, his own. */
function ownPosting({ actor }: Act, { postings }: NoticeAtHand, kind: VenueKind, place?: string): VenuePosting {
  const own = postings.find(
    (posting) =>
      posting.kind === kind && (place === undefined || posting.officeCode === place) && mayProve(actor, posting),
  );
  if (!own) throw noticeProblems.notYourPlace();
  return own;
}

/** The venue in the address of an act. */
function venueOf({ venue = '' }: ActPath): VenueKind {
  if (!Object.hasOwn(venueKinds, venue)) throw generalProblems.notFound();
  return venue as VenueKind;
}
