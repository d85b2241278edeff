export { CasesModule } from './cases.module.js';
export { type About, CasesService, type Letter } from './cases.service.js';
export { answered, noted } from './answered.workflow.js';
export { caseHead } from './case.acts.js';
export { CaseDesk } from './case-desk.service.js';
export { type CaseFacts, caseKind, caseKinds, type CaseSide, caseWords, waits } from './case-kind.js';
export { CaseFile } from './case-file.entity.js';
export {
  type CaseReceipt,
  caseView,
  publicCaseOf,
  publicCaseParts,
  publicCaseView,
  receiptView,
} from './case-file.view.js';
export { followedLetterView } from './followed-letter.view.js';
export { FollowedLetters } from './followed-letters.service.js';
export type { CaseChannel } from './case-file.words.js';
export { received } from './case.letter.js';
