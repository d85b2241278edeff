import type { PriorityClaim } from './priority-claim.entity.js';
import { claimLevels, claimResults, keptGrounds } from './priority-claim.words.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** A claim as the desk and the claimant see it; the phone stays masked. */
export function claimView(claim: PriorityClaim) {
  const state = claimWorkflow.states[claim.state as keyof typeof claimWorkflow.states];
  return {
    id: claim.id,
    number: claim.number,
    href: `/priority-claims/${claim.id}`,
    name: claim.name,
    phone: claim.phoneMasked,
    level: claimLevels[claim.level],
    statement: claim.statement,
    claimedAt: claim.claimedAt,
    state: { name: claim.state, label: state.label, tone: state.tone ?? '' },
    verifiedBy: claim.verifiedBy ?? '',
    answer: claim.answerReasons ?? '',
    result: claim.result,
    ground: claim.declineGround,
    groundText: claim.declineGround === null ? '' : keptGrounds[claim.declineGround],
    resultText: claim.result === null ? '' : claimResults[claim.result],
    dueAt: claim.dueAt,
    revision: claim.revision,
  };
}
