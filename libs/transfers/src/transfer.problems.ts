import { type Day, formatDay, problem } from '#kernel';
import { refuses } from '#platform';

/** What a field says when it does not agree with the case. */
export const transferFaults = {
  signedBeforeClear: (clear: Day) => `公示 ${formatDay(clear)}结束，合同不能早于这一天`,
  filedBeforeSigned: '备案不能早于签合同',
  noSuchDay: (asked: string) => `没有 ${asked} 这一天`,
  renewalTooShort: (start: Day) => `要在续期开始的 ${formatDay(start)} 以后`,
  renewalTooLong: (last: Day) => `登记的承包期最早到 ${formatDay(last)}，最晚续到这一天（农村土地承包法第38条第3项）`,
  noSuchCheck: '核查清单里没有这一项',
  defectUncited: '县级退回的，每一项都写依据的条文',
} as const;

export const transferProblems = {
  renewalBegun: problem(
    'renewal-begun',
    409,
    '已经有一件续期申请',
    '一项权利同一时间只办一件续期。撤回那一件以后才能再申请。',
  ),
  notFound: problem('transfer-not-found', 404, '没有这件案件', '案号可能抄错了，或者它不归您看。'),
  noParcel: problem('transfer-no-parcel', 422, '没有选地块', '', 'parcels'),
  parcelTwice: problem('transfer-parcel-twice', 422, '同一块地选了两次', '', 'parcels'),
  parcelUnknown: problem('transfer-parcel-unknown', 422, '登记簿里没有这块地', '', 'parcels'),
  parcelsApart: problem(
    'transfer-parcels-apart',
    422,
    '地块不属于同一个发包方',
    '不同发包方的地要分开申请：备案、决议和优先权各不相同。',
    'parcels',
  ),
  noContractor: problem(
    'transfer-no-contractor',
    422,
    '登记簿里没有写明这块地的权利人',
    '先补登记发包方，再申请。',
    'parcels',
  ),
  claimantUnknown: problem('claimant-unknown', 409, '优先权人还没有登记', '先把主张人登记为当事人，再办承接。'),
  notEditable: problem('transfer-not-editable', 409, '现在不能改申请', '只有草稿和退回补正的申请可以改。'),
  followWrong: problem('follow-wrong', 404, '案号和查询码对不上', '看受理回执：案号 18 位，查询码 8 位。'),
  notTheCollective: problem(
    'not-the-collective',
    403,
    '决议由集体自己或者经办的交易所登记',
    '集体没有发包的地，由集体经济组织或者村、镇的岗位登记决议；受让方不能登记。',
  ),
  parcelsMixed: problem(
    'transfer-parcels-mixed',
    422,
    '承包到户的地和集体没有发包的地要分开申请',
    '承包到户的要每户同意，没有发包的要集体决议（承包法第16、52条）。',
    'parcels',
  ),
  sheetNotNow: problem(
    'sheet-not-now',
    409,
    '现在不能出这份文书',
    '看案件页“您能做的”：文书在它该用的时候、由该办的岗位出。',
  ),
  notParty: problem(
    'transfer-not-party',
    403,
    '这件申请不归您写',
    '申请由流转双方、他们的代理人，或者管这块地的村、镇来写。没有写下什么。',
  ),
  nothingDone: problem('assistance-without-receipt', 403, '这次代办还没有办成什么，没有回执'),
  payeeUnknown: problem(
    'payee-unknown',
    422,
    '租金只能付给转出方，或者现在的承包方',
    '流转的收益归承包方（承包法第39条）。',
    'payeeId',
  ),
  notMortgaged: problem('transfer-not-mortgaged', 422, '这件案件的地没有这笔抵押', '', 'encumbranceId'),
  mortgageeConsented: problem('mortgagee-consented', 409, '这位抵押权人已经同意过这件流转'),
  privatePlot: problem('transfer-no-private-plot', 422, '自留地不能流转', '', 'parcels'),
  missingYes: problem('transfer-missing-consent', 409, '还有共有人没有同意，合同不能签'),
  noSharesYet: problem('transfer-no-shares-yet', 422, '入股的合同文本还没有，现在不办', '', 'mode'),
  subcontractWithin: problem('transfer-subcontract-within', 422, '转包只在本集体成员之间，租给别人选出租', '', 'mode'),
  signedBeforeNotice: problem('contract-before-notice', 422, '合同不能早于公示结束', '', 'signedOn'),
  decisionOfOther: problem('decision-of-other', 409, '集体决议议的不是这件事，要重新决议'),
  capitalOrder: problem('capital-approval-order', 422, '审批决定不能早于受理', '', 'decidedOn'),
  capitalPaper: problem('capital-approval-paper', 422, '缺批文的扫描件', '', 'file'),
  consentBinds: problem(
    'consent-binds',
    409,
    '合同签了以后不能再撤回同意',
    '合同对双方都有约束力（民法典第119、465条）。有争议的走协商、调解、仲裁或者法院（承包法第55条）。',
  ),
  decisionMissing: problem('decision-missing', 422, '还没有登记集体决议'),
  capitalNotNeeded: problem(
    'capital-approval-not-needed',
    409,
    '这件不用登记审批',
    '受让方不按社会资本管理，或者面积没有到分级审批表里要审批的数，或者县里还没有填这张表。',
  ),
  capitalOpen: problem('capital-approval-open', 409, '已有一份审批在办'),
  sealedName: problem('contract-number-taken', 409, '这个合同编号已经用过'),
};

/** A deposit's release is told of once it was approved. */
export const releaseNotApproved = () => transferProblems.sheetNotNow({ detail: '退还还没有批准，批准后再出通知书。' });

refuses({
  transfer_one_renewal: transferProblems.renewalBegun,
  transfer_parcel_once: transferProblems.parcelTwice,
  mortgagee_consent_pkey: transferProblems.mortgageeConsented,
  capital_approval_one_open: transferProblems.capitalOpen,
  capital_approval_order: transferProblems.capitalOrder,
  capital_approval_paper: transferProblems.capitalPaper,
  transfer_no_private_plot: transferProblems.privatePlot,
  transfer_signed_with_every_yes: transferProblems.missingYes,
  transfer_no_shares_yet: transferProblems.noSharesYet,
  transfer_subcontract_within: transferProblems.subcontractWithin,
  transfer_signed_after_notice: transferProblems.signedBeforeNotice,
  transfer_rests_on_its_decision: transferProblems.decisionOfOther,
});
