import { caseKind } from '#cases';
import { aboutNotice } from './objection.case.js';
import { claimAnswer } from './claim-answer.letter.js';
import { ClaimCases } from './claim-cases.service.js';
import { claimOwnView } from './priority-claim.view.js';
import { claimLevels, claimResults, keptGrounds } from './priority-claim.words.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** A member of the collective wants the land on the same terms (承包法第三十八条第五项); the case waits for the answer. */
export const priorityClaim = caseKind({
  ...{ kind: 'priority_claim', word: '优先权主张', series: { name: 'priority_claim', word: '农优申' } },
  about: aboutNotice,
  topics: claimLevels,
  outcomes: claimResults,
  grounds: keptGrounds,
  workflow: claimWorkflow,
  holds: true,
  letters: {
    ...{ refuse: claimAnswer, grant: claimAnswer, decline: claimAnswer },
    ...{ choose: claimAnswer, pass_over: claimAnswer, lapse: claimAnswer },
  },
  side: ClaimCases,
  own: claimOwnView,
  page: 'case-priority-claim',
});
