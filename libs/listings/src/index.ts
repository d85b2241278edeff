export { ListingsModule } from './listings.module.js';
export { type PriceUnit, priceUnits } from './right-kinds.words.js';
export { OfferWorkbooks } from './offers/offer-workbooks.service.js';
