import { ChoiceField, type Received, ScanField, TextField } from '#platform';

/** Asking for a copy; the first needs no reason. */
export class PrintInput {
  @TextField('为什么要重印', {
    ...{ optional: true, lines: 2, length: [0, 200], hint: '例如：卡纸、污损。每份都登记，纸上印着第几份。' },
    refusal: '原因不超过 200 字。',
  })
  reason?: string;
}

/** A paper that came back signed, or the proof that it was handed over. */
export class SignedCopyInput {
  @ScanField('扫描件', {
    ...{ most: 20, camera: false, hint: 'PDF 或者照片；存了就不能改' },
    refusal: '请选扫描件（PDF 或者照片）。',
  })
  scans: Received[];
}

export class PrintDecisionInput {
  @ChoiceField('同不同意再印', { true: '同意打印', false: '不同意' }, { wide: true, refusal: '请选同意或者不同意。' })
  approved: 'true' | 'false';
}
