import { codes } from '#kernel';

/** 红旗 by what raises it. */
export const flagNames = codes('RedFlag', {
  oneBidder: '只有一个竞买号报价',
  atFloor: '贴着底价成交',
  sameWinner: '同一村同一方又竞得',
  sharedAddress: '几个号一个网络地址',
  sharedDevice: '几个号一台设备',
  sharedAccount: '几个号一个账号',
  lateProof: '起算前最后才有凭证',
});

/** What a threshold and a measure are counted in. */
export const flagUnits = {
  oneBidder: '个号',
  atFloor: '个幅度',
  sameWinner: '次',
  sharedAddress: '个号',
  sharedDevice: '个号',
  sharedAccount: '个号',
  lateProof: '分钟',
} as const;

export const flagParts = {
  title: '给自己看的红旗',
  one: '一面红旗',
  flag: '哪一种',
  threshold: '从多少起',
  since: '从哪天起',
  count: '结束了的有几处',
  rows: '在哪里',
  row: '一处',
  href: '看哪里',
  what: '哪一宗',
  place: '地方',
  at: '什么时候',
  numbers: '竞买号',
  many: '多少',
  isOver: '已经结束',
  sheet: '导出',
} as const;
