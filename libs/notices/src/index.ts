export { NoticesModule } from './notices.module.js';
export { NoticeReader } from './notice-reader.service.js';
export { NoticesService } from './notices.service.js';
export type { NoticeDraft } from './notice.draft.js';
export { noticeProof, noticeSheet } from './notice-sheet.letter.js';
export { isDown, openNoticeStates } from './notice.workflow.js';
export { PriorityClaimsService } from './priority-claims.service.js';
