/** What the document calls the parts of the prices. */
export const priceParts = {
  title: '成交价',
  since: '从哪天起记入台账的成交',
  least: '不到多少宗不公布',
  rows: '各镇街、地类、年限的价钱',
  town: '镇街代码',
  townName: '镇街',
  landType: '地类，空的是全部地类',
  span: '年限，空的是全部年限',
  deals: '几宗',
  lowFen: '四分之一低于（分/亩/年）',
  medianFen: '中间价（分/亩/年）',
  highFen: '四分之一高于（分/亩/年）',
  unshown: '几组不到宗数，没有公布',
} as const;

/** Parcels of more than one class in one deal. */
export const severalClasses = '几种地类';

/** What the bars of the chart are called. */
export const priceBars = { own: '本宗挂牌价', low: '低的', median: '中间价', high: '高的' } as const;
