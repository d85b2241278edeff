import { problem } from '#kernel';
import { refuses } from '#platform';

export const draftProblems = {
  notFound: problem('draft-not-found', 404, '没有这份草稿', '草稿只给填的人看；代办的草稿，本人在场才能打开。'),
  notYours: problem(
    'draft-not-your-post',
    403,
    '您的岗位不录入申请',
    '申请由农户、合作社自己填，或者由村信息员、镇受理岗录入。',
  ),
  tooMany: problem('draft-too-many', 409, '没办完的申请太多了', '先把前面的办完或者删掉，最多同时留 30 份。'),
  unfinished: problem('draft-unfinished', 409, '前面的步骤还没有填完', '先填完谁、哪块地、什么条件，再交材料。'),
  handedIn: problem('draft-handed-in', 409, '这份申请已经交上去了', '到案件页看进度；退回补正时可以再改。'),
  alreadyOpen: problem('draft-already-open', 409, '这件案件已经有一份在改'),
};

refuses({ application_draft_one_per_case: draftProblems.alreadyOpen });
