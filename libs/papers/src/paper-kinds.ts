import { keptTerms } from './kept-terms.js';
import { type Letter, letter as declare } from './letter.js';
import type * as closing from './views/closing.view.js';
import type * as contract from './views/contract.view.js';
import type * as review from './views/review.view.js';

export type CaseEndKind = 'suspension' | 'case_end';

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
  contract: contract.ContractView;
  filing: closing.FilingView;
  deposit_agreement: closing.DepositAgreementView;
  deposit_demand: closing.DepositDemandView;
  deposit_overdue: closing.DepositOverdueView;
  deposit_receipt: closing.DepositReceiptView;
  deposit_release: closing.DepositReleaseView;
  attestation: closing.AttestationView;
  renewal_request: closing.RenewalRequestView;
  mortgagee_notice: closing.MortgageeNoticeView;
  expiry_reminder: closing.ExpiryReminderView;
  expiry: closing.ExpiryView;
}

const put = (title: string, word: string, by: 'county' | 'town' = 'county', more: object = {}) => ({ title, word, by, ...more }); // prettier-ignore

// 编号格式见领域规则第 2.9 节：鉴证书“商农鉴字〔YYYY〕第NNNNN号”，证书“商农经权（YYYY）第NNNNNN号”，公示“商农公示〔YYYY〕第NNNN号”。
const specs = {
  application: put('土地经营权流转申请书', '农申', 'town', { kept: keptTerms }),
  mandate: put('土地经营权流转委托书', '农委'),
  consent: put('承包方家庭共有人同意书', '农同'),
  intent: put('土地经营权流转意向协议书', '农意'),
  case_receipt: put('办件回执', '农回', 'town'),
  acceptance: put('受理通知书', '农受', 'town', { tells: true }),
  correction: put('补正通知书', '农补', 'town', { tells: true }),
  survey: put('实地调查报告', '农调', 'town', { atTown: true }),
  town_review: put('审核意见书（镇初审）', '农初', 'town'),
  review: put('审核意见书', '农审'),
  rejection: put('不予通过决定书', '农决', 'county', { tells: true }),
  contract: put('农村土地经营权出租合同', 'HT', 'town', { kept: keptTerms, digits: 6, series: 'town', original: true }),
  filing: put('土地经营权流转备案通知', '农备', 'town'),
  deposit_agreement: put('风险保障金协议', '农保协', 'town', { atTown: true }),
  deposit_demand: put('风险保障金缴款通知书', '农缴', 'town', { atTown: true }),
  deposit_overdue: put('风险保障金逾期通知书', '农逾', 'town', { tells: true, atTown: true }),
  deposit_receipt: put('风险保障金收据', '农收', 'town', { digits: 5, series: 'county', original: true, atTown: true }),
  deposit_release: put('风险保障金退还通知书', '农退', 'town'),
  attestation: put('农村产权交易鉴证书', '农鉴字', 'county', { digits: 5, original: true }),
  suspension: put('中止办理通知书', '农中止', 'county', { tells: true }),
  case_end: put('终止办理通知书', '农终', 'county', { tells: true }),
  mortgagee_notice: put('续期告知书', '农告抵', 'town'),
  renewal_request: put('续期申请告知书', '农续', 'town', { tells: true }),
  expiry_reminder: put('流转到期提醒书', '农提', 'town', { tells: true }),
  expiry: put('流转到期通知书', '农到', 'town', { tells: true }),
};

/** Letters that still stand here and not with the lib that writes them. */
export const paperLetters = Object.fromEntries(
  Object.entries(specs).map(([kind, spec]) => [kind, declare(kind, spec, (view: object) => view)]),
) as unknown as { readonly [Kind in keyof PaperViews]: Letter<[PaperViews[Kind]], PaperViews[Kind]> };
