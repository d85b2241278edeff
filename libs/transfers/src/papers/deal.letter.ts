import { type Fen, formatYuan } from '#kernel';
import { sides } from '#inspections';
import type { ParcelFact } from '../transfer.facts.js';

/** What a mu costs in a year, as a certificate keeps it in words. */
export const priceText = (fen: Fen): string => `每亩每年 ${formatYuan(fen)} 元`;

/** 整块, or how much from which side. */
export function partText({ whole, side, areaMu }: Pick<ParcelFact, 'whole' | 'side' | 'areaMu'>): string {
  if (whole || side === null) return '整块';
  const from = (sides as Readonly<Record<string, string>>)[side] ?? '';
  return `${from}边 ${areaMu.replace(/0+$/, '').replace(/\.$/, '')} 亩`;
}
