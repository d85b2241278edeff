import { workflow } from '#kernel';
import { barringStates as states } from './barring-states.workflow.js';
import * as rule from './barring.rules.js';

// prettier-ignore
export const barringWorkflow = workflow('barring', {
  label: '违约禁入',
  states,
  steps: [
    { from: 'proposed', on: 'answer', to: 'deciding', by: ['applicant', 'county_reviewer'], label: '陈述、申辩', hint: '书面交来的，由审核岗照原话登记。', aside: true },
    { from: 'proposed', on: 'close',  to: 'deciding', by: 'clock', label: '陈述申辩的期限满了' },
    { from: 'deciding', on: 'decide', to: 'decided',  by: 'county_director', label: '作出禁入决定', needs: [rule.notOwnProposal], hint: '申辩有道理的，不予禁入；不能比告知书写的重。' },
    { from: ['proposed', 'deciding'], on: 'drop', to: 'dropped', by: ['county_reviewer', 'county_director'], label: '不予禁入', tone: 'quiet', aside: true, back: true },
    { from: 'decided',  on: 'lapse',  to: 'lapsed',   by: 'clock', label: '禁入期满' },
    { from: 'decided',  on: 'lift',   to: 'lifted',   by: 'county_director', label: '解除禁入', tone: 'quiet', aside: true, back: true },
    { from: 'decided',  on: 'quash',  to: 'lifted',   by: 'clock', label: '复核成立，解除禁入', back: true },
  ],
});
