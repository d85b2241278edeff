import { DayField, TextField } from '#platform';

/** A seal to be registered. */
export class SealInput {
  @TextField('单位全称', {
    named: 'body',
    length: [4, 22],
    hint: '和实物印章上的字一样',
    refusal: '单位全称 4 到 22 个字。',
  })
  officeName: string;

  @TextField('下方的字', { length: [2, 8], hint: '例如：业务专用章', refusal: '下方的字 2 到 8 个。' }) foot: string;

  @TextField('机构代码', {
    ...{ length: [12, 12], pattern: /^\d{12}$/, digits: true, hint: '12 位，县中心是县代码加六个 0' },
    refusal: '机构代码是 12 位数字。',
  })
  officeCode: string;

  @DayField('启用日期', { refusal: '请填启用日期。' }) validFrom: string;
}

export class SealEndInput {
  @DayField('停用日期', { refusal: '请填停用日期。' }) validTo: string;
  @TextField('原因', { length: [2, 200], refusal: '请写停用的原因，2 到 200 字。' }) reason: string;
}
