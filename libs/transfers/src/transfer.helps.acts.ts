import { type Actor, type DecisionBody, decisionBodies, holds } from '#kernel';
import { type RecordForm, type FormField, type Reader, actTable, field } from '#platform';
import { GuarantorsService, mayGuarantee } from './application/guarantors.service.js';
import * as material from './material.input.js';
import { MaterialsService } from './application/materials.service.js';
import { capitalAct } from './application/capital-forms.js';
import { CapitalService } from './application/capital.service.js';
import { DecisionFormInput, TownshipApprovalInput } from './application/collective.input.js';
import { CollectiveService, mayApprove, mayDecide } from './application/collective.service.js';
import { checkItems, checkResults, isCheckItem } from './checklist.words.js';
import { CountyReviewService } from './review/county-review.service.js';
import { CapitalDecisionInput, CapitalInput, ReviewInput, checkHints } from './transfer.steps.input.js';
import { consentForm, lacksConsent, mayWithdrawConsent, withdrawalForm } from './views/consent.acts.js';
import { GroundService } from './ending/ground.service.js';
import { offersPayee, payeeForm } from './views/ground.acts.js';
import type { TransferFacts } from './transfer.facts.js';
import { intentBrought } from './capital.rules.js';
import { transferHead as head } from './transfer.head.js';
import { transferView } from './views/transfer.view.js';
import { reviewsOf } from './transfers.queries.js';
import { transferWorkflow } from './transfer.workflow.js';

/** What helps a case on without moving it: the checklist, consents, decisions, licences, files. */
export const transferHelps = actTable('transfers', transferWorkflow, {
  head,
  gives: transferView,
  steps: {},
  helps: {
    check: {
      noun: 'review',
      by: CountyReviewService,
      asks: ReviewInput,
      form: checklist,
      label: '填核查清单',
      hint: ({ checklist: { filled, total } }: TransferFacts) => `${total} 项，已填 ${filled} 项。填完才能通过。`,
      text: ['看一项填一项，随时可以存；填完 12 项才能通过。'],
      press: '存好',
      posts: ['county_reviewer'],
      told: 'summed',
      when: ({ record }: TransferFacts, me) => record.state === 'county_review' && holds(me, 'county_reviewer'),
      said: '核查意见存好了，还没有提交。',
    },
    'mortgagee-consent': {
      noun: 'mortgagee-consents',
      by: MaterialsService,
      asks: material.MortgageeInput,
      form: mortgages,
      label: '记抵押权人同意',
      hint: '地抵押着，没有抵押权人书面同意不能往下办。',
      text: ['抵押的地流转、抵押的权利终止，要抵押权人书面同意（民法典第406条）。一笔抵押一份同意。'],
      press: '记下同意',
      told: 'each',
      when: ({ land }: TransferFacts, me) => me.kind === 'staff' && land.mortgages.some((each) => !each.consented),
      said: '抵押权人同意记下了。',
    },
    consent: {
      noun: 'consents',
      by: MaterialsService,
      asks: material.MemberConsentInput,
      form: consentForm,
      label: '补共有人同意',
      hint: '一户签在一张纸上的一起记，带签字的同意书。',
      press: '记下同意',
      light: true,
      told: 'summed',
      when: lacksConsent,
      said: '同意记下了。',
    },
    decision: {
      noun: 'decision',
      by: CollectiveService,
      asks: DecisionFormInput,
      form: bodies,
      label: ({ decided }: TransferFacts) => (decided ? '重新登记决议' : '登记集体决议'),
      hint: '照会议记录填，三分之二按应到的人数算。',
      text: [
        '照会议记录填。三分之二按全体应到的人数算，不按到会的人数算（承包法第52条）。例如应到 30 人，三分之二是 20 人。',
      ],
      press: '登记决议',
      told: 'each',
      when: mayDecide,
      said: '决议登记好了，够三分之二。',
    },
    'township-approval': {
      noun: 'township-approval',
      by: CollectiveService,
      asks: TownshipApprovalInput,
      label: '登记乡镇批准',
      hint: '租给本集体以外的，镇初审通过以前要有。',
      text: ['发包给本集体以外的单位或者个人，要报乡镇人民政府批准（承包法第52条）。由镇里的岗位登记。'],
      press: '登记批准',
      told: 'each',
      when: mayApprove,
      said: '批准登记好了。',
    },
    guarantor: {
      noun: 'guarantor',
      by: GuarantorsService,
      asks: material.GuarantorInput,
      form: ({ parameters: { ageMin, ageMax } }: TransferFacts) => ({
        text:
          ageMax === null
            ? []
            : [
                `受让方超过 ${ageMax} 周岁，要有担保人。担保人要满 ${ageMin} 周岁，不超过 ${ageMax} 周岁，自己在担保书上签字。`,
              ],
      }),
      label: ({ guarantor }: TransferFacts) => (guarantor ? '换担保人' : '登记担保人'),
      hint: '受让方超过年龄，要有担保人签字。',
      told: 'each',
      when: mayGuarantee,
      said: '担保人登记好了。',
    },
    'capital-open': {
      noun: 'capital-application',
      by: CapitalService,
      asks: CapitalInput,
      label: '登记社会资本审批受理',
      hint: '受理之日起 20 个工作日内答复。',
      text: ['受让方向有权的政府申请，政府受理之日起 20 个工作日内提出意见（流转办法第29条）。这里照受理通知填。'],
      press: '登记受理',
      needs: [intentBrought],
      when: (facts: TransferFacts, me) => capitalAct(facts, me) === 'capital-open',
      said: '审批受理记下了，从次日起算 20 个工作日。',
    },
    'capital-decide': {
      noun: 'capital-decision',
      by: CapitalService,
      asks: CapitalDecisionInput,
      label: '登记社会资本审批结果',
      hint: '照批文填，批文要传。',
      text: ['照批文填。批准的，写明批准多少亩、到哪一天；批文的扫描件一定要传。'],
      press: '登记结果',
      told: 'each',
      when: (facts: TransferFacts, me) => capitalAct(facts, me) === 'capital-decide',
      said: '审批结果记下了。',
    },
    attach: {
      noun: 'files',
      by: MaterialsService,
      asks: material.FileInput,
      label: '上传材料',
      hint: '照片或扫描件。',
      text: ['材料传上来就不能改，只能再传一份新的。'],
      press: '上传',
      light: true,
      when: (facts: TransferFacts, me) => !over(facts) && (me.kind === 'staff' || facts.belongsTo(me)),
      said: '传上来了。',
    },
    'confirm-payee': {
      noun: 'payee',
      by: GroundService,
      asks: material.PayeeInput,
      form: payeeForm,
      label: '记下租金付给谁',
      hint: '承包方变了，租金以后付给谁，由双方签字确认。',
      text: [
        '登记簿上的承包方变了，流转继续有效。流转的收益归承包方（承包法第39条）：租金以后付给谁，照双方签字的确认书记下。',
      ],
      press: '记下收款人',
      told: 'each',
      when: offersPayee,
      said: '收款人记下了。',
    },
    'consent-withdrawn': {
      noun: 'consent-withdrawals',
      by: MaterialsService,
      asks: material.ConsentWithdrawalInput,
      form: withdrawalForm,
      label: '撤回共有人同意',
      hint: '签合同以前可以撤回，一次一个人。',
      press: '记下撤回',
      tone: 'grave',
      light: true,
      last: true,
      told: 'each',
      when: mayWithdrawConsent,
      said: '撤回记下了，重新同意以前签不了合同。',
    },
  },
});

const over = ({ record }: TransferFacts): boolean => {
  const state = transferWorkflow.states[record.state as keyof typeof transferWorkflow.states];
  return 'end' in state && state.end;
};

/** The county's checklist as a form: one line per item, each as far as it is filled. */
async function checklist({ record }: TransferFacts, _me: Actor, _at: unknown, reader: Reader): Promise<RecordForm> {
  const rows = await reviewsOf(reader, record.id);
  const current = rows.find((row) => row.level === 'county' && row.round === record.round);
  const values: Record<string, unknown> = { opinion: current?.opinion ?? '' };
  for (const [index, item] of Object.keys(checkItems).entries()) {
    const check = current?.checklist.find((each) => each.item === item);
    values[`checks.${index}.result`] = check?.result ?? '';
    values[`checks.${index}.note`] = check?.note ?? '';
  }
  return { title: '核查清单和审核意见', values, fields: (drawn) => [...checkLines(), ...drawn] };
}

function checkLines(): FormField[] {
  const options = { '': '还没有看', ...checkResults };
  return Object.keys(checkItems)
    .filter(isCheckItem)
    .flatMap((item, index): FormField[] => [
      field.hidden(`checks.${index}.item`, item),
      field.select(`checks.${index}.result`, checkItems[item].label, options, checkHints[item]),
      field.text(`checks.${index}.note`, `${checkItems[item].label}：说明（不符合的要写）`),
    ]);
}

function mortgages({ land }: TransferFacts): RecordForm {
  const missing = land.mortgages.filter((each) => !each.consented);
  return {
    title: '抵押权人书面同意',
    choices: { encumbranceId: Object.fromEntries(missing.map((each) => [each.id, each.mortgageeName])) },
  };
}

/** The bodies that the county accepts, the usual one first. */
function bodies({ parameters: { acceptedDecisionBodies, defaultDecisionBody } }: TransferFacts): RecordForm {
  const usual = (body: DecisionBody): number => Number(body === defaultDecisionBody);
  const sorted = acceptedDecisionBodies.toSorted((one, other) => usual(other) - usual(one));
  return { choices: { decidingBody: Object.fromEntries(sorted.map((body) => [body, decisionBodies[body]])) } };
}
