import { formatYuan, rightKinds } from '#kernel';
import { type ActHead, actTable } from '#platform';
import { ListingReasonInput } from '../listing.input.js';
import { SignedContractInput } from './right-deal.input.js';
import type { RightDealFacts } from './right-deal.rules.js';
import { rightDealView } from './right-deal.view.js';
import { rightDealWorkflow } from './right-deal.workflow.js';
import { RightDeals } from './right-deals.service.js';
import { priceUnits } from '../right-kinds.words.js';

/** What is done with the deal of a right that is no contracted land. */
export const rightDealActs = actTable('right-deals', rightDealWorkflow, {
  head,
  gives: rightDealView,
  steps: {
    publish_again: { noun: 'notice', by: RightDeals, asks: ListingReasonInput, said: '重新公示了，公示期从头算。' },
    sign: { noun: 'contract', by: RightDeals, asks: SignedContractInput, said: '合同已登记，这一宗成交了。' },
    end: { noun: 'termination', by: RightDeals, asks: ListingReasonInput, said: '已终止，这一宗没有办成。' },
  },
  helps: {},
});

function head({ record, listing }: RightDealFacts): ActHead {
  const href = `/right-deals/${record.id}`;
  return {
    trail: { href, label: record.listingNumber },
    facts: [
      {
        label: rightKinds[listing.kind],
        value: `${record.place} ${record.thing}`,
        href: `/listings/${record.listingId}`,
      },
      { label: '受让方', value: record.partyName, href: '' },
      { label: '成交价', value: `${formatYuan(record.priceFen)} ${priceUnits[listing.priceUnit]}`, href: '' },
    ],
    back: { href, label: '回这宗成交' },
  };
}
