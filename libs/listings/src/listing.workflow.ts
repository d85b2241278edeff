import { statesIn, workflow } from '#kernel';
import { biddingFits } from './bidding/bidding.rules.js';
import { type ListingState, listingStates as states } from './listing-states.workflow.js';
import * as rule from './listing.rules.js';

const clerks = ['village_clerk', 'town_clerk'] as const;
/** Asked wherever a lot goes on: the register and the households may have changed meanwhile (承包法第38条). */
const land = [rule.stillTheirs, rule.termWithinContracts, rule.areaWithinParcels, rule.purposeAllowed, rule.landFree];

// One row, one sentence: from, on, to, by, needs. Aligned by hand.
// prettier-ignore
export const listingWorkflow = workflow('listing', {
  label: '挂牌',
  states,
  steps: [
    { from: 'draft',         on: 'gather',       to: 'village',       by: clerks,            label: '定稿，征求各户同意', needs: [rule.kindTaken, rule.someParcel, ...land, rule.undisputed, biddingFits], hint: '定稿以后内容不变，共有人同意的就是这些条件。' },
    { from: 'village',       on: 'reopen',       to: 'draft',         by: clerks,            label: '改挂牌内容', tone: 'quiet', hint: '条件改了，给过的同意要重新问。', back: true },
    { from: 'village',       on: 'submit',       to: 'town_check',    by: clerks,            label: '报镇里', needs: [rule.kindTaken, rule.consentsComplete, rule.holderDecided, ...land, rule.undisputed, biddingFits], hint: '各户共有人都同意了才能离开村服务站；报上去以后地块留给这宗挂牌。' },
    { from: 'town_check',    on: 'accept',       to: 'county_review', by: 'town_reviewer',   label: '核查通过，报县审核', needs: [rule.notOwnEntry, rule.kindTaken, rule.consentsComplete, rule.holderDecided, rule.landHeld, rule.stillTheirs, rule.termWithinContracts, rule.purposeAllowed, biddingFits] },
    { from: ['town_check', 'county_review'], on: 'return', to: 'draft', by: ['town_reviewer', 'county_reviewer'], label: '退回补正', tone: 'quiet', hint: '一次说全。退回以后地块放开，改好再报。', back: true },
    { from: 'county_review', on: 'approve',      to: 'listed',        by: 'county_reviewer', label: '通过，公开挂牌', needs: [rule.reviewerNotAcceptor, rule.kindTaken, rule.consentsComplete, rule.holderDecided, rule.landHeld, rule.stillTheirs, rule.termWithinContracts, rule.purposeAllowed, rule.encumbranceConsented, biddingFits] },
    { from: 'listed',        on: 'extend',       to: 'same',          by: 'town_trade',      label: '延长挂牌', tone: 'quiet', needs: [rule.extensionsLeft], aside: true },
    { from: 'listed',        on: 'end_period',   to: 'qualifying',    by: 'clock',           label: '挂牌期满' },
    { from: 'listed',        on: 'end_alone',    to: 'failed',        by: 'clock',           label: '挂牌期满，无人报名', needs: [rule.nobodyRegistered], back: true },
    { from: 'qualifying',    on: 'agree',        to: 'agreed',        by: ['county_reviewer', 'county_director'],      label: '协议成交', needs: [rule.allAnswered, rule.oneAdmitted, rule.consentsComplete, rule.holderDecided, rule.outsidersAllowed, rule.landHeld, rule.stillTheirs, rule.termWithinContracts, rule.encumbranceConsented], hint: '只有一方够资格、交了保证金：按挂牌价和报价里高的成交，直接公示；公示的文字由县里审定。' },
    { from: 'qualifying',    on: 'open_bidding', to: 'bidding',       by: 'town_trade',      label: '转入竞价', needs: [rule.allAnswered, rule.severalAdmitted] },
    { from: 'qualifying',    on: 'fail',         to: 'failed',        by: 'town_trade',      label: '登记流标', tone: 'quiet', needs: [rule.allAnswered, rule.noneAdmitted], back: true },
    { from: 'bidding',       on: 'award',        to: 'agreed',        by: 'clock',           label: '竞价成交', needs: [rule.consentsComplete, rule.holderDecided, rule.outsidersAllowed, rule.landHeld, rule.stillTheirs, rule.termWithinContracts, rule.encumbranceConsented] },
    { from: 'bidding',       on: 'end_bidding',  to: 'failed',        by: 'clock',           label: '竞价没有成交', back: true },
    { from: 'agreed',        on: 'pass_on',      to: 'bidding',       by: 'clock',           label: '竞得的没有办成，轮到下一位', needs: [rule.landFree], aside: true, back: true },
    { from: 'agreed',        on: 'close',        to: 'closed',        by: 'clock',           label: '合同已签，成交' },
    { from: 'agreed',        on: 'fall',         to: 'failed',        by: 'clock',           label: '成交的案件没有办成', back: true },
    { from: statesIn({ states }, 'writing', 'consent', 'checking', 'offered', 'choosing'), on: 'withdraw', to: 'withdrawn', by: clerks, label: '撤回挂牌', tone: 'quiet', confirm: '撤回以后这宗挂牌结束，地块放开，保证金退回；再挂要重新录入。', aside: true, back: true },
    { from: statesIn({ states }, 'checking', 'offered', 'choosing', 'bidding'), on: 'suspend', to: 'suspended', by: ['county_director', 'supervisor'], label: '中止', tone: 'quiet', hint: '停表，地块和保证金都保留；写明原因、依据，由谁恢复。', aside: true },
    { from: 'suspended',     on: 'resume',       to: 'before',        by: ['county_director', 'supervisor'], label: '恢复挂牌' },
    { from: ['suspended', ...statesIn({ states }, 'checking', 'offered', 'choosing', 'bidding')], on: 'terminate', to: 'terminated', by: ['county_director', 'supervisor'], label: '终结挂牌', tone: 'grave', confirm: '终结以后这宗挂牌结束，地块放开，保证金退回。', aside: true, back: true },
  ],
});

/** States in which a lot keeps its land. */
export const holdingStates: readonly ListingState[] = [
  ...statesIn({ states }, 'checking', 'offered', 'choosing'),
  'suspended',
  'bidding',
];
