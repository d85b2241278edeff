import { type ActHead, actTable } from '#platform';
import { type CaseFacts, caseKinds, caseTopics, caseWorkflow } from '#cases';
import { DecisionInput, LetterNoteInput, ServiceInput } from './objection.input.js';
import { letterContactView, objectionView } from './objection.view.js';
import { ObjectionsService } from './objections.service.js';

/** What is done with a letter about a notice, one row each. */
export const objectionActs = actTable('objections', caseWorkflow, {
  head,
  gives: objectionView,
  steps: {
    accept: { noun: 'acceptance', by: ObjectionsService },
    note: { noun: 'note', by: ObjectionsService, asks: LetterNoteInput, here: true },
    decide: { noun: 'decision', by: ObjectionsService, asks: DecisionInput, here: true },
    serve: { noun: 'service', by: ObjectionsService, asks: ServiceInput, here: true },
    withdraw: { noun: 'withdrawal', by: ObjectionsService, asks: LetterNoteInput, here: true },
  },
  helps: {
    reveal: {
      noun: 'contact',
      by: ObjectionsService,
      gives: letterContactView,
      label: '看联系方式',
      hint: '看过会留下记录。',
      when: ({ record }: CaseFacts) => record.contactSealed !== null,
      last: true,
    },
  },
});

function head({ record }: CaseFacts): ActHead {
  const href = `/objections/${record.id}`;
  return {
    trail: { href, label: record.number },
    facts: [
      { label: caseKinds[record.kind], value: record.number, href },
      { label: '哪一种', value: caseTopics[record.topic], href: '' },
      { label: '公示', value: record.subjectNumber, href: `/notices/${record.subjectId}` },
      { label: '怎么回事', value: record.facts, href: '' },
    ],
    back: { href, label: '不办了，回这一件' },
  };
}
