import { problem } from '#kernel';
import { refuses } from '#platform';

export const noticeProblems = {
  notFound: problem('notice-not-found', 404, '没有这份公示', '编号可能抄错了，或者还没有发布。'),
  live: problem('notice-already-live', 409, '这一件已有在公示的一版', '先撤回，或者发新版。'),
  resultOnly: problem(
    'notice-of-a-result',
    409,
    '成交结果公示不收优先权主张',
    '有异议的可以提异议；优先权在集体决议、挂牌的时候主张。',
  ),
  claimLate: problem(
    'priority-claim-late',
    409,
    '公示期已过，不能再主张优先权',
    '公示期内没有提出的，不再保护（承包纠纷解释第十一条第一项）。',
  ),
  claimTwice: problem('priority-claim-twice', 409, '您已经主张过了'),
  claimNeedsParty: problem(
    'priority-claim-needs-party',
    403,
    '要先登录，或者由工作人员代您记下',
    '主张优先权的人要能核实身份：自己登录；或者带身份证到窗口，由工作人员记下姓名和身份证号。',
  ),
  claimNotStanding: problem(
    'priority-claim-not-standing',
    409,
    '选的这份主张没有成立，或者已经撤回',
    '只能从成立的主张里选定。',
  ),
  claimGroundMissing: problem(
    'priority-claim-ungrounded',
    409,
    '主张不成立要有法定的情形和转出方签字的说明',
    '条件不同、没有经营能力、转出方不再流转：都不是的，主张成立（承包法第三十八条第五项）。',
  ),
};

refuses({
  notice_one_live: noticeProblems.live,
  notice_version_once: noticeProblems.live,
  case_file_one_claim: noticeProblems.claimTwice,
  case_file_claim_party: noticeProblems.claimNeedsParty,
  case_file_claim_declined: noticeProblems.claimGroundMissing,
});
