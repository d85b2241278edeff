import { type ActHead, actTable } from '#platform';
import { CaseActs } from './case-acts.service.js';
import { CaseNoteInput, ContactInput, DecisionInput, ServiceInput, WithdrawalInput } from './case.input.js';
import { caseView, contactView } from './case-file.view.js';
import { answered, noted } from './answered.workflow.js';
import { type CaseFacts, caseWords } from './case-kind.js';
import { mayOpenContact } from './contact-seal.js';

const usual = answered({
  ...{ kind: 'case', label: '办件', within: 'objectionDecisionWorkingDays', basis: '' },
  ...{ by: 'town_coordination', decides: ['county_reviewer'], serves: ['village_clerk'] },
});
/** As the document describes the steps of a case; who takes them, and within which time, its own kind says. */
const usualSteps = { ...usual, steps: [...usual.steps, ...noted('tip', usual.label, 'town_coordination', []).steps] };

/** What is done with a case of whatever kind, one row each; a kind with steps of its own has a table beside, `caseHead` above it. */
export const caseActs = actTable('cases', usualSteps, {
  head: caseHead,
  gives: caseView,
  workflowOf: ({ kind }) => kind.workflow,
  steps: {
    accept: { noun: 'acceptance', by: CaseActs },
    note: { noun: 'note', by: CaseActs, asks: CaseNoteInput, here: true },
    decide: {
      noun: 'decision',
      by: CaseActs,
      asks: DecisionInput,
      form: ({ kind }) => ({
        choices: { outcome: kind.outcomes, effect: { '': '（其他决定不用选）', ...kind.effects } },
        fields: (drawn) => drawn.filter(({ name }) => name !== 'effect' || kind.effects !== undefined),
      }),
    },
    serve: { noun: 'service', by: CaseActs, asks: ServiceInput, here: true },
    withdraw: { noun: 'withdrawal', by: CaseActs, asks: WithdrawalInput, here: true },
  },
  helps: {
    reveal: {
      noun: 'contact',
      by: CaseActs,
      asks: ContactInput,
      gives: contactView,
      label: '看联系方式',
      hint: '看过会留下记录。',
      when: (facts: CaseFacts, me) => facts.record.contactSealed !== null && mayOpenContact(facts, me),
      last: true,
    },
  },
});

export function caseHead({ record, kind }: CaseFacts): ActHead {
  const href = `/cases/${record.id}`;
  const topic = caseWords.topics[record.topic] ?? '';
  return {
    trail: { href, label: record.number },
    facts: [
      { label: kind.word, value: record.number, href },
      { label: '哪一种', value: record.name === '' ? topic : `${record.name}，${topic}`, href: '' },
      { label: kind.about.word, value: record.subjectNumber, href: `/${kind.about.things}/${record.subjectId}` },
      { label: '怎么回事', value: record.facts, href: '' },
    ].filter(({ value }) => value !== ''),
    back: { href, label: '不办了，回这一件' },
  };
}
