import { type FormField, field } from '#platform';
import { checkItems } from '../desks/checklist.js';
import type { TransferAction } from '../transfer.workflow.js';

/** How an act is asked for: the noun of its route, and the form it needs, if any. */
export interface ActForm {
  noun: string;
  fields: readonly FormField[];
  multipart: boolean;
}

const plain = (noun: string): ActForm => ({ noun, fields: [], multipart: false });
const form = (noun: string, ...fields: FormField[]): ActForm => ({ noun, fields, multipart: false });

const reason = [
  field.area('reason', '理由', '写清楚事实，会印在文书上'),
  field.text('rule', '依据', '写条文，例如 农村土地承包法第38条'),
];

/** Six lines for what is missing; what is left empty is left out. The county cites a rule for each. */
export function defectFields(county: boolean): FormField[] {
  return Array.from({ length: 6 }, (_, index) => [
    field.text(`defects.${index}.item`, `第 ${index + 1} 项：哪一项`),
    field.text(`defects.${index}.fault`, '问题在哪'),
    field.text(`defects.${index}.text`, '怎么补'),
    field.text(`defects.${index}.rule`, county ? '依据的条文' : '依据（可不填）'),
  ]).flat();
}

/** Every act of a case by its action in the workflow. */
export const actForms: Readonly<Partial<Record<TransferAction, ActForm>>> = {
  submit: plain('submission'),
  resubmit: plain('resubmission'),
  accept: plain('acceptance'),
  return: form('return', ...defectFields(false)),
  endorse: form('endorsement', field.area('opinion', '初审意见', '会印在镇初审的审核意见书上')),
  push: plain('push'),
  approve: plain('approval'),
  reject: form('rejection', ...reason),
  recall: form('recall', ...reason),
  clear: plain('clearance'),
  yield: {
    noun: 'yield',
    multipart: true,
    // Among which claims is chosen, the case says.
    fields: [field.file('choice', '转出方签字的选定意见', '写明选谁，转出方签字；照片或 PDF')],
  },
  discontinue: plain('discontinuation'),
  sign: form('signing', field.date('signedOn', '哪天签的'), {
    kind: 'select',
    id: 'signedBy',
    name: 'signedBy',
    label: '转出方由谁签的',
    hint: '代签要有登记过、还在有效期里的委托书',
    options: [
      { value: 'principal', label: '转出方本人' },
      { value: 'agent', label: '受托人代签' },
    ],
  }),
  file: form('filing', field.date('filedOn', '哪天备案的'), field.text('filingNumber', '备案编号', '发包方给的编号')),
  pay: plain('deposit-confirmation'),
  record: plain('record'),
  certify: plain('certificate'),
  register_only: plain('registration-only'),
  rescind: form('rescission', ...reason),
  terminate: form(
    'termination',
    field.select('cause', '原因', {
      agreement: '双方协商',
      use_changed: '擅自改变农业用途',
      idle_two_years: '弃耕抛荒连续两年以上',
      land_damaged: '给土地造成严重损害',
      other_breach: '其他严重违约',
      expropriation: '征收',
      court: '法院、仲裁文书',
    }),
    ...reason,
  ),
  prolong: form(
    'renewal',
    field.date('end', '续到哪一天'),
    field.text('priceYuan', '价款，每亩每年多少元', '不变的照原来的'),
  ),
  hand_back: form('land-return', field.date('returnedOn', '哪天交还的'), field.area('remark', '验收情况（可不填）')),
  suspend: form('suspension', ...reason),
  resume: plain('resumption'),
  withdraw: form('withdrawal', field.area('remark', '为什么撤回（可不填）')),
};

/** The county's checklist as a form: one line per item, each as far as it is filled. */
export function checklistFields(): FormField[] {
  const options = { '': '还没有看', yes: '符合', no: '不符合', none: '不适用' };
  const lines = Object.entries(checkItems).flatMap(([item, { label, hint }], index): FormField[] => [
    field.hidden(`checks.${index}.item`, item),
    field.select(`checks.${index}.result`, label, options, hint),
    field.text(`checks.${index}.note`, `${label}：说明（不符合的要写）`),
  ]);
  return [...lines, field.area('opinion', '审核意见', '会印在审核意见书上')];
}
