import type { Day } from '#kernel';
import { AccountField, DayField, PickField, TextField } from '#platform';

/** A town's escrow account. */
export class EscrowInput {
  @PickField('镇街', { length: [12, 12], refusal: '请选一个镇街。' }) officeCode: string;

  @TextField('户名', {
    ...{ named: 'body', length: [4, 100], refusal: '请填户名，4 到 100 个字。' },
    hint: '和开户许可证、银行回执上的一样；不能是个人账户',
  })
  holder: string;

  @AccountField('账号', { hint: '8 到 40 位数字', refusal: '请填账号，8 到 40 位数字。' }) number: string;
  @TextField('开户行', { refusal: '请填开户行。' }) bank: string;
  @DayField('从哪天起用', { bound: 'future', hint: '今天或者以后', refusal: '请填从哪天起用：年、月、日。' })
  validFrom: Day;

  @TextField('依据', {
    ...{ lines: 2, length: [2, 500], hint: '开户批复、会议纪要的文号' },
    refusal: '请写依据：开户批复、会议纪要的文号。',
  })
  basis: string;
}
