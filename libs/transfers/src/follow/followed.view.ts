import { followedLetterView } from '#cases';
import { paperKind } from '#papers';
import { type Of, deadlineView, stateWords, value, view } from '#platform';
import { transferPageLabels as labels, eventParts, paperParts } from '../views/transfer-page.words.js';
import { transferModes } from '../transfer.words.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** What was sent is named, not shown: the letter itself is behind a signing-in, since it names people. */
const letterView = view('SentLetter', {
  kind: paperKind(paperParts.kind),
  number: value.text(paperParts.number),
  madeOn: value.day(paperParts.madeAt),
});

const stepView = view('FollowedStep', { label: value.text(eventParts.label), at: value.moment(eventParts.at) });

/** What whoever holds a receipt is told of his case: no names, no terms of others. */
export const followedCaseView = view('FollowedCase', {
  number: value.text(labels.number),
  place: value.text(labels.place),
  mode: value.code(transferModes, labels.mode),
  areaMu: value.mu(labels.areaMu),
  start: value.day(),
  end: value.day(labels.endsOn),
  round: value.count(labels.round),
  state: value.code(stateWords(transferWorkflow), labels.state),
  deadline: value.maybe(deadlineView),
  noticeId: value.maybe(value.id()),
  renewFrom: value.maybe(value.day(labels.renewFrom)),
  renewBy: value.maybe(value.day(labels.renewBy)),
  steps: value.many(stepView),
  letters: value.many(letterView, labels.papers),
});
export type FollowedCaseSeen = Of<typeof followedCaseView>;

/** A case or a letter, by the number and code of its receipt; neither where nothing fits. */
export const followedView = view('Followed', {
  case: value.maybe(followedCaseView),
  letter: value.maybe(followedLetterView),
});
export type Followed = Of<typeof followedView>;
