import { formatYuan } from '#kernel';
import { type ActHead, actTable } from '#platform';
import { InterestDesk } from './interest-desk.service.js';
import { InterestRefusalInput } from './interest.input.js';
import type { InterestFacts } from './interest.rules.js';
import { interestView } from './interest.view.js';
import { priceUnits } from '../right-kinds.words.js';
import { interestWorkflow } from './interest.workflow.js';

/** What is done with a registration. */
export const interestActs = actTable('interests', interestWorkflow, {
  head: interestHead,
  gives: interestView,
  steps: {
    qualify: { noun: 'qualification', by: InterestDesk, said: '资格审查通过。' },
    refuse: { noun: 'refusal', by: InterestDesk, asks: InterestRefusalInput, said: '已答复不够资格。' },
    admit: { noun: 'admission', by: InterestDesk, said: '保证金已到账，可以参加。' },
    withdraw: { noun: 'withdrawal', by: InterestDesk, said: '已退出。' },
  },
});

/** What stands above the forms of a registration. */
export function interestHead({ record, listing }: InterestFacts): ActHead {
  const href = `/interests/${record.id}`;
  return {
    trail: { href, label: record.listingNumber },
    facts: [
      { label: '挂牌', value: record.place, href: `/listings/${record.listingId}` },
      { label: '谁要', value: record.partyName, href: '' },
      { label: '报价', value: `${formatYuan(record.offerFen)} ${priceUnits[listing.priceUnit]}`, href: '' },
    ],
    back: { href, label: '回这次报名' },
  };
}
