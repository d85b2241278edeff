import { priceUnits } from '#listings';
import { letter } from '#papers';
import type { SoldDeal } from './sold-deal.js';

/** 成交确认书：what was sold to whom, and what follows; the deal binds from its moment, signed or not (合同编通则解释第四条). */
export const dealConfirmation = letter(
  'deal_confirmation',
  { title: '成交确认书', word: '农成确', atTown: true },
  ({ unit, thing, ...deal }: SoldDeal) => ({ ...deal, what: `${deal.place}${thing}`, unit: priceUnits[unit] }),
);
