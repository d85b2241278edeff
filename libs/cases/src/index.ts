export { CasesModule } from './cases.module.js';
export { CasesService, type Letter } from './cases.service.js';
export { followedLetterView } from './followed-letter.view.js';
export { FollowedLetters } from './followed-letters.service.js';
export { CaseFile } from './case-file.entity.js';
export { letterOf, letterParts, publicLetterOf, publicLetterParts, publicLetterView } from './case-file.view.js';
export { caseWorkflow, openCaseStates } from './case-file.workflow.js';
export { type CaseFacts } from './case-file.rules.js';
export { caseProblems } from './case-file.problems.js';
export {
  type CaseChannel,
  type CaseEffect,
  caseEffects,
  caseKinds,
  type CaseOutcome,
  caseOutcomes,
  type CaseRelation,
  caseRelations,
  type CaseTopic,
  caseTopics,
  type ServedWay,
  servedWays,
} from './case-file.words.js';
