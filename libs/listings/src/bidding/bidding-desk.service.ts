import { Injectable } from '@nestjs/common';
import { yuan } from '#kernel';
import { type Act, type Sound } from '#platform';
import { Listing } from '../listing.entity.js';
import type { ListingFacts } from '../listing.facts.js';
import type { BiddingRules } from './bidding-rules.js';
import type { BiddingRulesInput } from './bidding.input.js';
import { biddingProblems, rulesFaults as faults } from './bidding.problems.js';
import { type PricesOfRules, pricesFit } from './bidding.rules.js';

/** How takers will bid for a lot is settled while it is prepared, and announced with it. */
@Injectable()
export class BiddingDesk {
  async biddingRules(act: Act, facts: ListingFacts, input: BiddingRulesInput): Promise<void> {
    if (!rulesOpen(facts)) throw biddingProblems.fixed();
    const bidding = rulesIn(input);
    facts.record.bidding = bidding;
    await act.keep(Listing, facts.record.id, { bidding });
    await act.note('listing', facts.record, { detail: { bidding } });
  }

  biddingRulesFaults(_act: Act, { record }: ListingFacts, input: Sound<BiddingRulesInput>) {
    const { mode, startYuan, stepYuan, ceilingYuan, floor, first, second } = input;
    const prices: Partial<PricesOfRules> = {
      ...(mode && { mode }),
      ...(startYuan && { startFen: yuan(startYuan) }),
      ...(stepYuan && { stepFen: yuan(stepYuan) }),
      ...(floor && { floorSecret: floor === 'secret' }),
      ceilingFen: ceilingYuan ? yuan(ceilingYuan) : null,
    };
    return [
      ...pricesFit(prices, record),
      ...(second && !first ? [faults.secondAlone()] : []),
      ...(second && second === first ? [faults.samePriority()] : []),
    ];
  }
}

/** Until the county has approved it. */
export const rulesOpen = ({ record }: Pick<ListingFacts, 'record'>): boolean =>
  ['draft', 'village', 'town_check', 'county_review'].includes(record.state);

function rulesIn(input: BiddingRulesInput): BiddingRules {
  const { mode, freeMinutes, windowSeconds, mostExtensions, mostSteps, first, second } = input;
  return {
    ...{ mode, startFen: yuan(input.startYuan), stepFen: yuan(input.stepYuan) },
    ceilingFen: input.ceilingYuan ? yuan(input.ceilingYuan) : null,
    ...{ floorSecret: input.floor === 'secret', freeMinutes, windowSeconds },
    ...{ mostExtensions: mostExtensions ?? null, mostSteps: mostSteps ?? null },
    priority: [first, second].filter((level) => level !== undefined),
  };
}
