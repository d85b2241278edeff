import { type Rule, blocker, speaksFor, termMonths } from '#kernel';
import { membersConsented } from '#parties';
import { isNone } from './declared.js';
import type { TransferFacts } from './transfer.facts.js';

type TransferRule = Rule<TransferFacts>;
const here = (facts: TransferFacts, anchor: string): string => `/transfers/${facts.record.id}#${anchor}`;

/**
 * 申请书要附双方的身份证明；the model contract takes copies of them as its annex, so they come with the application.
 * A renewal is between the same two, whose papers lie with the case it renews.
 */
export const identitiesBrought: TransferRule = (facts) =>
  facts.identityPapers > 0 || facts.record.renewsId !== null
    ? undefined
    : blocker(
        'identities-brought',
        '还没有传双方的身份证、营业执照，正反面都要。',
        '平台规则 申-03；示范文本 GF-2021-2606 附件：身份证明',
        { href: `/transfers/${facts.record.id}/files`, label: '去传' },
      );

/** A village clerk speaks only for the person who stands at the counter, never in batch (流转办法第8条). */
export const assistedAtStation: TransferRule = (_facts, { actor }) => {
  const clerkAlone = actor.posts.some((held) => held.post === 'village_clerk') && speaksFor(actor) === null;
  if (!clerkAlone) return undefined;
  const way = { href: '/assisted/new', label: '开始代办' };
  return blocker(
    'assisted-at-station',
    '村信息员要先和来的人开始代办：读身份证、找见证人、念给本人听。',
    '流转办法第8条',
    way,
  );
};

/** 期限不得超过承包期的剩余期限（承包法第38条第3项）。 */
export const termWithinContracts: TransferRule = (facts) => facts.land.term;

export const areaWithinParcels: TransferRule = (facts) => facts.land.area;

/** 不得改变农业用途；永久基本农田不得种果树、挖塘（承包法第38条、土地管理法第37条）。 */
export const purposeAllowed: TransferRule = (facts) => facts.land.purpose;

/** No other active or reserved right over the same part and time (invariant 1; the database has the last word). */
export const landFree: TransferRule = ({ right, land }) =>
  right === null ? [...land.occupied, ...land.underOthers] : undefined;

/** 抵押财产转让、再流转要抵押权人书面同意（民法典第406条）；a renewal worsens nobody's security: mortgagees are told. */
export const encumbranceConsented: TransferRule = (facts) => (facts.renews ? undefined : facts.land.encumbered);

/** A right that secures a loan cannot be ended without the lender's consent (民法典第406条). */
export const notEncumbered: TransferRule = (facts) =>
  facts.land.encumbered.map((each) => ({ ...each, rule: 'not-encumbered' }));

/** Full capacity (民法典第17、18条), and an upper age above which a guarantor is needed, where the county has set one. */
export const ageAllowed: TransferRule = (facts) => {
  const age = facts.transfereeAge;
  if (age === null) return undefined;
  const { ageMin, ageMax } = facts.parameters;
  if (age < ageMin)
    return blocker('age-allowed', `受让方 ${age} 周岁，要满 ${ageMin} 周岁才能自己申请。`, '民法典第17、18条');
  if (ageMax !== null && age > ageMax && facts.guarantor === null)
    return blocker(
      'age-allowed',
      `受让方 ${age} 周岁，超过 ${ageMax} 周岁，要有担保人签字，或者由家里人申请。`,
      '县里定的受让方最高年龄',
      { href: `/transfers/${facts.record.id}/guarantor`, label: '登记担保人' },
    );
  return undefined;
};

/** 权属清楚、没有争议才能流转（农村土地经营权流转交易市场运行规范第三条）: who declares a dispute settles it first. */
export const undisputed: TransferRule = ({ record }) =>
  record.declared === null || isNone(record.declared.dispute)
    ? undefined
    : blocker(
        'undisputed',
        `申请里申明有争议：${record.declared.dispute.replace(/。$/, '')}。先解决，再流转。`,
        '农村土地经营权流转交易市场运行规范（试行）；农村土地承包法第55条',
      );

/** 工作人员不得参与自己经办的交易（参照拍卖法第22条）。 */
export const staffNotParty: TransferRule = (facts) =>
  facts.staffParties.map((name) =>
    blocker('staff-not-party', `${name}是交易所工作人员，不能做当事人。`, '平台规则 职-01'),
  );

/** A contract names a body by its unified code (示范文本 GF-2021-2606；国发〔2015〕33号): without one nobody knows who signs. */
export const bodiesCoded: TransferRule = ({ uncodedParties }) =>
  uncodedParties.map(({ id, name }) =>
    blocker(
      'bodies-coded',
      `${name}的统一社会信用代码没有核实，先凭登记证、营业执照在登记簿补上。`,
      '示范文本 GF-2021-2606：合同写明双方的统一社会信用代码；国发〔2015〕33号',
      { href: `/register/bodies/${id}`, label: '看这个单位' },
    ),
  );

/** 代理人不得同时代理双方（民法典第168条）。 */
export const agentNotTransferee: TransferRule = (facts) => facts.agentConflict;

/** Every member with a right consents; a village cannot consent for them (承包法第16条). */
export const consentsComplete: TransferRule = (facts) =>
  facts.record.kind === 'contracted'
    ? membersConsented(facts.consents).map((each) => ({
        ...each,
        way: { href: here(facts, 'consents'), label: '看同意书' },
      }))
    : undefined;

/** Land not contracted out needs the decision of the proper body, counted of all (承包法第52条). */
export const decisionProper: TransferRule = (facts) => facts.decision;

/** A case that holds a collective's land rests on a decision, whatever is still to be checked of it (承包法第52条). */
export const decisionOnRecord: TransferRule = ({ record }) =>
  record.kind === 'contracted' || record.decisionId !== null
    ? undefined
    : blocker('decision-on-record', '还没有登记集体决议，登记以后才能受理。', '农村土地承包法第52条');

/** A lot is looked at before it is listed: its deal has no survey of its own. */
export const surveyDone: TransferRule = (facts) => (facts.record.listing ? undefined : facts.survey);

/** 挂牌成交从公示开始：the county reviewed the lot as it was listed, and no other deal (挂牌时审核的价款、地块、期限). */
export const dealOfListing: TransferRule = ({ record }) =>
  record.listing ? undefined : blocker('deal-of-listing', '这件不是挂牌成交的。', '平台规则 牌-01');

export const asReviewed: TransferRule = ({ record }) =>
  record.listing === null || record.listing.bid || record.priceFen === record.listing.priceFen
    ? undefined
    : blocker('as-reviewed', '成交价和审核时的挂牌价不一样，要再报县里审核。', '平台规则 牌-02');

export const checklistComplete: TransferRule = (facts) => {
  const left = facts.checklist.total - facts.checklist.filled;
  if (left === 0) return undefined;
  return blocker('checklist-complete', `核查清单还有 ${left} 项没有填。`, '平台规则 核-01', {
    href: here(facts, 'checklist'),
    label: '去填',
  });
};

/** 县级审核出具书面审核意见（商河县公布流程）：通过的也要有。 */
export const opinionWritten: TransferRule = (facts) =>
  facts.checklist.opinion
    ? undefined
    : blocker('opinion-written', '还没有写审核意见。', '商河县公布流程：县级审核出具书面审核意见', {
        href: here(facts, 'checklist'),
        label: '去填',
      });

export const checklistClean: TransferRule = (facts) =>
  facts.checklist.faults.map((item) =>
    blocker('checklist-clean', `核查清单里“${item}”写的是不符合。`, '平台规则 核-02'),
  );

const contains = (list: readonly string[], accountId: string | null): boolean =>
  accountId !== null && list.includes(accountId);

/** 受理、审核、发证三岗分开：no one reviews what he accepted. */
export const reviewerNotAcceptor: TransferRule = (facts, { actor }) =>
  contains(facts.acceptors, actor.accountId)
    ? blocker('reviewer-not-acceptor', '您是本件受理人，不能再做审核人。', '三岗分开，平台规则 职-03')
    : undefined;

/** 受理、审核、发证三岗分开：the certifier is neither. */
export const threeDifferentPeople: TransferRule = (facts, { actor }) => {
  if (contains(facts.reviewers, actor.accountId)) {
    return blocker('three-different-people', '您是本件审核人，不能再做发证人。', '三岗分开，平台规则 职-03');
  }
  if (contains(facts.acceptors, actor.accountId)) {
    return blocker('three-different-people', '您是本件受理人，不能再做发证人。', '三岗分开，平台规则 职-03');
  }
  return undefined;
};

/** The period is over, no objection is open, no priority claim is unanswered (司法解释〔承包纠纷〕第11条). */
export const noticeClear: TransferRule = (facts) =>
  facts.notice?.blockers ?? blocker('notice-clear', '还没有公示。', '商河县公布流程：公示不少于 7 个工作日');

/** 本集体成员在同等条件下优先（承包法第38条第5项）; the transferor chooses among all who claimed in time, so the period has to be over. */
export const priorityAccepted: TransferRule = (facts) =>
  facts.notice && facts.notice.claims.length > 0
    ? facts.notice.undecided
    : blocker('priority-accepted', '没有已经成立的优先主张。', '农村土地承包法第38条第5项');

/** 转出方可以不流转；条件相同的成员和外面的人，都不给。 */
export const transferorStopped: TransferRule = (facts) =>
  facts.notice?.notLetting
    ? undefined
    : blocker('transferor-stopped', '没有“转出方不再流转”的答复。', '农村土地承包法第38条第5项');

/** Only what was drafted for a claimant lapses; another draft keeps nobody from the land. */
export const claimantLate: TransferRule = (facts) =>
  facts.record.replacesId ? undefined : blocker('claimant-late', '这份草稿没有占地块。', '平台规则 期-02');

export const contractScanned: TransferRule = (facts) =>
  facts.contractScans > 0
    ? undefined
    : blocker(
        'contract-scanned',
        '还没有上传双方签字、按手印的合同扫描件（公示结束以后传的才算）。',
        '农村土地承包法第40条',
        {
          href: here(facts, 'files'),
          label: '上传',
        },
      );

export const contractFiled: TransferRule = (facts) =>
  facts.record.filedOn
    ? undefined
    : blocker('contract-filed', '合同还没有向发包方备案。', '农村土地承包法第36条', {
        href: here(facts, 'acts'),
        label: '去登记',
      });

/** Paid in full, or waived by the county's own rule (流转办法第30条；县定). */
export const depositSettled: TransferRule = (facts) =>
  facts.deposit?.settled
    ? undefined
    : blocker('deposit-settled', '风险保障金还没有到账。', '流转办法第30条；商河县公布流程', {
        href: facts.deposit ? `/deposits/${facts.deposit.id}` : here(facts, 'money'),
        label: '看缴款',
      });

export const depositOpen: TransferRule = (facts) =>
  facts.deposit?.settled ? blocker('deposit-open', '风险保障金已经到账，不算逾期。', '平台规则 期-06') : undefined;

/** Some counties certify long terms only (甘州区: five years); the number is a parameter, 0 for none. */
export const longEnough: TransferRule = (facts) => {
  const least = facts.parameters.certificateMinYears;
  if (termMonths(facts.term) >= least * 12) return undefined;
  return blocker('long-enough', `期限不到 ${least} 年，按县里规定不发证书。`, '平台参数：颁发经营权证书的最短期限');
};
