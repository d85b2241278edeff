import { type Fen, type FieldError, type Parameters, formatYuan } from '#kernel';
import type { PriceConfirmed } from './transfer.entity.js';

/** What was paid of late per mu and year: the middle price and the middle half, so that no single deal can be read off. */
export interface PaidOfLate {
  many: number;
  low: Fen;
  median: Fen;
  high: Fen;
}

/** How a price lies to what the town has paid of late, where that is farther than the county asks about; null where too few deals were made. */
export function priceFar(
  priceFen: Fen,
  paid: PaidOfLate | null,
  { priceFarPercent, pricesShownFrom }: Pick<Parameters, 'priceFarPercent' | 'pricesShownFrom'>,
): PriceConfirmed | null {
  if (paid === null || paid.many < pricesShownFrom) return null;
  const percent = Math.floor((Math.abs(priceFen - paid.median) * 100) / paid.median);
  return percent > priceFarPercent ? { medianFen: paid.median, deals: paid.many, percent } : null;
}

/** A price that lies far is written once more before it stands: a nought too many is not written twice. */
export function priceFaults(priceFen: Fen, confirmedFen: Fen | null, far: PriceConfirmed | null): FieldError[] {
  if (far === null || confirmedFen === priceFen) return [];
  const lies = priceFen > far.medianFen ? '高' : '低';
  const detail = `本镇近一年 ${far.deals} 宗的中间价是 ${formatYuan(far.medianFen)} 元/亩/年，您写的 ${formatYuan(priceFen)} 元${lies}了 ${far.percent}%。没有写错，就把价钱再写一遍`;
  return [{ pointer: '#/priceConfirmed', detail }];
}
