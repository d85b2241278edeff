import { type RightKind, rightKinds } from '#kernel';
import { AreaField, ChoiceField, CountField, MoneyField, PickField, TextField } from '#platform';
import { landClasses, plannedUses } from '#rights';
import { noNumbers } from '../questions/question.input.js';
import { neverTraded, type NeverTraded } from '../right-kinds.words.js';

/** What somebody looks for. */
export class WantedInput {
  @ChoiceField('要哪一类', { ...rightKinds, ...neverTraded }, { section: '要什么' }) kind: RightKind | NeverTraded;
  @PickField('哪个镇街', { length: [9, 12], refusal: '选一个镇街' }) town: string;
  @TextField('哪几个村（可不填）', { optional: true, length: [0, 100], hint: '写村名，用顿号隔开；不写就是全镇街都行' })
  villages: string = '';

  @AreaField('最少几亩（可不填）', { optional: true }) areaFrom?: string;
  @AreaField('最多几亩（可不填）', { optional: true }) areaTo?: string;
  @ChoiceField('地类（可不选）', landClasses, { optional: true, unset: '不限' }) landClass?: keyof typeof landClasses;
  @ChoiceField('用来做什么（可不选）', plannedUses, { optional: true, unset: '不限' })
  purpose?: keyof typeof plannedUses;

  @MoneyField('最多出多少（可不填）', {
    section: '价钱和年限',
    optional: true,
    unit: '元',
    pattern: /^(?=.*[1-9])(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.\d{1,2})?$/,
    hint: '农户承包地、林权、四荒写每亩每年多少元，其他的写每年多少元',
    refusal: '价钱写多少元，只写数字，最多两位小数',
  })
  priceYuan?: string;
  @CountField('至少租几年（可不填）', { optional: true, most: 70, unit: '年' }) yearsLeast?: number;
  @TextField('还有什么要求（可不填）', {
    optional: true,
    lines: 3,
    length: [0, 300],
    hint: `例如：连片、有机井。${noNumbers}；有合适的地，镇交易所联系您`,
  })
  remark: string = '';
}

/** Why it goes back, or is taken down. */
export class WantedReasonInput {
  @TextField('理由', { lines: 3, length: [4, 300], hint: '写给求租的人看' }) reason: string;
}
