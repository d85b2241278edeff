import { checkItems } from './checklist.js';
import type { TransferAction } from './transfer.workflow.js';

/** A field of the `fields` partial. */
export interface FormField {
  kind: 'text' | 'digits' | 'area' | 'select' | 'date' | 'file' | 'check' | 'hidden';
  id: string;
  name: string;
  label: string;
  hint: string;
  rows?: string;
  unit?: string;
  value?: string;
  accept?: string;
  many?: boolean;
  camera?: boolean;
  options?: readonly { value: string; label: string }[];
}

/** How an act is asked for: the noun of its route, and the form it needs, if any. */
export interface ActForm {
  noun: string;
  fields: readonly FormField[];
  multipart: boolean;
}

const text = (name: string, label: string, hint = ''): FormField => ({
  kind: 'text',
  id: name,
  name,
  label,
  hint,
  unit: '',
});
const area = (name: string, label: string, hint = ''): FormField => ({
  kind: 'area',
  id: name,
  name,
  label,
  hint,
  rows: '4',
});
const date = (name: string, label: string, hint = ''): FormField => ({ kind: 'date', id: name, name, label, hint });
const plain = (noun: string): ActForm => ({ noun, fields: [], multipart: false });
const form = (noun: string, ...fields: FormField[]): ActForm => ({ noun, fields, multipart: false });

const reason = [
  area('reason', '理由', '写清楚事实，会印在文书上'),
  text('rule', '依据', '写条文，例如 农村土地承包法第38条'),
];

/** Six lines for what is missing; what is left empty is left out. */
const defects: FormField[] = Array.from({ length: 6 }, (_, index) => [
  text(`defects.${index}.item`, `第 ${index + 1} 项：缺什么`),
  text(`defects.${index}.text`, '怎么补'),
  text(`defects.${index}.rule`, '依据（可不填）'),
]).flat();

/** Every act of a case by its action in the workflow. */
export const actForms: Readonly<Partial<Record<TransferAction, ActForm>>> = {
  submit: plain('submission'),
  resubmit: plain('resubmission'),
  accept: plain('acceptance'),
  return: form('return', ...defects),
  endorse: plain('endorsement'),
  push: plain('push'),
  approve: plain('approval'),
  reject: form('rejection', ...reason),
  recall: form('recall', ...reason),
  clear: plain('clearance'),
  yield: plain('yield'),
  sign: form('signing', date('signedOn', '哪天签的'), {
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
  file: form('filing', date('filedOn', '哪天备案的'), text('filingNumber', '备案编号', '发包方给的编号')),
  pay: plain('deposit-confirmation'),
  record: plain('record'),
  certify: plain('certificate'),
  terminate: form(
    'termination',
    {
      kind: 'select',
      id: 'cause',
      name: 'cause',
      label: '原因',
      hint: '',
      options: [
        { value: 'agreement', label: '双方协商' },
        { value: 'use_changed', label: '擅自改变农业用途' },
        { value: 'idle_two_years', label: '弃耕抛荒连续两年以上' },
        { value: 'land_damaged', label: '给土地造成严重损害' },
        { value: 'other_breach', label: '其他严重违约' },
        { value: 'expropriation', label: '征收' },
        { value: 'court', label: '法院、仲裁文书' },
      ],
    },
    ...reason,
  ),
  prolong: form(
    'renewal',
    date('end', '续到哪一天', '从原流转到期的次日起；最晚到登记的承包期最后一天'),
    text('priceYuan', '价款，每亩每年多少元', '不变的照原来的'),
  ),
  hand_back: form('land-return', date('returnedOn', '哪天交还的'), area('remark', '验收情况（可不填）')),
  suspend: form('suspension', ...reason),
  resume: plain('resumption'),
  withdraw: form('withdrawal', area('remark', '为什么撤回（可不填）')),
};

/** The county's checklist as a form: one line per item, each as far as it is filled. */
export function checklistFields(): FormField[] {
  const options = [
    { value: '', label: '还没有看' },
    { value: 'yes', label: '符合' },
    { value: 'no', label: '不符合' },
    { value: 'none', label: '不适用' },
  ];
  const lines = Object.entries(checkItems).flatMap(([item, { label, hint }], index): FormField[] => [
    { kind: 'hidden', id: '', name: `checks.${index}.item`, label: '', hint: '', value: item },
    { kind: 'select', id: `checks.${index}.result`, name: `checks.${index}.result`, label, hint, options },
    text(`checks.${index}.note`, `${label}：说明（不符合的要写）`),
  ]);
  return [...lines, area('opinion', '审核意见', '会印在审核意见书上')];
}
