import type { Day } from '#kernel';
import { AccountField, ChoiceField, DayField, MoneyField, type Received, ScanField, TextField } from '#platform';
import type { GuaranteeKind } from './deposit-guarantee.entity.js';
import { guaranteeKinds } from './deposit.words.js';

const reason = { lines: 2, length: [2, 500] } as const;
const name = { length: [1, 100] } as const;
const amountWords = '请填金额，以元为单位，最多两位小数，例如 32400.00。';

/** Asking for money to go back; without an amount the next part of the schedule goes. */
export class ReleaseInput {
  @MoneyField('金额', {
    ...{ optional: true, refusal: amountWords },
    hint: '不填就退这一期；流转已经结束的，不填就退剩下的',
  })
  amount?: string;

  @TextField('退还的理由', { ...reason, refusal: '请写退还的理由。' }) reason: string;
}

/** Asking for money to go to the one who was harmed. */
export class ClaimInput {
  @MoneyField('金额', { refusal: amountWords }) amount: string;
  @TextField('动用的理由（欠租、弃耕、没有复垦）', { ...reason, refusal: '请写动用的理由。' }) reason: string;
  @TextField('收款人', { ...name, named: 'body', refusal: '请填收款人。' }) payeeName: string;
  @TextField('收款银行', { refusal: '请填收款银行。' }) payeeBank: string;
  @AccountField('收款账号', { refusal: '请填收款账号，8 到 40 位数字。' }) payeeAccount: string;
}

/** Why somebody wants to see a whole account number. */
export class RevealInput {
  @TextField('为什么看', {
    ...{ length: [4, 200], refusal: '请写为什么要看，4 到 200 个字。' },
    hint: '例如：到银行办这笔退款。写的理由和您的名字留在记录里',
  })
  reason: string;
}

/** A bank's guarantee or an insurance that stands for the money. */
export class GuaranteeInput {
  @ChoiceField('哪一种', guaranteeKinds, { refusal: '请选保函还是保险。' }) kind: GuaranteeKind;
  @TextField('出具的银行、保险公司', { named: 'body', refusal: '请填出具的银行、保险公司。' }) issuer: string;

  @TextField('保函、保险单号码', {
    ...{ length: [4, 60], pattern: /^[\p{L}\p{N}\s()（）〔〕[\]-]{4,60}$/u },
    refusal: '请填保函、保险单的号码，4 到 60 个字。',
  })
  number: string;

  @MoneyField('担保金额', { refusal: '请填担保金额，以元为单位，最多两位小数。' }) amount: string;
  @DayField('生效日', { refusal: '请填生效日：年、月、日。' }) validFrom: Day;

  @DayField('到期日', { hint: '到期前流转没有结束的，要续保或者缴款', refusal: '请填到期日：年、月、日。' })
  validTo: Day;

  @ScanField('保函、保险单扫描件', { hint: 'PDF 或照片', refusal: '请附上保函、保险单的扫描件。' }) scan: Received;
}
