import { type BidPriority, type BiddingMode, bidPriorities, biddingModes } from '#kernel';
import { ChoiceField, CountField, DayField, MoneyField, TextField } from '#platform';
import { floorWays } from './bidding.words.js';

/** When a lot is bid for. */
export class BiddingStartInput {
  @DayField('哪天开始竞价', { bound: 'future' }) startsOn: string;
  @TextField('几点开始', {
    ...{ length: [4, 5], pattern: /^([01]?\d|2[0-3])[:：][0-5]\d$/, hint: '例如 09:30' },
    refusal: '几点开始写成 09:30 这样',
  })
  startsTime: string;
}

const price = { refusal: '写多少元，单位和挂牌价一样，只写数字，最多两位小数' } as const;

/** How takers bid for a lot, in the unit of its price. */
export class BiddingRulesInput {
  @ChoiceField('怎么竞价', biddingModes, { refusal: '选一种竞价方式' }) mode: BiddingMode;
  @MoneyField('起拍价', { ...price, hint: '一口价的，就是成交的价钱' }) startYuan: string;
  @MoneyField('加价幅度', { ...price, hint: '报价是起拍价加整数个幅度' }) stepYuan: string;
  @MoneyField('限高价（可不填）', { ...price, optional: true, called: '限高价', hint: '报价最高到这里；不填就不限' })
  ceilingYuan?: string;

  @ChoiceField('底价', floorWays, { hint: '不公开的，到最后才和最高报价比' }) floor: keyof typeof floorWays;
  @CountField('自由竞价期', { section: '时间', most: 1440, unit: '分钟' }) freeMinutes: number;
  @CountField('延时', { least: 30, most: 3600, unit: '秒', hint: '最后这么多秒以内有人出价，就从那时起再等这么久' })
  windowSeconds: number;

  @CountField('最多延时几次（可不填）', {
    ...{ optional: true, called: '最多延时几次', least: 0, most: 1000, unit: '次' },
  })
  mostExtensions?: number;

  @CountField('一次最多加几个幅度（可不填）', { optional: true, called: '一次最多加几个幅度', most: 1000 })
  mostSteps?: number;

  @ChoiceField('谁优先', bidPriorities, { section: '优先权', optional: true, unset: '没有' }) first?: BidPriority;
  @ChoiceField('其次', bidPriorities, { optional: true, unset: '没有' }) second?: BidPriority;
}
