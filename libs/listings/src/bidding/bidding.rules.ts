import { type FieldError, type Rule, blocker } from '#kernel';
import type { Listing } from '../listing.entity.js';
import type { ListingFacts } from '../listing.facts.js';
import { type BiddingRules, biddingRulesOf } from './bidding-rules.js';
import { rulesFaults as faults } from './bidding.problems.js';

export type PricesOfRules = Pick<BiddingRules, 'mode' | 'startFen' | 'stepFen' | 'ceilingFen' | 'floorSecret'>;

/** What the prices of the rules owe to each other and to the lot, as far as they are known. */
export function pricesFit(
  rules: Partial<PricesOfRules>,
  { priceFen, floorFen }: Pick<Listing, 'priceFen' | 'floorFen'>,
): FieldError[] {
  const { mode, startFen, stepFen, ceilingFen = null, floorSecret = true } = rules;
  const found: FieldError[] = [];
  if (startFen && startFen > priceFen) found.push(faults.startAbovePrice(priceFen));
  if (startFen && startFen < floorFen && (!floorSecret || mode === 'posted'))
    found.push(faults.startBelowFloor(floorFen));
  if (ceilingFen === null) return found;
  if (mode === 'posted') found.push(faults.ceilingOfPosted());
  else if (startFen && ceilingFen < startFen) found.push(faults.ceilingBelowStart());
  else if (ceilingFen < floorFen) found.push(faults.ceilingBelowFloor(floorFen));
  else if (startFen && stepFen && (ceilingFen - startFen) % stepFen !== 0) found.push(faults.ceilingOffStep());
  return found;
}

/** 挂牌价、底价改了的，竞价规则要跟着改. */
export const biddingFits: Rule<ListingFacts> = ({ record, parameters }) =>
  pricesFit(biddingRulesOf(record, parameters), record).map(({ detail }) =>
    blocker('bidding-fits', `竞价规则和现在的价钱对不上：${detail}。`, '平台规则 竞-01', {
      href: `/listings/${record.id}/bidding-rules`,
      label: '去改竞价规则',
    }),
  );
