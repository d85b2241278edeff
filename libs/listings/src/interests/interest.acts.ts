import { type Actor, formatYuan, holds } from '#kernel';
import { type ActHead, actTable } from '#platform';
import { InterestDesk } from './interest-desk.service.js';
import { InterestRefusalInput, PriorityInput } from './interest.input.js';
import { type InterestFacts, priorityOpen } from './interest.rules.js';
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
    withdraw: { noun: 'withdrawal', by: InterestDesk, said: '已退出。' },
  },
  helps: {
    'verify-priority': {
      ...{
        noun: 'priority',
        by: InterestDesk,
        asks: PriorityInput,
        label: '核实优先权',
        press: '记下',
        said: '优先权答复了。',
      },
      text: ['看报名时传的证明，问村集体；不属实的不优先，照样可以竞价。'],
      posts: ['town_trade'],
      when: ({ record }: InterestFacts, me: Actor) =>
        record.state === 'registered' && priorityOpen(record) && holds(me, 'town_trade'),
    },
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
