import { problem } from '#kernel';
import { refuses } from '#platform';

export const unsealingProblems = {
  noNumber: problem('no-bidder-number', 422, '这一宗没有这个竞买号', '', 'number'),
  waits: problem('unsealing-waits', 409, '已经有一个号在等第二个人揭开'),
  notAsked: problem('unsealing-not-asked', 409, '没有等着揭开的竞买号'),
  samePerson: problem('unsealing-same-person', 403, '申请的人不能自己揭开', '揭开要两个人（平台规则 竞-08）。'),
};

refuses({ auction_unsealing_one_asked: unsealingProblems.waits });
