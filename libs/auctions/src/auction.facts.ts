import type { Auction } from './auction.entity.js';

/** What the rules of an auction are asked about. */
export interface AuctionFacts {
  record: Auction;
}
