import { MoneyField } from '#platform';

/** One bid, in the unit of the lot. */
export class BidInput {
  @MoneyField('报多少', { pattern: /^.{0,400}$/, refusal: '报价写多少元，只写数字，最多两位小数' }) amountYuan: string;
}
