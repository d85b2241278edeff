import { type Deadline, type HistoryLine, type Of, deadlineOf, deadlineView, value, view } from '#platform';
import type { CaseFile } from './case-file.entity.js';
import { publicCaseOf, publicCaseParts } from './case-file.view.js';
import { kindOf } from './case-kind.js';
import { caseLabels as labels } from './case-file.words.js';

const stepView = view('LetterStep', { label: value.text(labels.label), at: value.moment(labels.at) });

/** A letter to whoever has its number and code: where it is, and the answer once there is one. */
export const followedLetterView = view('FollowedLetter', {
  ...publicCaseParts,
  about: value.href(),
  handler: value.maybe(value.text(labels.handler)),
  reasons: value.maybe(value.text(labels.reasons)),
  rule: value.maybe(value.text(labels.rule)),
  deadline: value.maybe(deadlineView),
  steps: value.many(stepView, labels.steps),
});
export type FollowedLetter = Of<typeof followedLetterView>;

export const followedLetterOf = (
  file: CaseFile,
  running: Deadline | null,
  history: readonly HistoryLine[],
): FollowedLetter => ({
  ...publicCaseOf(file),
  about: `/${kindOf(file).about.things}/${file.subjectId}`,
  handler: file.handlerName,
  reasons: file.reasons,
  rule: file.rule,
  deadline: running && deadlineOf(running),
  // Who opened the contact is the office's own record, not the sender's.
  steps: history
    .filter(({ fromState, toState }) => toState !== null && toState !== fromState)
    .map(({ label, moment: at }) => ({ label, at })),
});
