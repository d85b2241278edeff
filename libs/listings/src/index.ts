export { ListingsModule } from './listings.module.js';
export { type PriceUnit, priceUnits } from './right-kinds.words.js';
export { OfferWorkbooks } from './offers/offer-workbooks.service.js';
export { type Bidding, type BiddingOpening, BiddingOpenings } from './bidding-openings.js';
export type { BiddingRules } from './bidding/bidding-rules.js';
export { type BiddingFailure, LotAwards } from './lot-awards.service.js';
