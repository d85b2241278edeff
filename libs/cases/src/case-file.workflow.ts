import { openStates, workflow } from '#kernel';
import { decisionReasoned, factsFound, isLead, notAnonymous } from './case-file.rules.js';

// 收到异议之日起三个工作日内作出答复，答复前暂停（参照招标投标法实施条例第五十四条）。
const basis = '收到异议后 3 个工作日内作出决定（参照招标投标法实施条例第五十四条）';

// prettier-ignore
export const caseWorkflow = workflow('case_file', {
  label: '异议和来信',
  states: {
    received:  { label: '已收到', within: 'objectionDecisionWorkingDays', basis, tone: 'act' },
    accepted:  { label: '办理中', within: 'objectionDecisionWorkingDays', basis, tone: 'wait' },
    decided:   { label: '已决定，待送达', tone: 'wait' },
    served:    { label: '已答复', end: true, tone: 'go' },
    withdrawn: { label: '已撤回', end: true, tone: 'info' },
    noted:     { label: '已记录', end: true, tone: 'info' },
  },
  steps: [
    { from: 'received', on: 'accept', to: 'accepted', by: 'town_coordination', label: '受理', hint: '受理的人就是办理人', needs: [notAnonymous] },
    { from: 'received', on: 'note', to: 'noted', by: 'town_coordination', label: '记作线索', tone: 'quiet', needs: [isLead] },
    { from: 'accepted', on: 'decide', to: 'decided', by: ['town_coordination', 'county_reviewer'], label: '作出决定', needs: [factsFound, decisionReasoned] },
    { from: 'decided', on: 'serve', to: 'served', by: ['town_coordination', 'village_clerk'], label: '登记送达' },
    { from: ['received', 'accepted'], on: 'withdraw', to: 'withdrawn', by: ['town_coordination', 'village_clerk'], label: '登记撤回', tone: 'quiet' },
  ],
});

/** States in which a letter still waits for its answer. */
export const openCaseStates: readonly string[] = openStates(caseWorkflow);
