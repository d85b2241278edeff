import { type Post, type Workflow, workflow } from '#kernel';
import type { CaseFacts, CasePhase } from './case-kind.js';
import { decisionReasoned, factsFound, withdrawalReasoned } from './case-file.rules.js';

type CaseWorkflow = Workflow<string, string, CaseFacts, CasePhase>;

/** The clock of a kind, and the posts that answer it. */
export interface Answering {
  kind: string;
  label: string;
  /** A parameter that counts working days, and where it comes from. */
  within: string;
  basis: string;
  /** Who takes a case in hand, who else decides, and who else hands the answer over. */
  by: Post;
  decides: readonly Post[];
  serves: readonly Post[];
}

/** The way of a case that is answered: taken in hand by name, decided with reasons, handed over. */
// prettier-ignore
export const answered = ({ kind, label, within, basis, by, decides, serves }: Answering): CaseWorkflow =>
  workflow('case_file', {
    kind,
    label,
    states: {
      received:  { phase: 'waiting', label: '已收到', within, basis, tone: 'act' },
      accepted:  { phase: 'waiting', label: '办理中', within, basis, tone: 'wait' },
      decided:   { phase: 'waiting', label: '已决定，待送达', tone: 'wait' },
      served:    { phase: 'over', label: '已答复', end: true, tone: 'go' },
      withdrawn: { phase: 'over', label: '已撤回', end: true, tone: 'info' },
    },
    steps: [
      { from: 'received', on: 'accept', to: 'accepted', by, label: '受理', hint: '受理的人就是办理人' },
      { from: 'accepted', on: 'decide', to: 'decided', by: [by, ...decides], label: '作出决定', needs: [factsFound, decisionReasoned] },
      { from: 'decided', on: 'serve', to: 'served', by: [by, ...serves], label: '登记送达' },
      { from: ['received', 'accepted'], on: 'withdraw', to: 'withdrawn', by: [by, ...serves], label: '登记撤回', tone: 'quiet', needs: [withdrawalReasoned] },
    ],
  });

/** The way of a case without a name: looked into and put on record, answered to nobody. */
// prettier-ignore
export const noted = (kind: string, label: string, by: Post, serves: readonly Post[]): CaseWorkflow =>
  workflow('case_file', {
    kind,
    label,
    states: {
      received:  { phase: 'waiting', label: '已收到', tone: 'act' },
      noted:     { phase: 'over', label: '已记录', end: true, tone: 'info' },
      withdrawn: { phase: 'over', label: '已撤回', end: true, tone: 'info' },
    },
    steps: [
      { from: 'received', on: 'note', to: 'noted', by, label: '记作线索', tone: 'quiet' },
      { from: 'received', on: 'withdraw', to: 'withdrawn', by: [by, ...serves], label: '登记撤回', tone: 'quiet', needs: [withdrawalReasoned] },
    ],
  });
