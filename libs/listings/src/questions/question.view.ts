import { type Actor, instant, reaches, speaksFor } from '#kernel';
import {
  type FormAct,
  type HistoryLine,
  type Of,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import type { Question } from './question.entity.js';
import type { QuestionFacts } from './question.rules.js';
import { questionWorkflow } from './question.workflow.js';
import { questionParts as parts } from './question.words.js';

const earlierView = view('EarlierAnswer', {
  answer: value.text(parts.answer),
  answeredAt: value.moment(parts.earlierAt),
});

/** A question as it stands under its lot. */
export const questionLine = view('ListingQuestion', {
  id: value.id(),
  state: value.code(stateWords(questionWorkflow), parts.state),
  question: value.maybe(value.text(parts.question)),
  answer: value.maybe(value.text(parts.answer)),
  earlier: value.many(earlierView, parts.earlier),
  reason: value.maybe(value.text(parts.reason)),
  askedAt: value.moment(parts.askedAt),
  answeredAt: value.maybe(value.moment(parts.answeredAt)),
});

const earlierOf = ({ earlier }: Question): Of<typeof earlierView>[] =>
  earlier.map(({ answer, answeredAt }) => ({ answer, answeredAt: instant(answeredAt) }));

/** To everybody what was answered, and the reason for what is not shown; what waits, to the office and to who asked. */
export function questionLines(questions: readonly Question[], me: Actor): Of<typeof questionLine>[] {
  return questions.flatMap((record) => {
    const { id, state, question, answer, reason, askedAt, answeredAt, officeCode, partyId } = record;
    const inside = reaches(me, officeCode) || speaksFor(me) === partyId;
    if (!inside && answer === null && reason === null) return [];
    const told = { id, state, answer, earlier: earlierOf(record), reason, askedAt, answeredAt };
    return [{ ...told, question: reason === null ? question : null }];
  });
}

/** One question, to the office that answers and to who asked. */
export const questionView = view(
  'Question',
  {
    id: value.id(),
    revision: value.count(),
    listingId: value.id(),
    listingNumber: value.text(parts.listing),
    place: value.text(parts.listing),
    state: value.code(stateWords(questionWorkflow), parts.state),
    question: value.text(parts.question),
    answer: value.maybe(value.text(parts.answer)),
    earlier: value.many(earlierView, parts.earlier),
    reason: value.maybe(value.text(parts.reason)),
    askedAt: value.moment(parts.askedAt),
    answeredAt: value.maybe(value.moment(parts.answeredAt)),
    answerBy: value.maybe(value.moment(parts.answerBy)),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  parts.title,
);
export type QuestionView = Of<typeof questionView>;

/** Its first line of history would name who asked, so it is left out. */
export function questionOf(
  { record }: QuestionFacts,
  found: { history: readonly HistoryLine[]; acts: readonly FormAct[] },
): QuestionView {
  const { id, revision, listingId, listingNumber, place, state, question, answer, reason, askedAt, answeredAt } =
    record;
  return {
    ...{ id, revision, listingId, listingNumber, place, state, question, answer, reason, askedAt, answeredAt },
    earlier: earlierOf(record),
    answerBy: record.dueAt,
    acts: found.acts.map(offerOf),
    history: found.history.filter((line) => line.action !== 'ask').map(historyLineOf),
  };
}
