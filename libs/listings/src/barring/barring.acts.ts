import { type Actor, holds } from '#kernel';
import { caseView } from '#cases';
import { type ActHead, type RecordForm, actTable } from '#platform';
import { interestHead } from '../interests/interest.acts.js';
import type { InterestFacts } from '../interests/interest.rules.js';
import { interestView } from '../interests/interest.view.js';
import { ListingReasonInput } from '../listing.input.js';
import { interestWorkflow } from '../interests/interest.workflow.js';
import { BarringAppeals } from './barring-appeals.service.js';
import { BarringDesk } from './barring-desk.service.js';
import { DepositForfeits } from './deposit-forfeits.service.js';
import * as input from './barring.input.js';
import { type BarringFacts, notAppealed } from './barring.rules.js';
import { barringView } from './barring.view.js';
import { barringWorkflow } from './barring.workflow.js';

/** How a bar begins: from the registration whose deal came to nothing. */
export const defaultActs = actTable('interests', interestWorkflow, {
  head: interestHead,
  gives: barringView,
  steps: {},
  helps: {
    bar: {
      ...{ noun: 'barrings', by: BarringDesk, asks: input.BarringInput, form: proposal, gives: barringView },
      ...{ label: '拟作禁入决定', press: '告知当事人', said: '告知书出好了。送给当事人，等他陈述、申辩。' },
      ...{ tone: 'grave', last: true, posts: ['county_reviewer'] },
      hint: '因为这一方的错没有办成的，先书面告知，听了陈述、申辩再由负责人决定。',
      when: ({ defaulted, standing }: InterestFacts, me: Actor) =>
        defaulted && standing === null && holds(me, 'county_reviewer'),
    },
    forfeit: {
      ...{ noun: 'forfeiture', by: DepositForfeits, asks: ListingReasonInput, gives: interestView },
      ...{ label: '交易保证金不予退还', press: '决定不予退还', said: '决定书出好了，送给当事人。' },
      ...{ tone: 'grave', last: true, posts: ['county_director'] },
      hint: '成交以后因为他的原因没有签合同的；批准退还以前才能决定。钱留在专户里，付出要两个人。',
      when: ({ dealFell, heldFen, forfeited }: InterestFacts, me: Actor) =>
        dealFell && heldFen > 0 && !forfeited && holds(me, 'county_director'),
    },
  },
});

/** What is done with it. */
export const barringActs = actTable('barrings', barringWorkflow, {
  head,
  gives: barringView,
  steps: {
    answer: { noun: 'answer', by: BarringDesk, asks: input.BarringAnswerInput, said: '记下了，决定以前会看。' },
    decide: {
      ...{ noun: 'decision', by: BarringDesk, asks: input.BarringDecisionInput, form: decision },
      said: '决定书出好了，送给当事人。',
    },
    drop: { noun: 'dropping', by: BarringDesk, asks: input.BarringReasonInput, said: '不予禁入。' },
    lift: { noun: 'lifting', by: BarringDesk, asks: input.BarringReasonInput, said: '解除了，现在可以报名。' },
  },
  helps: {
    appeal: {
      ...{ noun: 'appeals', by: BarringAppeals, asks: input.BarringAppealInput, gives: caseView },
      ...{ label: '申请复核', press: '交上去', said: '收到了，由没有参与决定的人答复。' },
      when: ({ record, belongsTo }: BarringFacts, me: Actor) => record.state === 'decided' && belongsTo(me),
      needs: [notAppealed],
    },
  },
});

/** Where the county has set the time, no day is asked; where it has set none, the form says so. */
const lengthForm = (months: number | null): RecordForm =>
  months === null
    ? { text: ['禁入多长时间，县里没有定（平台参数），这一件要写明到哪天，理由里写明为什么这么长。'] }
    : {
        text: [`禁入 ${months} 个月，从决定写的那天算（平台参数，报名那时候县里定的）。`],
        fields: (drawn) => drawn.filter(({ name }) => name !== 'untilDay'),
      };

function proposal({ parameters }: InterestFacts): RecordForm {
  return lengthForm(parameters.barringMonths);
}

function decision({ record: { months, proposedUntil } }: BarringFacts): RecordForm {
  return { ...lengthForm(months), values: proposedUntil === null ? {} : { untilDay: proposedUntil } };
}

function head({ record }: BarringFacts): ActHead {
  const href = `/barrings/${record.id}`;
  return {
    trail: { href, label: record.number ?? '违约禁入' },
    facts: [
      { label: '谁', value: record.partyName, href },
      { label: '哪一宗挂牌', value: `${record.place}，${record.lotNumber}`, href: `/interests/${record.interestId}` },
      { label: '怎么违约的', value: `${record.reason}（${record.rule}）`, href: '' },
      { label: '陈述、申辩', value: record.answer ?? '', href: '' },
    ].filter(({ value }) => value !== ''),
    back: { href, label: '回这一件' },
  };
}
