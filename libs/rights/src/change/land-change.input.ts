import { type Received, ScanField, TextField } from '#platform';

/** What was found out, and the paper that shows it. */
export class LandChangeDecisionInput {
  @TextField('理由', { lines: 4, length: [4, 500], hint: '查清的事实、问了谁；会写在告知书上，不写身份证号、电话' })
  reason: string;
  @ScanField('凭证（可不传）', { optional: true, camera: true, hint: '承包合同、分户协议、村里的证明，照片或 PDF' })
  proof?: Received;
}
