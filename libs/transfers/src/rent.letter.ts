import { formatYuan } from '#kernel';
import type { Transfer } from './transfer.entity.js';
import { inKind } from './rent.rules.js';
import { rentKinds } from './rent.words.js';

/**
 * What a mu costs in a year where words are kept instead of fields, in a notice and in what a member consents to; the same that
 * `templates/papers/partials/rent-in-kind.hbs` says on papers. `cash` says it of money alone.
 */
export function rentText({ rent, priceFen }: Pick<Transfer, 'rent' | 'priceFen'>, cash: string): string {
  const goods = inKind(rent);
  if (goods === null) return cash;
  const { kind, crop, kgPerMu, priceSource, priceDay } = goods;
  const priced = `按${priceDay}的${priceSource}`;
  const how = kind === 'goods' ? `；${priced}，折合` : `，每年${priced}折成现金付；折合`;
  return `${rentKinds[kind]}：每亩每年${crop} ${kgPerMu} 公斤${how}每亩每年 ${formatYuan(priceFen)} 元`;
}
