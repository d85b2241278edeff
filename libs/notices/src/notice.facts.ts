import { type Calendar, type Day, at, inPhase } from '#kernel';
import { Calendars, type Deadline, Deadlines, type Reader, type Tx, together } from '#platform';
import { type CaseFile, CasesService, openCaseStates } from '#cases';
import { VenuePosting, VenuesService, standingOf, venueKinds } from '#publications';
import { Injectable } from '@nestjs/common';
import type { Notice } from './notice.entity.js';
import type { NoticeFacts } from './notice.rules.js';
import { PriorityClaim } from './priority-claim.entity.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** 最后一日次一工作日 9 时起才办下一步，让零点前的网上来件都看得到。 */
const safeTime = '09:00';

/** All that a notice's rules and its page ask about, gathered once. */
export interface GatheredNotice {
  facts: NoticeFacts;
  postings: VenuePosting[];
  /** The clock of the period as it was last set; null before it starts. */
  period: Deadline | null;
  cases: CaseFile[];
  claims: PriorityClaim[];
  calendar: Calendar;
}

/** Gathers a notice's case from its venues, its clock, its objections and its claims: computed, never remembered. */
@Injectable()
export class NoticeFactsService {
  constructor(
    private readonly venues: VenuesService,
    private readonly cases: CasesService,
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
  ) {}

  async gather(reader: Reader | Tx, notice: Notice): Promise<GatheredNotice> {
    const found = await together({
      postings: notice.publicationId === null ? [] : this.venues.of(reader, notice.publicationId),
      period: this.periodOf(reader, notice.id),
      cases: this.cases.about(reader, 'notice', notice.id),
      claims: reader.find(PriorityClaim, {
        where: { noticeId: notice.id },
        order: { claimedAt: 'ASC', id: 'ASC' },
      }),
      calendar: this.calendars.at(reader, notice.officeCode),
    });
    const { postings, period, cases, claims, calendar } = found;
    const facts: NoticeFacts = {
      record: notice,
      missingVenues: standingOf(postings).missing.map((posting) => `${venueKinds[posting.kind]}（${posting.place}）`),
      lastDay: period?.lastDay ?? null,
      overAt: period?.dueAt ?? null,
      provisional: period?.provisional ?? false,
      safeAt: period === null ? null : safeMoment(calendar, period.lastDay),
      ...objectionsOf(cases),
      ...claimsOf(claims, notice.id),
    };
    return { facts, ...found };
  }

  async periodOf(reader: Reader | Tx, noticeId: string): Promise<Deadline | null> {
    const clocks = await this.deadlines.of(reader, 'notice', noticeId);
    return clocks.findLast((clock) => clock.kind === 'state:running') ?? null;
  }
}

/** From when on one may act on the end of a period. */
export function safeMoment(calendar: Calendar, lastDay: Day): Date {
  return at(calendar.next(lastDay), safeTime);
}

function objectionsOf(cases: readonly CaseFile[]): Pick<NoticeFacts, 'openObjections' | 'upheldObjections'> {
  const objections = cases.filter((file) => file.kind === 'objection');
  const link = (file: CaseFile) => ({ number: file.number, href: `/objections/${file.id}` });
  return {
    openObjections: objections.filter((file) => openCaseStates.includes(file.state)).map(link),
    upheldObjections: objections.filter((file) => file.state === 'served' && file.effect !== 'none').map(link),
  };
}

function claimsOf(
  claims: readonly PriorityClaim[],
  noticeId: string,
): Pick<NoticeFacts, 'unansweredClaims' | 'grantedClaims' | 'notLetting'> {
  const link = (claim: PriorityClaim) => ({
    number: claim.number,
    href: `/notices/${noticeId}/priority-claims/${claim.id}`,
  });
  return {
    unansweredClaims: claims.filter((claim) => inPhase(claimWorkflow, claim.state, 'unanswered')).map(link),
    grantedClaims: claims
      .filter((claim) => claim.state === 'granted')
      .map((claim) => ({ ...link(claim), id: claim.id, name: claim.name })),
    notLetting: claims.filter((claim) => claim.declineGround === 'not_letting').map(link),
  };
}
