import { type Day, type FieldError, type Fen, formatDay, formatYuan, problem } from '#kernel';

const fault = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail });

export const biddingProblems = {
  fixed: problem(
    'bidding-rules-fixed',
    409,
    '挂牌已经审核通过，竞价规则不能再改',
    '规则和挂牌一起公告，公告以后就定了。',
  ),
};

/** What is wrong with the start of a bidding. */
export const startFaults = {
  tooSoon: (first: Day, days: number): FieldError =>
    fault('startsOn', `开始以前至少公告 ${days} 个工作日，最早 ${formatDay(first)}`),
  restDay: (): FieldError => fault('startsOn', '这一天不上班，竞价选在工作日开始'),
  hour: (from: string, until: string): FieldError => fault('startsTime', `竞价在 ${from} 到 ${until} 之间开始`),
} as const;

/** What is wrong with the rules of a bidding. */
export const rulesFaults = {
  startAbovePrice: (price: Fen): FieldError => fault('startYuan', `起拍价不能高于挂牌价 ${formatYuan(price)} 元`),
  startBelowFloor: (floor: Fen): FieldError =>
    fault('startYuan', `底价公开的、一口价的，起拍价不能低于底价 ${formatYuan(floor)} 元`),
  ceilingBelowStart: (): FieldError => fault('ceilingYuan', '限高价不能低于起拍价'),
  ceilingBelowFloor: (floor: Fen): FieldError => fault('ceilingYuan', `限高价不能低于底价 ${formatYuan(floor)} 元`),
  ceilingOffStep: (): FieldError => fault('ceilingYuan', '限高价要正好是起拍价加整数个加价幅度，不然没有人报得到'),
  ceilingOfPosted: (): FieldError => fault('ceilingYuan', '一口价的不写限高价'),
  samePriority: (): FieldError => fault('second', '其次的优先权不能和前面一样'),
  secondAlone: (): FieldError => fault('second', '先选谁优先，再选其次'),
} as const;
