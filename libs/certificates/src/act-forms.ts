import { type FormField, field } from '#platform';
import type { CertificateAction } from './certificate.workflow.js';
import { changeItems } from './change-items.js';

const file = field.file('file', '依据的文件', '照片或扫描件，JPG、PNG 或 PDF', { camera: false });
const basis = [
  field.area('reason', '理由', '写清楚事实，会印在通知书上'),
  field.text('rule', '依据', '写条文，例如 流转管理办法第17条'),
];
const serial = field.text('stockNumber', '新证用的纸张流水号（可不填）', '印在空白证书纸上，例如 SH-0004217');
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
    field.select('item', '变更哪一项', items),
    field.text('after', '现在的内容', '用途只写种植、养殖的品种'),
    ...basis,
    file,
  ),
  reissue: form(
    'reissue',
    field.date('announcedOn', '哪天公告遗失的', '刊发遗失声明、满了县里定的天数才能补发'),
    field.text('announcedAt', '在哪里公告的'),
    field.text('collectedBy', '谁来领'),
    serial,
    ...basis,
    file,
  ),
  exchange: form(
    'exchange',
    field.check('returned', '旧证已经收回'),
    field.text('collectedBy', '谁来领'),
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
  field.text('serial', '纸张流水号', '印在空白证书纸上，例如 SH-0004217'),
  field.select('outcome', '这张纸', { used: '用了', spoiled: '废了' }),
  field.text('copyNumber', '第几份（用了的写）'),
  field.text('reason', '怎么废的（废了的写）'),
);
