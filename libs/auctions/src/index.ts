export { AuctionsModule } from './auctions.module.js';
export { AuctionTicker } from './auction-ticker.service.js';
export { Bidders } from './bidders/bidders.service.js';
export { openBook } from './bids/books.queries.js';
