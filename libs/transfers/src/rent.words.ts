import { codes } from '#kernel';

/** In what the rent is paid (示范合同 GF-2021-2606 第六条第一项): money, goods, or the money that goods come to at a price of each year. */
export const rentKinds = codes('RentKind', { cash: '现金', goods: '实物', converted: '实物折价' });
export type RentKind = keyof typeof rentKinds;

/** What a rent in goods is made of. */
export const rentParts = {
  kind: '租金给什么',
  crop: '租金给哪一样',
  kgPerMu: '租金每亩每年多少公斤',
  priceSource: '租金按哪里的价钱',
  priceDay: '租金按哪一天的价钱',
} as const;
