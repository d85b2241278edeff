import { type Actor, type Calendar, type Day, at, dayOf, reaches } from '#kernel';
import {
  type Act,
  Calendars,
  type Deadline,
  Deadlines,
  ParameterStore,
  type Reader,
  type Tx,
  together,
} from '#platform';
import { type About, type CaseFile, CasesService, waits } from '#cases';
import { type CountedDays, type Outage, VenuePosting, VenuesService, standingOf, venueKinds } from '#publications';
import { Injectable } from '@nestjs/common';
import { isArchived } from './notice-list.view.js';
import { Notice } from './notice.entity.js';
import { noticeProblems } from './notice.problems.js';
import { isOpenNotice, mayExtend } from './notice.workflow.js';
import { type NoticeFacts, limitOf } from './notice.rules.js';

/** 最后一日次一工作日 9 时起才办下一步，让零点前的网上来件都看得到。 */
const safeTime = '09:00';

/** All that a notice's rules and its page ask about, gathered once. */
export interface GatheredNotice extends NoticeFacts {
  postings: VenuePosting[];
  /** The clock of the period as it was last set; null before it starts. */
  period: Deadline | null;
  /** What people sent in about it, and what of it are claims of priority. */
  cases: CaseFile[];
  claims: CaseFile[];
  calendar: Calendar;
}

/** A notice as its page shows it and its acts find it. */
export interface NoticeAtHand extends GatheredNotice {
  /** One may object and claim until the period has ended, whether the clock has been here or not. */
  open: boolean;
  /** Spans for which a venue could not be read. */
  outages: Outage[];
  /** How long its period lasts at least, by the rules it was published under. */
  workingDays: number;
  /** Past the months a notice is public with its names; to staff of the place it stays whole. */
  archived: boolean;
}

/** Gathers a notice's case from its venues, its clock, its objections and its claims: computed, never remembered. */
@Injectable()
export class NoticeFactsService {
  constructor(
    private readonly venues: VenuesService,
    private readonly cases: CasesService,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
  ) {}

  /** Locks a public notice for an act; nothing is done to a draft at its address. */
  async locked({ tx, actor, now }: Act, id: string): Promise<NoticeAtHand> {
    const notice = await this.lock(tx, id);
    if (notice.publishedAt === null) throw noticeProblems.notFound();
    return this.atHand(tx, notice, actor, now);
  }

  async lock(tx: Tx, id: string): Promise<Notice> {
    const notice = await tx.findOne(Notice, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!notice) throw noticeProblems.notFound();
    return notice;
  }

  async atHand(reader: Reader | Tx, notice: Notice, me: Actor, now: Date): Promise<NoticeAtHand> {
    const today = dayOf(now);
    const inside = reaches(me, notice.officeCode);
    const { gathered, outages, parameters, own } = await together({
      gathered: this.gather(reader, notice),
      outages: notice.publicationId === null ? [] : this.venues.outagesOf(reader, notice.publicationId),
      parameters: this.parameters.at(reader, today),
      own: this.parameters.at(reader, notice.rulesDay as Day),
    });
    const archived = !inside && isArchived(notice.publishedAt, parameters.noticePublicMonths, today);
    const open = isOpenNotice(notice) && (gathered.overAt === null || gathered.overAt > now);
    return {
      ...gathered,
      open,
      outages,
      archived,
      workingDays: own[limitOf(notice).limit?.parameter ?? 'noticeWorkingDays'],
    };
  }

  async gather(reader: Reader | Tx, notice: Notice): Promise<GatheredNotice> {
    const found = await together({
      postings: notice.publicationId === null ? [] : this.venues.of(reader, notice.publicationId),
      period: this.periodOf(reader, notice.id),
      about: this.cases.about(reader, 'notice', notice.id),
      calendar: this.calendars.at(reader, notice.officeCode),
    });
    const { about, ...rest } = found;
    const { postings, period, calendar } = rest;
    const claims = about.filter(({ kind }) => kind === 'priority_claim');
    const cases = about.filter(({ kind }) => kind !== 'priority_claim');
    return {
      ...{ ...rest, cases, claims },
      record: notice,
      missingVenues: standingOf(postings).missing.map((posting) => `${venueKinds[posting.kind]}（${posting.place}）`),
      lastDay: period?.lastDay ?? null,
      overAt: period?.dueAt ?? null,
      provisional: period?.provisional ?? false,
      safeAt: period === null ? null : safeMoment(calendar, period.lastDay),
      ...objectionsOf(cases),
      ...claimsOf(claims),
    };
  }

  async periodOf(reader: Reader | Tx, noticeId: string): Promise<Deadline | null> {
    const clocks = await this.deadlines.of(reader, 'notice', noticeId);
    return clocks.findLast((clock) => clock.kind === 'state:running') ?? null;
  }
}

/** An answer may be the last thing a notice waited for: the clock looks at it at once, not on the next working day. */
export async function wakeNotice({ tx, now }: Act, noticeId: string): Promise<void> {
  await tx.query(`UPDATE notice SET due_at = $2 WHERE id = $1 AND state = 'over' AND due_at > $2`, [noticeId, now]);
}

/** The days that outages are counted in, while the period may grow. */
export const countedDays = (notice: Notice, period: Deadline | null): CountedDays | null =>
  period && mayExtend(notice)
    ? { firstDay: period.firstDay, lastDay: period.lastDay, rulesDay: notice.rulesDay as Day }
    : null;

/** From when on one may act on the end of a period. */
export function safeMoment(calendar: Calendar, lastDay: Day): Date {
  return at(calendar.next(lastDay), safeTime);
}

/** A notice, as a case is about it. */
export function aboutOf({ id, number, officeCode, town, village, areaMu }: Notice): About {
  if (number === null) throw noticeProblems.notFound();
  return { subject: 'notice', subjectId: id, subjectNumber: number, officeCode, town, village, areaMu };
}

const link = ({ id, number }: CaseFile) => ({ number, href: `/cases/${id}` });

function objectionsOf(cases: readonly CaseFile[]): Pick<NoticeFacts, 'openObjections' | 'upheldObjections'> {
  const objections = cases.filter((file) => file.kind === 'objection');
  return {
    openObjections: objections.filter(waits).map(link),
    upheldObjections: objections.filter((file) => file.state === 'served' && file.effect !== 'none').map(link),
  };
}

function claimsOf(claims: readonly CaseFile[]): Pick<NoticeFacts, 'unansweredClaims' | 'grantedClaims' | 'notLetting'> {
  return {
    unansweredClaims: claims.filter(waits).map(link),
    grantedClaims: claims
      .filter((claim) => claim.state === 'granted')
      .map((claim) => ({ ...link(claim), id: claim.id, name: claim.name })),
    notLetting: claims.filter((claim) => claim.ground === 'not_letting').map(link),
  };
}
