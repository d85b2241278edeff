import { problem } from '#kernel';
import { refuses } from '#platform';

export const landChangeProblems = {
  notFound: problem('land-change-not-found', 404, '没有这份登记簿变更'),
  cannotTake: problem(
    'land-change-not-taken',
    409,
    '现在不能照这份改登记簿',
    '登记簿在这期间又变了。看清原因，或者决定不改，请报送的人重新交来。',
  ),
  alreadyOpen: problem('land-change-open', 409, '这一行已经有一份变更在等决定'),
};

refuses({ land_change_one_open: landChangeProblems.alreadyOpen });
