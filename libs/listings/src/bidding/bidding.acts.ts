import { type Actor, holds, plainYuan } from '#kernel';
import { type RecordForm, actTable } from '#platform';
import { listingHead as head } from '../listing-head.acts.js';
import type { ListingFacts } from '../listing.facts.js';
import { listingView } from '../listing.view.js';
import { listingWorkflow } from '../listing.workflow.js';
import { priceUnits } from '../right-kinds.words.js';
import { BiddingDesk, rulesOpen } from './bidding-desk.service.js';
import { biddingRulesOf } from './bidding-rules.js';
import { BiddingRulesInput } from './bidding.input.js';

const writers = ['village_clerk', 'town_clerk', 'town_trade'] as const;

/** How takers bid for a lot, written while it is prepared. */
export const biddingActs = actTable('listings', listingWorkflow, {
  head,
  gives: listingView,
  steps: {},
  helps: {
    'bidding-rules': {
      ...{ noun: 'bidding-rules', by: BiddingDesk, asks: BiddingRulesInput, form: written, posts: writers, last: true },
      ...{ label: '写竞价规则', press: '存好', said: '竞价规则存好了。' },
      hint: '够资格的有两方以上才用得上；不写的，照县里定的来。',
      text: ['规则和挂牌一起公告，县里审核通过以后就定了，不能再改。'],
      when: (facts: ListingFacts, me: Actor) => rulesOpen(facts) && holds(me, ...writers),
    },
  },
});

/** What stands, or what the county has set. */
function written({ record, parameters }: ListingFacts): RecordForm {
  const rules = biddingRulesOf(record, parameters);
  const { startFen, stepFen, ceilingFen, floorSecret, priority, mode, freeMinutes, windowSeconds } = rules;
  const [first = '', second = ''] = priority;
  const plain = (amount: typeof startFen): string => plainYuan(amount).replace(/\.00$/, '');
  return {
    values: {
      ...{ mode, startYuan: plain(startFen), stepYuan: plain(stepFen), freeMinutes, windowSeconds, first, second },
      ceilingYuan: ceilingFen === null ? '' : plain(ceilingFen),
      floor: floorSecret ? 'secret' : 'open',
      ...{ mostExtensions: rules.mostExtensions ?? '', mostSteps: rules.mostSteps ?? '' },
    },
    fields: (drawn) =>
      drawn.map((field) => (field.name.endsWith('Yuan') ? { ...field, unit: priceUnits[record.priceUnit] } : field)),
  };
}
