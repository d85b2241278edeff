export { IndicatorsModule } from './indicators.module.js';
export { Indicators1761000018000 } from './migrations/1761000018000-indicators.js';
export { ReviewsCountedOnce1761000021200 } from './migrations/1761000021200-reviews-counted-once.js';
