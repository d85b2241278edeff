export { NoticesModule } from './notices.module.js';
export { NoticesService } from './notices.service.js';
export type { NoticeDraft } from './notice.draft.js';
export { Notice } from './notice.entity.js';
export { type NoticeTerms } from './notice.terms.js';
export { PriorityClaim } from './priority-claim.entity.js';
export { Notices1761000010000 } from './migrations/1761000010000-notices.js';
export { ScreensService } from './screens.service.js';
