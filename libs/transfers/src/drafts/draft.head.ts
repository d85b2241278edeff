import { type DraftStep, draftSteps } from './draft.words.js';

const names = Object.keys(draftSteps) as DraftStep[];

export const hrefOf = (draftId: string, step: DraftStep): string => `/transfers/new/${draftId}/${step}`;

/** What the page of a step has above and below: its title, where one is among the five, and the way back. */
export function stepPage(draftId: string, step: DraftStep) {
  const at = names.indexOf(step);
  const before = names[at - 1];
  return {
    title: draftSteps[step],
    step: at + 1,
    steps: names.map((name, index) => ({
      name,
      title: draftSteps[name],
      state: index < at ? 'done' : index === at ? 'now' : '',
    })),
    action: hrefOf(draftId, step),
    back: before === undefined ? '' : hrefOf(draftId, before),
  };
}
