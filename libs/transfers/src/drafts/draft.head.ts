import { askedFor } from '../page/case-sections.view.js';
import type { ReturnRow } from '../transfers.queries.js';
import { draftSides, type DraftContent } from './application-draft.entity.js';

export const steps = { who: '谁', land: '哪块地', terms: '什么条件', materials: '材料', check: '核对' } as const;
export type StepName = keyof typeof steps;

const names = Object.keys(steps) as StepName[];

export const hrefOf = (draftId: string, step: StepName): string => `/transfers/new/${draftId}/${step}`;

interface Headed {
  content: DraftContent;
  state: string | null;
  returned: Pick<ReturnRow, 'level' | 'defects'> | null;
}

/** The head of a step's page: where one is among the five, and what a returned application lacks. */
export function headView({ content, state, returned }: Headed, current: StepName): object {
  const at = names.indexOf(current);
  return {
    title: draftSides[content.side],
    asked: askedFor(state, returned ? [returned] : []),
    label: `共 ${names.length} 步，现在第 ${at + 1} 步`,
    steps: names.map((name, index) => ({
      title: steps[name],
      note: index < at && name !== 'materials' ? '填好了' : '',
      state: index < at ? 'done' : index === at ? 'now' : '',
    })),
  };
}
