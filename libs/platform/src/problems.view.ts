import type { ProblemKind } from '#kernel';
import { type Of, value, view } from './views/values.js';
import { problemLabels as labels } from './views/views.words.js';

/** What a refusal means in general. */
export const problemKindView = view(
  'ProblemKind',
  {
    type: value.text(labels.type),
    status: value.count(labels.status),
    title: value.text(labels.title),
    explanation: value.text(labels.explanation),
  },
  labels.kind,
);
export type ProblemKindView = Of<typeof problemKindView>;

/** Every refusal that the exchange can give. */
export const problemsView = view('ProblemKinds', { problems: value.many(problemKindView) }, labels.kinds);
export type ProblemsView = Of<typeof problemsView>;

export const kindOf = ({ type, status, title, explanation }: ProblemKind): ProblemKindView => ({
  ...{ type, status, title, explanation },
});
