export { ListingsModule } from './listings.module.js';
