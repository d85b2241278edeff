import { type ActHead, type RecordForm, actTable } from '#platform';
import { QuestionDesk } from './question-desk.service.js';
import { AnswerInput, SetAsideInput } from './question.input.js';
import type { QuestionFacts } from './question.rules.js';
import { questionView } from './question.view.js';
import { questionWorkflow } from './question.workflow.js';

/** What is done with a question. */
export const questionActs = actTable('questions', questionWorkflow, {
  head,
  gives: questionView,
  steps: {
    answer: { noun: 'answer', by: QuestionDesk, asks: AnswerInput, said: '答复和问题一起公开了。' },
    correct: {
      noun: 'correction',
      by: QuestionDesk,
      asks: AnswerInput,
      form: answered,
      said: '更正了，原来的答复留在下面。',
    },
    withdraw: { noun: 'withdrawal', by: QuestionDesk, said: '撤回了。' },
    set_aside: { noun: 'setting-aside', by: QuestionDesk, asks: SetAsideInput, said: '不公开，页面上只写理由。' },
  },
});

function answered({ record }: QuestionFacts): RecordForm {
  return { values: { answer: record.answer ?? '' } };
}

function head({ record }: QuestionFacts): ActHead {
  const href = `/questions/${record.id}`;
  return {
    trail: { href, label: record.listingNumber },
    facts: [
      { label: '挂牌', value: record.place, href: `/listings/${record.listingId}` },
      { label: '问题', value: record.question, href: '' },
    ],
    back: { href, label: '回这个提问' },
  };
}
