import type { CaseFile } from '#cases';
import { type Of, stateWords, value, view } from '#platform';
import { claimLabels as labels, claimLevels, claimResults, keptGrounds } from './priority-claim.words.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** A claim beside others on its notice; the phone stays masked. */
export const claimLineView = view(
  'PriorityClaimLine',
  {
    ...{ id: value.id(), revision: value.count() },
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
  },
  labels.title,
);
export type ClaimLine = Of<typeof claimLineView>;

/** What the page of a claim shows beside what every case has. */
export const claimOwnView = view('PriorityClaimOwn', { registered: value.flag(labels.registered) });

export function claimLineOf(claim: CaseFile): ClaimLine {
  const { id, revision, number, name, phoneMasked, dueAt } = claim;
  return {
    ...{ id, revision, number, name, phoneMasked, dueAt },
    level: claim.topic as ClaimLine['level'],
    statement: claim.facts,
    claimedAt: claim.receivedAt,
    state: claim.state as ClaimLine['state'],
    verifiedBy: claim.handlerName,
    answer: claim.reasons,
    result: claim.outcome as ClaimLine['result'],
    ground: claim.ground as ClaimLine['ground'],
  };
}
