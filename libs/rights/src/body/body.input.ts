import { type Received, ScanField, TextField } from '#platform';

/** The code of a body as its licence has it. */
export class BodyCodeInput {
  @TextField('统一社会信用代码', { code: true, length: [1, 40], hint: '照登记证、营业执照写，18 位' })
  creditCode: string;
  @TextField('法定代表人、负责人', { named: 'person', optional: true, length: [0, 50], hint: '不变的留空' })
  representative?: string;
  @TextField('为什么改', { lines: 3, length: [4, 300], hint: '例如领了新的登记证、原来抄错了一位' }) reason: string;
  @ScanField('登记证、营业执照', { hint: '照片、扫描件或 PDF' }) file: Received;
}
