import { type PriorityClaim, claimLevels, claimResults, declineGrounds } from './priority-claim.entity.js';
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
    groundText: groundText(claim),
    resultText: claim.result === null ? '' : claimResults[claim.result],
    dueAt: claim.dueAt,
    revision: claim.revision,
  };
}

function groundText({ declineGround }: PriorityClaim): string {
  if (declineGround === null) return '';
  return declineGround === 'unstated' ? '当时没有写明情形' : declineGrounds[declineGround];
}
