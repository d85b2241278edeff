import type { Day } from '#kernel';
import { AccountField, DayField, MoneyField, type Received, ScanField, TextField } from '#platform';

const reason = { lines: 2, length: [2, 500] } as const;
const slip = {
  pattern: /^[\p{L}\p{N}\s-]{4,40}$/u,
  length: [4, 40],
  hint: '一张回单只登记一次',
  refusal: '请填银行回单号，4 到 40 个字母、数字。',
} as const;
const slipScan = { hint: 'PDF 或照片', refusal: '请附上银行回单的照片或扫描件。' } as const;
const amountWords = '请填金额，以元为单位，最多两位小数，例如 32400.00。';

/** A bank slip that brings money. */
export class ReceiptInput {
  @TextField('银行回单号', slip) slipNumber: string;
  @MoneyField('金额', { refusal: amountWords }) amount: string;

  @TextField('付款人', { named: 'body', length: [1, 100], hint: '和受让方同一个名字', refusal: '请填回单上的付款人。' })
  payerName: string;

  @TextField('付款银行', { refusal: '请填付款银行。' }) payerBank: string;
  @AccountField('付款账号', { hint: '以后原路退回', refusal: '请填付款账号，8 到 40 位数字。' }) payerAccount: string;
  @DayField('到账日', { bound: 'past', refusal: '请填到账日：年、月、日。' }) paidOn: Day;
  @TextField('到账时间（可不填）', {
    ...{ optional: true, length: [0, 8], hint: '有截止钟点的要填，照回单写到秒，例如 16:59:58' },
    ...{ pattern: /^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/, refusal: '时间写成 时:分:秒，例如 16:59:58' },
  })
  paidTime?: string;

  @ScanField('回单照片或扫描件', slipScan) scan: Received;
}

export class RefusalInput {
  @TextField('不批准的理由', { ...reason, refusal: '请写不批准的理由。' }) reason: string;
}

/** The slip of a payment that was made. */
export class PaidInput {
  @TextField('银行回单号', slip) slipNumber: string;
  @DayField('付款日', { refusal: '请填付款日：年、月、日。' }) paidOn: Day;
  @ScanField('回单照片或扫描件', slipScan) scan: Received;
}

/** A payment that the bank sent back. */
export class ReturnedInput {
  @DayField('银行退回的日期', { bound: 'past', refusal: '请填退回的日期：年、月、日。' }) returnedOn: Day;
  @TextField('银行写的退回理由', { ...reason, refusal: '请写银行为什么退回。' }) reason: string;
}
