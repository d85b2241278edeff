import {
  type Deadline,
  type FormAct,
  type HistoryLine,
  type Of,
  deadlineOf,
  deadlineView,
  fileOf,
  fileView,
  historyLineOf,
  historyView,
  offerOf,
  offerView,
  stateWords,
  value,
  view,
} from '#platform';
import type { PriorityClaim } from './priority-claim.entity.js';
import { claimLabels as labels, claimLevels, claimResults, keptGrounds } from './priority-claim.words.js';
import { type ClaimFacts, claimWorkflow } from './priority-claim.workflow.js';

const lineParts = {
  id: value.id(),
  revision: value.count(),
  number: value.text(labels.number),
  name: value.text(labels.name),
  phoneMasked: value.text(labels.phoneMasked),
  level: value.code(claimLevels, labels.level),
  statement: value.text(labels.statement),
  claimedAt: value.moment(labels.claimedAt),
  state: value.code(stateWords(claimWorkflow), labels.state),
  dueAt: value.maybe(value.moment(labels.dueAt)),
  verifiedBy: value.maybe(value.text(labels.verifiedBy)),
  answer: value.maybe(value.text(labels.answer)),
  result: value.maybe(value.code(claimResults, labels.result)),
  ground: value.maybe(value.code(keptGrounds, labels.ground)),
};

/** A claim beside others; the phone stays masked. */
export const claimLineView = view('PriorityClaimLine', lineParts, labels.title);
export type ClaimLine = Of<typeof claimLineView>;

/** A claim, to its claimant and to the desk that answers it. */
export const claimView = view(
  'PriorityClaim',
  {
    ...lineParts,
    noticeId: value.id(),
    deadline: value.maybe(deadlineView),
    registered: value.flag(labels.registered),
    memberships: value.many(fileView, labels.memberships),
    statements: value.many(fileView, labels.statements),
    acts: value.many(offerView),
    history: value.many(historyView),
  },
  labels.title,
);
export type Claim = Of<typeof claimView>;

export function claimLineOf(claim: PriorityClaim): ClaimLine {
  const { id, revision, number, name, phoneMasked, level, statement, claimedAt, dueAt, verifiedBy, result } = claim;
  return {
    ...{ id, revision, number, name, phoneMasked, level, statement, claimedAt, dueAt, verifiedBy, result },
    state: claim.state as ClaimLine['state'],
    answer: claim.answerReasons,
    ground: claim.declineGround,
  };
}

/** What a claim is shown from. */
export interface ClaimSeen {
  facts: ClaimFacts;
  running: Deadline | null;
  acts: readonly FormAct[];
  history: readonly HistoryLine[];
}

export function claimSeenOf({ facts, running, acts, history }: ClaimSeen): Claim {
  const { record, files, registered } = facts;
  return {
    ...claimLineOf(record),
    noticeId: record.noticeId,
    deadline: running && deadlineOf(running),
    registered,
    memberships: files.filter(({ kind }) => kind === 'membership').map(fileOf),
    statements: files.filter(({ kind }) => kind !== 'membership').map(fileOf),
    acts: acts.map(offerOf),
    history: history.map(historyLineOf),
  };
}
