import type { BidPriority, BiddingMode, Fen, Parameters } from '#kernel';
import type { PriceUnit } from '../right-kinds.words.js';

/** How takers bid for a lot: announced with it, and fixed once the county has approved it. Prices in the unit of the lot. */
export interface BiddingRules {
  mode: BiddingMode;
  startFen: Fen;
  /** A bid is the start price and whole steps. */
  stepFen: Fen;
  ceilingFen: Fen | null;
  /** Whether the floor of the lot is kept secret until the end (拍卖法第二十八条). */
  floorSecret: boolean;
  freeMinutes: number;
  /** A bid in the last so many seconds moves the end to so many seconds behind itself. */
  windowSeconds: number;
  mostExtensions: number | null;
  /** The largest multiple of the step in one bid. */
  mostSteps: number | null;
  /** Who may match the highest price, the first before the second. */
  priority: readonly BidPriority[];
}

interface PricedLot {
  priceFen: Fen;
  priceUnit: PriceUnit;
}

/** What the county has set for whoever writes nothing else. */
export const usualRules = ({ priceFen, priceUnit }: PricedLot, parameters: Parameters): BiddingRules => ({
  ...{ mode: parameters.biddingMode, startFen: priceFen, stepFen: stepOf(priceUnit, parameters), ceilingFen: null },
  ...{ floorSecret: true, freeMinutes: parameters.bidFreeMinutes, windowSeconds: parameters.bidWindowSeconds },
  ...{ mostExtensions: parameters.bidExtensionsMost, mostSteps: parameters.bidStepsMost },
  priority: parameters.bidPriorities as readonly BidPriority[],
});

/** The rules of a lot: its own, else what the county had set on the day that governs it. */
export const biddingRulesOf = (
  lot: PricedLot & { bidding: BiddingRules | null },
  parameters: Parameters,
): BiddingRules => lot.bidding ?? usualRules(lot, parameters);

const stepOf = (unit: PriceUnit, parameters: Parameters): Fen =>
  ({
    mu_year: parameters.bidStepMuYearFen,
    year: parameters.bidStepYearFen,
    total: parameters.bidStepTotalFen,
  })[unit];
