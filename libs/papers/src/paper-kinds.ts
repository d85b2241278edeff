import type { CertificateView } from './views/certificate.view.js';
import type * as closing from './views/closing.view.js';
import type * as contract from './views/contract.view.js';
import type * as notice from './views/notice.view.js';
import type * as review from './views/review.view.js';

/** Where a series of numbers starts again: one for the county and the year, one for each town and year. */
export type SeriesScope = 'county' | 'town';

export interface KindOfPaper {
  readonly title: string;
  /** The word in its number: 农受 gives 商农受〔2026〕第0001号. */
  readonly word: string;
  readonly digits: number;
  readonly scope: SeriesScope;
  /** Whose name and seal it carries. */
  readonly by: 'county' | 'town';
  /** An original counts its prints and is limited; other papers may be printed as often as wanted. */
  readonly original: boolean;
}

const letter = (title: string, word: string, by: 'county' | 'town' = 'county'): KindOfPaper => ({ title, word, digits: 4, scope: 'county', by, original: false }); // prettier-ignore

/** Letters that tell both sides what became of their case and why: one view for all of them, the words are each template's own. */
export const caseLetters = {
  suspension: letter('中止办理通知书', '农中止'),
  case_end: letter('终止办理通知书', '农终'),
} as const;

export type CaseEndKind = keyof typeof caseLetters;

/** Which view each paper is drawn from. */
export interface PaperViews extends Record<CaseEndKind, closing.CaseEndView> {
  application: review.ApplicationView;
  mandate: contract.MandateView;
  consent: contract.ConsentView;
  intent: contract.IntentView;
  case_receipt: closing.CaseReceiptView;
  acceptance: review.AcceptanceView;
  correction: review.CorrectionView;
  survey: review.SurveyView;
  town_review: review.TownReviewView;
  review: review.ReviewView;
  rejection: review.RejectionView;
  notice: notice.NoticeSheetView;
  notice_period: notice.NoticePeriodView;
  notice_proof: notice.NoticeProofView;
  objection_receipt: notice.ObjectionReceiptView;
  objection_decision: notice.ObjectionDecisionView;
  priority_answer: notice.PriorityAnswerView;
  contract: contract.ContractView;
  filing: closing.FilingView;
  deposit_agreement: closing.DepositAgreementView;
  deposit_demand: closing.DepositDemandView;
  deposit_overdue: closing.DepositOverdueView;
  deposit_receipt: closing.DepositReceiptView;
  deposit_release: closing.DepositReleaseView;
  attestation: closing.AttestationView;
  certificate: CertificateView;
  certificate_change: closing.CertificateActView;
  certificate_reissue: closing.CertificateActView;
  certificate_cancellation: closing.CertificateActView;
  certificate_revocation: closing.CertificateActView;
  certificate_anew: closing.CertificateActView;
  termination: closing.TerminationView;
  renewal_request: closing.RenewalRequestView;
  mortgagee_notice: closing.MortgageeNoticeView;
  expiry_reminder: closing.ExpiryReminderView;
  expiry: closing.ExpiryView;
}

export type PaperKind = keyof PaperViews;

// 编号格式见领域规则第 2.9 节：鉴证书“商农鉴字〔YYYY〕第NNNNN号”，证书“商农经权（YYYY）第NNNNNN号”，公示“商农公示〔YYYY〕第NNNN号”。
export const paperKinds: Readonly<Record<PaperKind, KindOfPaper>> = {
  application: letter('土地经营权流转申请书', '农申', 'town'),
  mandate: letter('土地经营权流转委托书', '农委'),
  consent: letter('承包方家庭共有人同意书', '农同'),
  intent: letter('土地经营权流转意向协议书', '农意'),
  case_receipt: letter('办件回执', '农回', 'town'),
  acceptance: letter('受理通知书', '农受', 'town'),
  correction: letter('补正通知书', '农补', 'town'),
  survey: letter('实地调查报告', '农调', 'town'),
  town_review: letter('审核意见书（镇初审）', '农初', 'town'),
  review: letter('审核意见书', '农审'),
  rejection: letter('不予通过决定书', '农决'),
  notice: letter('公示', '农公示'),
  notice_period: letter('公示起止告示', '农公示'),
  notice_proof: letter('公示结果证明', '农示证'),
  objection_receipt: letter('异议受理通知书', '农异受', 'town'),
  objection_decision: letter('异议处理决定书', '农异决', 'town'),
  priority_answer: letter('优先权主张答复书', '农优', 'town'),
  contract: { title: '农村土地经营权出租合同', word: 'HT', digits: 6, scope: 'town', by: 'town', original: true },
  filing: letter('土地经营权流转备案通知', '农备', 'town'),
  deposit_agreement: letter('风险保障金协议', '农保协', 'town'),
  deposit_demand: letter('风险保障金缴款通知书', '农缴', 'town'),
  deposit_overdue: letter('风险保障金逾期通知书', '农逾', 'town'),
  deposit_receipt: { title: '风险保障金收据', word: '农收', digits: 5, scope: 'county', by: 'town', original: true },
  deposit_release: letter('风险保障金退还通知书', '农退', 'town'),
  attestation: {
    title: '农村产权交易鉴证书',
    word: '农鉴字',
    digits: 5,
    scope: 'county',
    by: 'county',
    original: true,
  },
  certificate: {
    title: '农村土地经营权证书',
    word: '农经权',
    digits: 6,
    scope: 'county',
    by: 'county',
    original: true,
  },
  certificate_change: letter('证书变更通知书', '农变'),
  certificate_reissue: letter('证书补发通知书', '农补发'),
  certificate_cancellation: letter('证书注销通知书', '农注'),
  certificate_revocation: letter('证书撤销决定书', '农撤'),
  certificate_anew: letter('重新发证通知书', '农重发'),
  ...caseLetters,
  termination: letter('流转终止通知书', '农止', 'town'),
  mortgagee_notice: letter('续期告知书', '农告抵', 'town'),
  renewal_request: letter('续期申请告知书', '农续', 'town'),
  expiry_reminder: letter('流转到期提醒书', '农提', 'town'),
  expiry: letter('流转到期通知书', '农到', 'town'),
};

export const paperTitles = Object.fromEntries(
  Object.entries(paperKinds).map(([kind, { title }]) => [kind, title]),
) as Readonly<Record<PaperKind, string>>;

export function isPaperKind(text: string): text is PaperKind {
  return Object.hasOwn(paperKinds, text);
}
