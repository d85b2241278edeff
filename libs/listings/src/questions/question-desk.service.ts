import { Injectable } from '@nestjs/common';
import { type Actor, clockActor, speaksFor } from '#kernel';
import type { Act, Elsewhere } from '#platform';
import type { ListingFacts } from '../listing.facts.js';
import { mustBePublic } from '../public-words.js';
import { Question } from './question.entity.js';
import type { AnswerInput, QuestionInput, SetAsideInput } from './question.input.js';
import { questionFaults, questionProblems } from './question.problems.js';
import type { QuestionFacts } from './question.rules.js';
import { questionAsked } from './question.words.js';
import { questionWorkflow } from './question.workflow.js';

/** 提问、答复：what one party asks about a lot, everybody reads with its answer. */
@Injectable()
export class QuestionDesk {
  /** The lot is locked, so of several that are asked at once none passes the bound. */
  async ask(act: Act, { record: lot, parameters }: ListingFacts, { question }: QuestionInput): Promise<Elsewhere> {
    if (!offered(lot, act.now)) throw questionProblems.closed();
    const partyId = speaksFor(act.actor);
    if (partyId === null) throw questionProblems.nobody();
    mustBePublic({ question });
    const open = await act.tx.countBy(Question, { listingId: lot.id, partyId, state: 'asked' });
    if (open >= parameters.questionsOpenMost) throw questionProblems.tooMany({ detail: questionFaults.tooMany(open) });
    const record = await act.open(
      questionWorkflow,
      Question,
      {
        ...{ listingId: lot.id, listingNumber: lot.number ?? '', officeCode: lot.officeCode, rulesDay: lot.rulesDay },
        ...{ place: lot.place, areaMu: lot.areaMu, partyId, question, askedAt: act.now },
        ...{ answer: null, earlier: [], reason: null, answeredAt: null },
      },
      { action: 'ask', label: questionAsked, detail: { lot: lot.number } },
    );
    return { things: 'questions', id: record.id };
  }

  async answer(act: Act, facts: QuestionFacts, { answer }: AnswerInput): Promise<void> {
    mustBePublic({ answer });
    await keep(act, facts, { answer, answeredAt: act.now });
    await act.take(questionWorkflow, facts, 'answer');
  }

  /** 更正：what was said before stays beside it, since people may have gone by it. */
  async correct(act: Act, facts: QuestionFacts, { answer }: AnswerInput): Promise<void> {
    const { answer: before, answeredAt, earlier } = facts.record;
    mustBePublic({ answer });
    if (answer === before) throw questionFaults.same();
    await act.take(questionWorkflow, facts, 'correct');
    if (before === null || answeredAt === null) return;
    const kept = [...earlier, { answer: before, answeredAt: answeredAt.toISOString() }];
    await keep(act, facts, { answer, answeredAt: act.now, earlier: kept });
  }

  async withdraw(act: Act, facts: QuestionFacts): Promise<void> {
    await act.take(questionWorkflow, facts, 'withdraw');
  }

  async setAside(act: Act, facts: QuestionFacts, { reason }: SetAsideInput): Promise<void> {
    mustBePublic({ reason });
    await keep(act, facts, { reason });
    await act.take(questionWorkflow, facts, 'set_aside', { remark: reason });
  }

  /** By the clock: the lot is no longer on offer. */
  async close(act: Act, facts: QuestionFacts): Promise<void> {
    await act.as(clockActor).take(questionWorkflow, facts, 'close');
  }
}

/** Written before the step, since the database asks for the words in the state that has them. */
async function keep({ tx }: Act, { record }: QuestionFacts, changes: Partial<Question>): Promise<void> {
  Object.assign(record, changes);
  await tx.update(Question, { id: record.id }, changes);
}

const offered = ({ state, dueAt }: ListingFacts['record'], now: Date): boolean =>
  state === 'listed' && (dueAt === null || now < dueAt);

/** Whether somebody is offered to ask. */
export const takesQuestions = ({ record }: ListingFacts, me: Actor, now: Date): boolean =>
  offered(record, now) && speaksFor(me) !== null;
