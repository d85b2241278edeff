export { NoticesModule } from './notices.module.js';
export { NoticePagesService } from './notice-pages.service.js';
export { NoticesService } from './notices.service.js';
export type { NoticeDraft } from './notice.draft.js';
export { Notice } from './notice.entity.js';
export { isDown, openNoticeStates } from './notice.workflow.js';
export { PriorityClaim } from './priority-claim.entity.js';
export { claimResults } from './priority-claim.words.js';
export { PriorityClaimsService } from './priority-claims.service.js';
