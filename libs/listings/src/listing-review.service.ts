import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '#kernel';
import { type Act, Calendars, Deadlines } from '#platform';
import { biddingRulesOf } from './bidding/bidding-rules.js';
import { BiddingOpenings, isBidden } from './bidding-openings.js';
import { Listing } from './listing.entity.js';
import { ListingHoldings } from './listing-holdings.service.js';
import type { ListingFacts } from './listing.facts.js';
import type { ListingReasonInput, ListingSuspensionInput } from './listing.input.js';
import { periodWords } from './listing.problems.js';
import type { ListingState } from './listing-states.workflow.js';
import { listingWorkflow } from './listing.workflow.js';
import { ListingClocks } from './listing-clocks.service.js';

/** Town and county: check, list, prolong, stop and go on. */
@Injectable()
export class ListingReview {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly calendars: Calendars,
    private readonly holdings: ListingHoldings,
    private readonly clocks: ListingClocks,
    private readonly openings: BiddingOpenings,
  ) {}

  async accept(act: Act, facts: ListingFacts): Promise<void> {
    await act.take(listingWorkflow, facts, 'accept');
  }

  /** 一次说全：back to the station, and the land is free until it comes again. */
  async return(act: Act, facts: ListingFacts, { reason, rule }: ListingReasonInput): Promise<void> {
    await act.take(listingWorkflow, facts, 'return', { remark: reason, detail: { rule } });
    await this.holdings.free(act, facts, reason);
  }

  /** 公开挂牌：from now on everybody sees it, and its announced working days run (吴忠规则：不少于七个工作日). */
  async approve(act: Act, facts: ListingFacts): Promise<void> {
    const { record, parameters } = facts;
    await act.take(listingWorkflow, facts, 'approve');
    // 竞价规则和挂牌一起公告：from here on nobody changes them, nor what the county sets for others.
    const bidding = biddingRulesOf(record, parameters);
    const published = { approvedAt: act.now, publishedAt: record.publishedAt ?? act.now, bidding };
    Object.assign(record, published);
    await act.keep(Listing, record.id, published);
    await this.run(act, record, act.today, parameters.listingWorkingDays);
  }

  /** Another stretch behind the last day, while nobody is interested. */
  async extend(act: Act, facts: ListingFacts): Promise<void> {
    const { record, parameters } = facts;
    await act.take(listingWorkflow, facts, 'extend');
    await this.deadlines.stop(act.tx, 'listing', record.id, act.now, 'state:listed');
    record.extensions += 1;
    await act.keep(Listing, record.id, { extensions: record.extensions });
    await this.run(act, record, record.closesOn ?? act.today, parameters.listingExtensionWorkingDays);
  }

  /** 中止：every clock stops, and what was left of the period is kept. */
  async suspend(act: Act, facts: ListingFacts, input: ListingSuspensionInput): Promise<void> {
    const { record } = facts;
    const suspendedFrom = record.state;
    const remainingDays = suspendedFrom === 'listed' ? await this.left(act, record) : null;
    const { reason, rule, expectedOn = null } = input;
    await act.take(listingWorkflow, facts, 'suspend', { remark: reason, detail: { rule, expectedOn } });
    Object.assign(record, { suspendedFrom, remainingDays });
    await act.keep(Listing, record.id, { suspendedFrom, remainingDays });
    await this.clocks.stop(act, record);
    if (isBidden(record)) await this.openings.suspended(act, record.id, reason);
  }

  /** Goes on where it stood; of the period, as many working days as were left. */
  async resume(act: Act, facts: ListingFacts): Promise<void> {
    const { record } = facts;
    const before: ListingState = record.suspendedFrom ?? 'listed';
    const days = record.remainingDays;
    await act.take(listingWorkflow, facts, 'resume', { before });
    await act.keep(Listing, record.id, { suspendedFrom: null, remainingDays: null });
    if (before === 'listed') await this.run(act, record, act.today, Math.max(1, days ?? 1));
    await this.clocks.goOn(act, record);
    if (before === 'bidding') await this.openings.resumed(act, record.id);
  }

  /** The period of a lot runs from a day that is not counted, to close of business of its last day. */
  private async run(act: Act, record: Listing, start: Day, workingDays: number): Promise<void> {
    const { dueAt, lastDay: closesOn } = await this.deadlines.set(
      act.tx,
      {
        ...{ subject: 'listing', subjectId: record.id, kind: 'state:listed', start, workingDays, untilClose: true },
        ...{ officeCode: record.officeCode, ...periodWords, column: { table: 'listing', name: 'due_at' } },
      },
      act.now,
    );
    Object.assign(record, { dueAt, closesOn });
    await act.tx.update(Listing, { id: record.id }, { dueAt, closesOn });
  }

  private async left(act: Act, { closesOn, officeCode }: Listing): Promise<number> {
    const calendar = await this.calendars.at(act.tx, officeCode);
    return closesOn === null ? 1 : calendar.workingDaysLeft(dayOf(act.now), closesOn);
  }
}
