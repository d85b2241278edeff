import type { ReviewRate } from './review-rates.queries.js';

/** How the share is counted; stands beside it wherever it is shown. */
export const onTimeRule =
  '按期审完的，占审完的和正在超时的多少；退回、不通过也算审完；过了期限还没有审完的，从过期那一刻起就算超时。';

/**
 * The share of reviews that were in time, of all that ended and all that are overdue, in per cent with at most one decimal;
 * never rounded up to a hundred. Empty where there are none.
 */
export function inTime({ done, late, overdue }: Pick<ReviewRate, 'done' | 'late' | 'overdue'>): string {
  const all = done + overdue;
  return all === 0 ? '' : String(Math.floor(((done - late) * 1000) / all) / 10);
}
