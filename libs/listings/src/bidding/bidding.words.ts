import { codes } from '#kernel';

/** Whether the floor is told before the end (拍卖法第二十八条：保留价可以保密). */
export const floorWays = codes('FloorWay', { secret: '不公开', open: '公开' });

/** What the document and the lists call the parts of the rules. */
export const biddingParts = {
  title: '竞价规则',
  mode: '怎么竞价',
  startFen: '起拍价（分）',
  stepFen: '加价幅度（分）',
  ceilingFen: '限高价（分）',
  floorSecret: '底价不公开',
  freeMinutes: '自由竞价期（分钟）',
  windowSeconds: '延时（秒）',
  mostExtensions: '最多延时几次',
  mostSteps: '一次最多加几个幅度',
  priority: '优先权，先写的在先',
} as const;
