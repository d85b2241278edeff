import { sides } from '#inspections';
import type { ParcelFact } from './transfers.queries.js';

/** 整块, or how much from which side. */
export function partText({ whole, side, areaMu }: Pick<ParcelFact, 'whole' | 'side' | 'areaMu'>): string {
  if (whole || side === null) return '整块';
  const from = (sides as Readonly<Record<string, string>>)[side] ?? '';
  return `${from}边 ${areaMu.replace(/0+$/, '').replace(/\.$/, '')} 亩`;
}
