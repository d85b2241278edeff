import type { CertificateAction } from './certificate.workflow.js';
import { changeItems } from './change-items.js';

/** A field of the `fields` partial. */
export interface FormField {
  kind: 'text' | 'area' | 'select' | 'date' | 'file' | 'check';
  id: string;
  name: string;
  label: string;
  hint: string;
  rows?: string;
  unit?: string;
  accept?: string;
  many?: boolean;
  camera?: boolean;
  options?: readonly { value: string; label: string }[];
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
const select = (name: string, label: string, options: Readonly<Record<string, string>>, hint = ''): FormField => ({
  ...{ kind: 'select', id: name, name, label, hint },
  options: Object.entries(options).map(([value, said]) => ({ value, label: said })),
});
const file: FormField = {
  ...{
    kind: 'file',
    id: 'file',
    name: 'file',
    label: '依据的文件',
    hint: '照片或扫描件，JPG、PNG 或 PDF，不超过 20 MB',
  },
  ...{ accept: 'image/*,application/pdf', many: false, camera: false },
};
const basis = [
  area('reason', '理由', '写清楚事实，会印在通知书上'),
  text('rule', '依据', '写条文，例如 流转管理办法第17条'),
];
const serial = text('stockNumber', '新证用的纸张流水号（可不填）', '印在空白证书纸上，例如 SH-0004217');
const items = Object.fromEntries(Object.entries(changeItems).map(([item, { label }]) => [item, label]));

/** How an act is asked for: the noun of its route and its fields. */
export interface ActForm {
  noun: string;
  fields: readonly FormField[];
  multipart: boolean;
}

const form = (noun: string, ...fields: FormField[]): ActForm => ({ noun, fields, multipart: fields.includes(file) });

/** Every act by its action in the workflow. */
export const actForms: Readonly<Record<CertificateAction, ActForm>> = {
  change: form(
    'change',
    select('item', '变更哪一项', items),
    text('after', '现在的内容', '用途只写种植、养殖的品种'),
    ...basis,
    file,
  ),
  reissue: form(
    'reissue',
    date('announcedOn', '哪天公告遗失的', '刊发遗失声明、满了县里定的天数才能补发'),
    text('announcedAt', '在哪里公告的'),
    text('collectedBy', '谁来领'),
    serial,
    ...basis,
    file,
  ),
  exchange: form(
    'exchange',
    { kind: 'check', id: 'returned', name: 'returned', label: '旧证已经收回', hint: '' },
    text('collectedBy', '谁来领'),
    serial,
    ...basis,
    file,
  ),
  cancel: form('cancellation', ...basis, file),
  propose: form('revocation-request', ...basis, file),
  revoke: form('revocation', ...basis),
  dismiss: form('revocation-refusal', ...basis),
  ask_anew: form('new-certificate-request', ...basis, file),
  issue_anew: form('new-certificate', ...basis, serial),
  refuse_anew: form('new-certificate-refusal', ...basis),
};

/** Registering a numbered sheet is no step: the certificate stays as it is. */
export const stockForm: ActForm = form(
  'stock',
  text('serial', '纸张流水号', '印在空白证书纸上，例如 SH-0004217'),
  select('outcome', '这张纸', { used: '用了', spoiled: '废了' }),
  text('copyNumber', '第几份（用了的写）'),
  text('reason', '怎么废的（废了的写）'),
);
