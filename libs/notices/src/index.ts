export { NoticesModule } from './notices.module.js';
export { NoticePagesService } from './notice-pages.service.js';
export { NoticesService } from './notices.service.js';
export type { NoticeDraft } from './notice.draft.js';
export { Notice } from './notice.entity.js';
export { isDown, openNoticeStates } from './notice.workflow.js';
export { PriorityClaim, claimResults } from './priority-claim.entity.js';
export { PriorityClaimsService } from './priority-claims.service.js';
