import { problem } from '#kernel';
import { refuses } from '#platform';

/** Why a clerk does not bid for somebody. */
export const pledgeProblems = {
  nobody: problem('pledge-for-nobody', 409, '没有在代办', '替到场的人报价，先核对身份证、开始代办。'),
  noNumber: problem('pledge-without-number', 409, '他没有这一宗的竞买号', '报名、够资格、保证金按时到账的才有竞买号。'),
  first: problem('pledge-first', 403, '先看保密的话', '替到场的人报价以前，先看保密的话、按下确认。'),
  otherNumber: problem(
    'pledge-other-number',
    409,
    '您在这一宗里已经替另一个号报价',
    '一个人在一宗竞价里只能替一个号报价。请另一位工作人员来代他报。',
  ),
};

refuses({ auction_pledge_one_number: pledgeProblems.otherNumber });
