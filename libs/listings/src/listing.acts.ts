import { type Actor, formatMu, holds, plainYuan } from '#kernel';
import { DecisionFormInput, TownshipApprovalInput, paymentWays } from '#transfers';
import { type ActHead, type ActPath, type Reader, type RecordForm, actTable, recordActs } from '#platform';
import { BiddingStartInput } from './bidding/bidding.input.js';
import { DealDesk } from './deal.service.js';
import { InterestDesk } from './interests/interest-desk.service.js';
import { interestForm, takesInterest } from './interests/interest-form.js';
import { InterestInput } from './interests/interest.input.js';
import { interestView } from './interests/interest.view.js';
import { rightForm, rightWritten } from './right-forms.js';
import { LotBidding } from './lot-bidding.service.js';
import { ListingDesk } from './listing-desk.service.js';
import { ListingEntry } from './listing-entry.service.js';
import { ListingEndings } from './listing-endings.service.js';
import { ListingReview } from './listing-review.service.js';
import { ListingStation, takesConsent } from './listing-station.service.js';
import type { ListingFacts } from './listing.facts.js';
import * as input from './listing.input.js';
import { listingHead } from './listing-head.acts.js';
import { listingView } from './listing.view.js';
import { QuestionDesk, takesQuestions } from './questions/question-desk.service.js';
import { QuestionInput } from './questions/question.input.js';
import { questionView } from './questions/question.view.js';
import { RightDesk, decidable } from './right-desk.service.js';
import { kindRules } from './right-kinds.rules.js';
import { RightInput, RightMandateInput, RightOfferInput } from './right.input.js';
import { listingWorkflow } from './listing.workflow.js';
import { lastOffer } from './listings.queries.js';

const clerks = ['village_clerk', 'town_clerk'] as const;
const townPosts = ['town_clerk', 'town_reviewer', 'town_trade'] as const;
const desk = { href: '/listings/desk', label: '挂牌' };

/** How a lot begins. */
export const listingsActs = recordActs('listings', 'listing', {
  named: null,
  readers: clerks,
  head: (): ActHead => ({ trail: desk, facts: [], back: { ...desk, label: '不录了' } }),
  gives: listingView,
  helps: {
    enter: {
      ...{ noun: '', by: ListingDesk, asks: input.ListingInput, label: '录入挂牌', press: '存成草稿' },
      text: ['宅基地、农民住房、集体股权不能挂。价钱一律写每亩每年多少元；按粮食折算的先折成元，写在“怎么付”里。'],
      ...{ form: offer, page: 'listings/new', beside: ListingEntry },
      said: '草稿存好了。看一遍，没有错就定稿，征求各户同意。',
    },
    'enter-right': {
      ...{ noun: 'rights', by: RightDesk, asks: RightInput, label: '录入其他产权', press: '存成草稿' },
      text: ['宅基地、农民住房、集体股权不能挂。每一类只填自己的那几项。'],
      form: rightForm,
      said: '草稿存好了。看一遍，没有错就定稿，由权利人同意。',
    },
  },
});

// One row an act; its label, its posts and its rules stand in the workflow. Aligned by hand.
// prettier-ignore
export const listingActs = actTable('listings', listingWorkflow, {
  head: listingHead,
  gives: listingView,
  steps: {
    gather:    { noun: 'gathering',      by: ListingStation, said: '定稿了。一户一户征求同意，缺谁下面写着。' },
    reopen:    { noun: 'reopening',      by: ListingStation, said: '可以改了。改了条件，同意要重新问。' },
    submit:    { noun: 'submission',     by: ListingStation, said: '报到镇里了，地块留给这宗挂牌。' },
    accept:    { noun: 'acceptance',     by: ListingReview,  said: '核查通过，已报县审核。' },
    return:    { noun: 'return',         by: ListingReview,  asks: input.ListingReasonInput, said: '已退回补正，地块放开了。' },
    approve:   { noun: 'approval',       by: ListingReview,  said: '审核通过，已公开挂牌。' },
    extend:    { noun: 'extension',      by: ListingReview,  said: '挂牌延长了。' },
    agree:     { noun: 'agreement',      by: DealDesk, said: '已成交，案件已立，公示已发布。' },
    open_bidding: { noun: 'bidding',     by: LotBidding, asks: BiddingStartInput, said: '已转入竞价，开始的时间公告了。' },
    fail:      { noun: 'failure',        by: ListingEndings, said: '已登记流标，地块放开了。' },
    withdraw:  { noun: 'withdrawal',     by: ListingEndings, asks: input.ListingWithdrawalInput, said: '已撤回，地块放开了。' },
    suspend:   { noun: 'suspension',     by: ListingReview,  asks: input.ListingSuspensionInput, said: '已中止，各项期限停表。' },
    resume:    { noun: 'resumption',     by: ListingReview,  said: '恢复了，剩下的天数接着算。' },
    terminate: { noun: 'termination',    by: ListingEndings, asks: input.ListingReasonInput, said: '已终结，地块放开了。' },
  },
  helps: {
    register: {
      noun: 'interests', by: InterestDesk, asks: InterestInput, gives: interestView, form: interestForm, label: '报名', press: '报名', said: '报上了。保证金按下面的账户交，截止以前到账才算。',
      when: takesInterest,
    },
    ask: {
      noun: 'questions', by: QuestionDesk, asks: QuestionInput, gives: questionView, label: '提问', press: '提问', said: '问题交上了。答复以后和问题一起公开，不写是谁问的。', when: takesQuestions,
    },
    revise: {
      noun: 'offer', by: ListingDesk, asks: input.OfferInput, form: written, label: '改条件', press: '存好', said: '改好了。',
      posts: clerks, when: writing,
    },
    'revise-right': {
      noun: 'right-offer', by: RightDesk, asks: RightOfferInput, form: rightWritten, label: '改条件', press: '存好', said: '改好了。',
      posts: clerks, when: (facts: ListingFacts, me) => facts.holder !== null && writes(facts, me),
    },
    decide: {
      noun: 'decision', by: RightDesk, asks: DecisionFormInput, label: '记集体决议', press: '记下决议', said: '决议记下了。',
      text: ['要全体成员或者代表的三分之二以上同意。'], posts: clerks, when: (facts: ListingFacts, me) => decidable(facts) && facts.holder?.collective === true && mine(me),
    },
    'approve-outsiders': {
      noun: 'township-approval', by: RightDesk, asks: TownshipApprovalInput, label: '记乡镇人民政府批准', press: '记下批准', said: '批准记下了。',
      posts: townPosts, when: ({ decided, record }: ListingFacts) => decided?.toOutsiders === true && decided.approvalNumber === null && kindRules[record.kind].township,
    },
    mandate: {
      noun: 'mandate', by: RightDesk, asks: RightMandateInput, label: '交权利人的委托书', press: '交上去', said: '委托书存好了。',
      posts: clerks, when: (facts: ListingFacts, me) => decidable(facts) && facts.holder?.collective === false && mine(me),
    },
    'add-land': {
      noun: 'parcels', by: ListingDesk, asks: input.ListingLandInput, label: '再加一户、一块地', press: '加进来', said: '加进来了。',
      posts: clerks, when: writing,
    },
    'drop-land': {
      noun: 'parcels/removal', by: ListingDesk, asks: input.ListingDropInput, form: parcels, label: '去掉一块地', press: '去掉', said: '去掉了。',
      posts: clerks, when: (facts: ListingFacts, me) => writing(facts, me) && facts.parcels.length > 1,
    },
    'add-photos': {
      noun: 'photos', by: ListingDesk, asks: input.ListingPhotosInput, label: '加照片', press: '传上去', said: '照片存好了。',
      posts: clerks, when: (facts: ListingFacts, me) => mine(me) && ['draft', 'village', 'listed'].includes(facts.record.state),
    },
    consent: {
      noun: 'consents', by: ListingStation, asks: input.OfferConsentInput, form: missing, label: '记共有人同意', press: '记下同意', said: '同意记下了。',
      hint: '一户签在一张纸上的一起记。', when: lacksConsent,
    },
    'consent-withdrawn': {
      noun: 'consent-withdrawals', by: ListingStation, asks: input.OfferConsentWithdrawalInput, form: given, label: '撤回共有人同意', press: '记下撤回',
      hint: '签合同以前可以撤回，一次一个人。', tone: 'grave', last: true, said: '撤回记下了，重新同意以前不能往下办。', when: hasConsent,
    },
    relist: {
      noun: 'relisting', by: ListingEndings, label: '重新挂牌', hint: '另立一宗，连着原编号；价格可以改，各户要重新同意。', said: '重新挂牌的草稿存好了。',
      posts: clerks, when: ({ record }: ListingFacts, me) => mine(me) && listingWorkflow.states[record.state].phase === 'fallen',
    },
  },
});

const mine = (me: Actor): boolean => holds(me, ...clerks);

function writes({ record }: ListingFacts, me: Actor): boolean {
  return record.state === 'draft' && mine(me);
}

/** Contracted land, which has parcels. */
function writing(facts: ListingFacts, me: Actor): boolean {
  return facts.holder === null && writes(facts, me);
}

/** Whose own affairs a reader may enter: an office all, a member those of the household. */
function theirs(facts: ListingFacts, me: Actor) {
  if (me.kind === 'staff' && me.assisting === null) return holds(me, ...clerks) ? facts.consents : [];
  const party = me.assisting?.partyId ?? me.partyId;
  return facts.consents.filter(
    (each) => each.householdId === party || each.members.some((member) => member.personId === party),
  );
}

function lacksConsent(facts: ListingFacts, me: Actor): boolean {
  const open = theirs(facts, me).some((each) => each.members.some((member) => member.coRight && !member.consented));
  return takesConsent(facts) && open;
}

function hasConsent(facts: ListingFacts, me: Actor): boolean {
  return takesConsent(facts) && theirs(facts, me).some((each) => each.members.some(saidYes));
}

/** Everybody who has not said yes, household by household, under the words that each is asked. */
function missing(facts: ListingFacts, me: Actor, { household }: ActPath): RecordForm {
  return {
    text: [
      '一户里同一张纸上签了字、按了手印的，可以一起选；一张纸只记一户。没有签的不选：村里、镇里都不能替人同意（流转办法第八条）。',
      '本人没有来的，要传签字、按手印的同意书。',
    ],
    choices: { personId: people(facts, me, household, false) },
  };
}

function given(facts: ListingFacts, me: Actor, { household }: ActPath): RecordForm {
  return { choices: { personId: people(facts, me, household, true) } };
}

/** Himself; what a letter says is taken back with the letter. */
const saidYes = (member: ListingFacts['consents'][number]['members'][number]): boolean =>
  member.coRight && member.consented && !member.byLetter;

function people(
  facts: ListingFacts,
  me: Actor,
  household: string | undefined,
  consented: boolean,
): Record<string, string> {
  const own = theirs(facts, me).filter((each) => household === undefined || each.householdId === household);
  return Object.fromEntries(
    own.flatMap(({ householdName, members }) =>
      members
        .filter((member) => (consented ? saidYes(member) : member.coRight && !member.consented))
        .map((member) => [member.personId, `${householdName}：${member.name}${member.stale ? '（条件改过）' : ''}`]),
    ),
  );
}

function parcels({ parcels: own }: ListingFacts): RecordForm {
  const named = own.map(({ code, name, areaMu, grantorName }) => [
    code,
    `${name}，${formatMu(areaMu)} 亩，${grantorName}`,
  ]);
  return { choices: { code: Object.fromEntries(named) as Record<string, string> } };
}

const ways = (kept: string | undefined): Record<string, string> =>
  Object.fromEntries([...new Set([...(kept ? [kept] : []), ...paymentWays])].map((way) => [way, way]));

/** What a village repeats is offered from its last lot, never a term; whose land it is, its page asks. */
async function offer(_facts: unknown, me: Actor, at: ActPath, reader: Reader): Promise<RecordForm> {
  const household = at['household'];
  const last = await lastOffer(reader, { village: household?.slice(0, 12) ?? null, accountId: me.accountId });
  return {
    choices: { payment: ways(last?.payment) },
    values: { ...last, ...(household ? { household } : {}) },
    fields: (drawn) => [
      ...drawn.filter(({ finder = '', kind }) => finder === '' && kind !== 'file'),
      ...drawn.filter(({ kind }) => kind === 'file'),
    ],
  };
}

function written({ record, term }: ListingFacts): RecordForm {
  const { payment, purpose, crops, conditions, fixtures, priceFen, floorFen, declared } = record;
  const plain = (amount: ListingFacts['record']['priceFen']): string => plainYuan(amount).replace(/\.00$/, '');
  return {
    choices: { payment: ways(payment) },
    values: {
      ...{ payment, purpose, crops, conditions, fixtures, ...declared, startsOn: term.start, endsOn: term.end },
      ...{ priceYuan: plain(priceFen), floorYuan: floorFen === priceFen ? '' : plain(floorFen) },
    },
  };
}
