import { DayField, OwnField, TextField } from '../fields/fields.js';

/** A new value from a day on. What a value may be depends on the parameter, so that its own table reads it and says how it is drawn. */
export class ParameterInput {
  /** A list of which nothing is picked sends none. */
  @OwnField('新的数', { optional: true })
  value: unknown;

  // 不溯及既往：过去的日子已经按原来的数办过了。
  @DayField('从哪天起用', {
    ...{ bound: 'future', hint: '今天或者以后；过去的不能改' },
    refusal: '请填从哪天起用：年、月、日。',
  })
  validFrom: string;

  @TextField('依据', {
    ...{ lines: 2, length: [4, 300], hint: '县里的文号、会议纪要' },
    refusal: '请写依据，例如县里的文号，至少 4 个字。',
  })
  basis: string;
}

/** What stands under the field of a new value. */
export const valueHints = {
  limit: '不填，就是没有定，这条规则不用',
  thresholds:
    'JSON：fromMu、toMu、authority（none 县里定不审批、town、county、city、province）、basis，首尾相接，第一行从 0 写起；none 只在第一行，basis 写文号',
} as const;
