import { codes } from '#kernel';

/** Where a bidder stands. */
export const bidStandings = codes('BidStanding', {
  none: '还没有报价',
  leading: '领先',
  beside: '同价，排在后面',
  outbid: '被超过',
  quoted: '已经报价',
});
export type BidStanding = keyof typeof bidStandings;

/** How far an auction is, by the clock. */
export const auctionPhases = codes('AuctionPhase', {
  ahead: '还没开始',
  open: '正在收报价',
  paused: '中止',
  settling: '到时间了，正在出结果',
  parting: '同价，等抽签',
  sold: '成交',
  fallen: '没有成交',
});
export type AuctionPhase = keyof typeof auctionPhases;

/** What the document calls the parts of an auction. */
export const hallParts = {
  title: '竞价',
  unsealings: '结果以前揭开过的竞买号',
  listing: '挂牌',
  listingNumber: '挂牌编号',
  phase: '到哪一步（按时间算）',
  thing: '竞什么',
  mode: '怎么竞',
  startFen: '起拍价（分）',
  stepFen: '加价幅度（分）',
  ceilingFen: '限高价（分）',
  reserveFen: '底价（分），不公开的不给',
  reserveSecret: '底价不公开',
  windowSeconds: '最后多少秒有人报价就延时',
  mostExtensions: '最多延时几次',
  mostSteps: '一次最多加几个幅度',
  priority: '谁有优先权，先写的在先',
  startsAt: '开始',
  freeUntil: '自由竞价到',
  endsAt: '结束',
  extensions: '延时过几次',
  seq: '最后一次的序号',
  topFen: '现在最高价（分）',
  topNumber: '现在领先的竞买号',
  yearlyFen: '一年合计（分）',
  totalFen: '整个期限合计（分）',
  now: '服务器时间',
  own: '您的',
  number: '竞买号',
  level: '优先权的顺位，0 在先',
  standing: '排在哪里',
  bestFen: '您报过的最高价（分）',
  maximumFen: '您的委托最高价（分）',
  match: '可以平价行使优先权',
  lines: '最近的记录，新的在前',
  line: '竞价记录',
  isOwn: '是您的',
  winnerNumber: '成交的竞买号',
  draw: '同价的抽签',
  confirmation: '成交确认书',
  priceFen: '成交价（分）',
  endedAt: '结束时间',
  endedCode: '没有成交的原因',
  question: '报价以前再问一遍',
  amountFen: '报价（分）',
  capitals: '大写',
  aboveFen: '比现在最高价高（分）',
  steps: '加几个幅度',
  asks: '超过三个幅度',
} as const;

/** Words of the list: of its fields, of the values of its filters, of its orders. */
export const auctionLabels = {
  title: '竞价',
  fields: {
    listingNumber: '挂牌编号',
    state: '到哪一步',
    place: '在哪里',
    thing: '竞什么',
    areaMu: '面积（亩）',
    mode: '怎么竞',
    startFen: '起拍价（分）',
    priceUnit: '按什么算',
    startsAt: '开始',
    endsAt: '结束',
    priceFen: '成交价（分）',
  },
  filters: {
    state: {
      label: '到哪一步',
      choices: { '': '要开始的和正在竞的', running: '正在竞价', over: '已结束', all: '全部' },
    },
    town: { label: '镇街' },
    listing: { label: '挂牌' },
  },
  sorts: { soonest: '先开始的', newest: '后开始的' },
} as const;
