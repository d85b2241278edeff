import { Injectable } from '@nestjs/common';
import { type FieldError, at, day } from '#kernel';
import { type Act, Calendars, type Sound } from '#platform';
import { BiddingOpenings } from './bidding-openings.js';
import { biddingRulesOf } from './bidding/bidding-rules.js';
import type { BiddingStartInput } from './bidding/bidding.input.js';
import { startFaults as faults } from './bidding/bidding.problems.js';
import type { ListingFacts } from './listing.facts.js';
import { listingWorkflow } from './listing.workflow.js';

/** 两方以上：they bid, from an hour that is announced. */
@Injectable()
export class LotBidding {
  constructor(
    private readonly openings: BiddingOpenings,
    private readonly calendars: Calendars,
  ) {}

  async openBidding(act: Act, facts: ListingFacts, { startsOn, startsTime }: BiddingStartInput): Promise<void> {
    const { record: listing, term, parameters, interests } = facts;
    const startsAt = at(day(startsOn), hourOf(startsTime));
    await act.take(listingWorkflow, facts, 'open_bidding', { detail: { startsAt: startsAt.toISOString() } });
    const admitted = interests.filter((each) => each.admitted).map(({ record }) => record);
    const rules = biddingRulesOf(listing, parameters);
    await this.openings.open(act, { listing, term, rules, admitted, startsAt });
  }

  async openBiddingFaults(
    act: Act,
    { record, parameters }: ListingFacts,
    { startsOn, startsTime }: Sound<BiddingStartInput>,
  ): Promise<FieldError[]> {
    const { bidNoticeWorkingDays: days, bidStartsFrom, bidStartsUntil } = parameters;
    const calendar = await this.calendars.at(act.tx, record.officeCode);
    const found: FieldError[] = [];
    if (startsOn) {
      const first = calendar.after(act.today, days).lastDay;
      if (startsOn < first) found.push(faults.tooSoon(first, days));
      else if (!calendar.isWorkingDay(day(startsOn))) found.push(faults.restDay());
    }
    const hour = startsTime && hourOf(startsTime);
    if (hour && (hour < bidStartsFrom || hour > bidStartsUntil)) found.push(faults.hour(bidStartsFrom, bidStartsUntil));
    return found;
  }
}

/** As a Chinese keyboard writes it: 9：30. */
const hourOf = (typed: string): string => typed.replace('：', ':').padStart(5, '0');
