import type { AuctionFacts } from '../auction.facts.js';
import type { AuctionUnsealing } from './unsealing.entity.js';

/** An auction, and the unsealing that waits for a second person. */
export interface UnsealingFacts extends AuctionFacts {
  asked: AuctionUnsealing | null;
}
