import { statesIn, workflow } from '#kernel';
import * as ending from './ending.rules.js';
import * as renewal from './renewal.rules.js';
import * as powerOfAttorney from './power-of-attorney.rules.js';
import { grantorStillContractor, groundDecided } from './ground.rules.js';
import { landHeld, reservationOver } from './reservation.rules.js';
import { accountToPayInto } from './payment.rules.js';
import * as capital from './capital.rules.js';
import * as rule from './transfer.rules.js';
import { type TransferState, transferStates as states } from './transfer-states.workflow.js';

/** Where a case is somebody's work, from the day it is handed in to the certificate. */
const underWay = statesIn({ states }, 'writing', 'town', 'review', 'notice', 'signing', 'closing').filter(
  (name) => name !== 'draft',
);

/** Asked again when a lot that was listed finds its taker (领域规则 1.10; 承包法第38条). */
const dealNeeds = [
  rule.consentsComplete,
  powerOfAttorney.agentWithinPower,
  rule.termWithinContracts,
  rule.areaWithinParcels,
  rule.purposeAllowed,
  rule.landFree,
  rule.encumbranceConsented,
  rule.ageAllowed,
  rule.undisputed,
  rule.bodiesCoded,
  rule.staffNotParty,
  rule.agentNotTransferee,
];

// One row, one sentence: from, on, to, by, needs. Aligned by hand.
// prettier-ignore
export const transferWorkflow = workflow('transfer', {
  label: '协议流转',
  states,
  steps: [
    { from: 'draft',                                                                on: 'submit',             to: 'submitted',       by: ['applicant', 'village_clerk', 'town_clerk'], label: '提交到镇里', needs: [grantorStillContractor, rule.assistedAtStation, powerOfAttorney.agentWithinPower, rule.identitiesBrought, capital.intentBrought, rule.termWithinContracts, rule.areaWithinParcels, rule.purposeAllowed, rule.landFree, renewal.renewalInOrder, rule.ageAllowed, rule.undisputed, rule.staffNotParty, rule.agentNotTransferee] },
    { from: 'draft',                                                                on: 'notice_deal',        to: 'on_notice',       by: ['county_reviewer', 'county_director', 'clock'], label: '挂牌成交，安排公示', needs: [grantorStillContractor, rule.dealOfListing, rule.asReviewed, capital.capitalApproved, ...dealNeeds], aside: true },
    { from: 'draft',                                                                on: 'review_deal',        to: 'county_review',   by: ['county_reviewer', 'county_director'], label: '挂牌成交，报县审核', needs: [grantorStillContractor, rule.dealOfListing, ...dealNeeds], aside: true },
    { from: 'submitted',                                                            on: 'accept',             to: 'town_review',     by: 'town_clerk',       label: '受理',       needs: [grantorStillContractor, rule.bodiesCoded, rule.landFree, rule.termWithinContracts, rule.areaWithinParcels, renewal.renewalInOrder, rule.decisionOnRecord, rule.staffNotParty], hint: '受理后这些地块就留给本案，别的申请不能再占。' },
    { from: 'submitted',                                                            on: 'return',             to: 'correction',      by: 'town_clerk',       label: '退回补正',   tone: 'quiet', hint: '一次说全所有缺的。案号不变，轮次加一。', back: true },
    { from: 'correction',                                                           on: 'resubmit',           to: 'submitted',       by: ['applicant', 'village_clerk', 'town_clerk'], label: '补正后重报', needs: [grantorStillContractor, rule.assistedAtStation, powerOfAttorney.agentWithinPower, rule.identitiesBrought, capital.intentBrought, rule.termWithinContracts, rule.areaWithinParcels, rule.purposeAllowed, rule.landFree, renewal.renewalInOrder, rule.ageAllowed, rule.undisputed] },
    { from: 'correction',                                                           on: 'lapse',              to: 'lapsed',          by: 'clock',            label: '逾期未补正', back: true },
    { from: 'town_review',                                                          on: 'endorse',            to: 'survey',          by: 'town_reviewer',    label: '初审通过，安排调查', needs: [grantorStillContractor, rule.bodiesCoded, rule.reviewerNotAcceptor, rule.consentsComplete, rule.decisionProper, rule.purposeAllowed, rule.termWithinContracts] },
    { from: ['town_review', 'survey'],                                              on: 'return',             to: 'correction',      by: 'town_reviewer',    label: '退回补正',   tone: 'quiet', hint: '一次说全所有缺的。案号不变，轮次加一。', back: true },
    { from: 'survey',                                                               on: 'submit_to_county',   to: 'county_review',   by: 'town_reviewer',    label: '报县审核',   needs: [grantorStillContractor, rule.bodiesCoded, rule.surveyDone, rule.consentsComplete, rule.decisionProper, rule.purposeAllowed], hint: '材料报齐才开始计县里的 1 个工作日。' },
    { from: 'county_returned',                                                      on: 'submit_to_county',   to: 'county_review',   by: 'town_reviewer',    label: '重报县审核', needs: [grantorStillContractor, rule.bodiesCoded, rule.surveyDone, rule.consentsComplete, rule.decisionProper, rule.purposeAllowed], hint: '重报后重新计时。' },
    { from: 'county_returned',                                                      on: 'return',             to: 'correction',      by: 'town_reviewer',    label: '退给申请人补正', tone: 'quiet', back: true },
    { from: 'county_review',                                                        on: 'approve',            to: 'on_notice',       by: 'county_reviewer',  label: '通过，安排公示', needs: [grantorStillContractor, rule.checklistComplete, rule.checklistClean, rule.opinionWritten, capital.capitalApproved, rule.consentsComplete, rule.decisionProper, rule.encumbranceConsented, rule.termWithinContracts, rule.purposeAllowed, rule.reviewerNotAcceptor] },
    { from: 'county_review',                                                        on: 'return',             to: 'county_returned', by: 'county_reviewer',  label: '退回补正',   tone: 'quiet', needs: [rule.reviewerNotAcceptor], hint: '一次说全所有缺的，每项写条文。出审核意见书给镇里；案号不变，停表，镇里重报后重新计时。', back: true },
    { from: ['submitted', 'town_review', 'survey'],                                 on: 'reject',             to: 'rejected',        by: 'town_reviewer',    label: '不予通过', tone: 'grave', hint: '要写理由和条文，会送给双方。', confirm: '不予通过后本案结束，占用的地块放开。', aside: true, back: true },
    { from: ['county_review', 'on_notice'],                                         on: 'reject',             to: 'rejected',        by: 'county_reviewer',  label: '不予通过', tone: 'grave', needs: [rule.reviewerNotAcceptor], hint: '要写理由和条文，会送给双方。', confirm: '不予通过后本案结束，占用的地块放开。', aside: true, back: true },
    { from: statesIn({ states }, 'town', 'review', 'notice'),                       on: 'lapse',              to: 'lapsed',          by: 'clock',            label: '占用到期，没有办成', needs: [reservationOver], back: true },
    { from: 'on_notice',                                                            on: 'recall',             to: 'county_returned', by: 'county_reviewer',  label: '撤回公示，改后重报', tone: 'quiet', hint: '改了地块、面积、价款、期限、当事人、方式或用途，要重新公示满期。', aside: true, back: true },
    { from: 'on_notice',                                                            on: 'clear',              to: 'signing',         by: ['clock', 'town_information'], label: '公示结束，无异议', needs: [rule.noticeClear], aside: true },
    { from: 'on_notice',                                                            on: 'assign_to_claimant', to: 'superseded',      by: 'town_trade',       label: '由优先权人承接', tone: 'quiet', needs: [rule.priorityAccepted], hint: '转出方从成立的主张里选定一位，签字。本案结束，为他另立一案，地块留给他。', aside: true },
    { from: 'on_notice',                                                            on: 'discontinue',        to: 'withdrawn',       by: ['town_trade', 'town_clerk'], label: '转出方不再流转，终止本案', tone: 'grave', needs: [rule.transferorStopped], confirm: '转出方签字说不再流转的，本案结束，公示撤下，地块放开。', aside: true },
    { from: 'draft',                                                                on: 'forgo',              to: 'withdrawn',       by: 'clock',            label: '优先权人逾期未提交', needs: [rule.claimantLate] },
    { from: 'signing',                                                              on: 'sign',               to: 'filing',          by: 'town_trade',       label: '记下合同已签', needs: [grantorStillContractor, rule.bodiesCoded, rule.noticeClear, capital.capitalApproved, rule.consentsComplete, rule.decisionProper, rule.contractScanned, rule.termWithinContracts, renewal.renewalInOrder, rule.encumbranceConsented, landHeld] },
    { from: 'signing',                                                              on: 'lapse',              to: 'lapsed',          by: 'clock',            label: '逾期未签合同', back: true },
    { from: 'filing',                                                               on: 'file',               to: 'deposit',         by: 'town_trade',       label: '记下已备案', needs: [accountToPayInto], hint: '同时通知缴纳风险保障金，或者按规定免缴。' },
    { from: ['deposit', 'unpaid'],                                                  on: 'pay',                to: 'recording',       by: ['town_finance', 'clock'], label: '风险保障金到账', needs: [rule.depositSettled] },
    { from: 'deposit',                                                              on: 'overdue',            to: 'unpaid',          by: 'clock',            label: '逾期未交', needs: [rule.depositOpen] },
    { from: ['filing', 'deposit', 'unpaid'],                                        on: 'rescind',            to: 'withdrawn',       by: 'town_trade',       label: '合同已经解除，撤回', tone: 'grave', needs: [ending.contractRescinded], hint: '先上传解除协议；一方依法解除的，上传解除通知和送达证明，或者裁判文书。', confirm: '本案结束，占用的地块放开，已缴的风险保障金退回。', aside: true },
    { from: 'recording',                                                            on: 'record',             to: 'certifying',      by: 'town_trade',       label: '记入流转台账',   needs: [grantorStillContractor, rule.depositSettled, rule.contractFiled, landHeld, rule.termWithinContracts, renewal.renewalInOrder] },
    { from: 'certifying',                                                           on: 'certify',            to: 'certified',       by: 'county_certifier', label: '发证',      needs: [grantorStillContractor, rule.threeDifferentPeople, rule.contractFiled, rule.encumbranceConsented, rule.longEnough], confirm: '证书一经发出就有编号，不能撤回，只能变更或注销。' },
    { from: 'certifying',                                                           on: 'register_only',      to: 'registered',      by: 'county_certifier', label: '不发证，流转办结', tone: 'quiet', needs: [grantorStillContractor, rule.threeDifferentPeople, rule.contractFiled, ending.noCertificateDue], hint: '期限短于县里规定的发证年限：流转已经办结，到起始日生效，不发证书。' },
    { from: ['certified', 'registered'],                                            on: 'begin',              to: 'in_force',        by: 'clock',            label: '期限开始' },
    { from: 'in_force',                                                             on: 'expire',             to: 'expired',         by: 'clock',            label: '期限届满' },
    { from: 'in_force',                                                             on: 'renew',              to: 'same',            by: ['applicant', 'village_clerk', 'town_clerk'], label: '申请续期', tone: 'quiet', needs: [rule.assistedAtStation, renewal.renewerIsHolder, renewal.renewalWindow, renewal.notYetRenewing, renewal.contractGoesOn, landHeld], hint: '同等条件下受让方优先。另立一案，从到期次日起；转出方和共有人要重新同意，照样公示、签合同。', aside: true },
    { from: 'in_force',                                                             on: 'roll_over',          to: 'renewed',         by: 'clock',            label: '续期衔接',   needs: [renewal.renewalRecorded] },
    { from: ['expired', 'terminated'],                                              on: 'return_land',        to: 'same',            by: 'town_trade',       label: '记下土地已交还', tone: 'quiet', needs: [renewal.landStillOut], hint: '转出方收回、验收以后记下；风险保障金凭这个退。', aside: true },
    { from: ['certified', 'registered', 'in_force'],                                on: 'terminate',          to: 'terminated',      by: 'county_reviewer',  label: '提前终止', tone: 'grave', needs: [rule.notEncumbered], confirm: '终止后发过的证书注销，地块交回承包方。', aside: true },
    { from: underWay,                                                               on: 'suspend',            to: 'suspended',       by: ['county_director', 'supervisor'], label: '中止', tone: 'quiet', hint: '停表，地块和钱都保留；写明原因和依据。', aside: true },
    { from: 'suspended',                                                            on: 'resume',             to: 'before',          by: ['county_director', 'supervisor'], label: '恢复办理', needs: [groundDecided] },
    { from: underWay,                                                               on: 'hold',               to: 'suspended',       by: 'clock',            label: '登记簿要变更，中止', aside: true },
    { from: 'suspended',                                                            on: 'go_on',              to: 'before',          by: 'clock',            label: '登记簿变更已经决定，恢复办理', needs: [groundDecided] },
    { from: 'suspended',                                                            on: 'reject',             to: 'rejected',        by: 'county_director',  label: '终结办理', tone: 'grave', needs: [ending.contractRescinded], confirm: '终结后本案结束，占用的地块放开。', aside: true, back: true },
    { from: statesIn({ states }, 'writing', 'town', 'review', 'notice', 'signing'), on: 'withdraw',           to: 'withdrawn',       by: ['applicant', 'town_clerk'], label: '撤回申请', tone: 'quiet', needs: [ending.withdrawalAsked], confirm: '撤回后本案结束，占用的地块放开；再办要重新申请。', aside: true },
  ],
});

export type TransferAction = (typeof transferWorkflow.steps)[number]['on'];

/** States in which a case holds its parcels and is somebody's work. */
export const workingStates: readonly TransferState[] = [...underWay, 'suspended'];
