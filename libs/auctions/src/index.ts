export { AuctionsModule } from './auctions.module.js';
export { AuctionTicker } from './auction-ticker.service.js';
