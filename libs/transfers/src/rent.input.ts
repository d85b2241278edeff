import { ChoiceField, TextField } from '#platform';
import { type RentKind, rentKinds, rentParts as called } from './rent.words.js';

/** In what the rent is paid; what its fields owe to each other stands in `rent.rules.ts`. Left out, nobody was asked. */
export class RentInput {
  @ChoiceField('租金给什么', rentKinds, {
    hint: '多数给现金，所以现金在前。给粮食，或者按粮价给现金的，改选另外两种，上面的价钱写双方商定的折合价：公示、优先权、风险保障金、统计都用它（示范合同第六条）',
    ...{ called: called.kind, optional: true, refusal: '租金选现金、实物或者实物折价' },
  })
  kind?: RentKind;

  @TextField('给哪一样（现金的不填）', {
    ...{ called: called.crop, optional: true, length: [1, 30], hint: '例如：小麦（三等）' },
    refusal: '租金给哪一样，最多 30 个字',
  })
  crop?: string;

  @TextField('每亩每年多少公斤（现金的不填）', {
    ...{ called: called.kgPerMu, optional: true, length: [1, 8], unit: '公斤/亩/年', decimal: true, code: true },
    pattern: /^(?=.*[1-9])(0|[1-9]\d{0,4})(\.\d{1,2})?$/,
    ...{ hint: '例如：500', refusal: '公斤数不能是 0，写成数字，最多两位小数' },
  })
  kgPerMu?: string;

  @TextField('按哪里的价钱（现金的不填）', {
    ...{ called: called.priceSource, optional: true, length: [2, 60], hint: '例如：国家小麦最低收购价' },
    refusal: '按哪里的价钱，写 2 到 60 个字，两边都查得到',
  })
  priceSource?: string;

  @TextField('按每年哪一天的价钱（现金的不填）', {
    ...{ called: called.priceDay, optional: true, length: [4, 12], code: true, hint: '例如：6月15日' },
    ...{ pattern: /^(每年)?\d{1,2}月\d{1,2}日$/, refusal: '按哪一天的价钱，写几月几日，例如：6月15日' },
  })
  priceDay?: string;
}
