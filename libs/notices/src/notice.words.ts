import { codes } from '#kernel';
export const noticeKinds = codes('NoticeKind', {
  household: '农户承包地',
  collective: '集体未发包地',
  renewal: '续租',
  result: '成交结果',
});
export type NoticeKind = keyof typeof noticeKinds;

/** Words of the public list: of its fields, of the values of its filters, of its orders. */
export const noticeLabels = {
  title: '看公示',
  sheet: '公示',
  search: '镇、村、谁、种什么',
  kind: '哪一类',
  every: { '': '全部' },
  fields: {
    number: '公示编号',
    town: '镇街',
    village: '村',
    kind: '哪一类',
    areaMu: '面积（亩）',
    parties: '双方',
    publishedAt: '发布',
    periodStart: '起算',
    lastDay: '最后一天',
    state: '到哪一步',
    dueWords: '还剩',
    version: '第几版',
  },
  filters: {
    town: { label: '镇街', choices: { '': '全部镇街' } },
    village: { label: '村', choices: { '': '全部村' } },
    band: {
      label: '多少亩',
      choices: {
        '': '不限',
        '0-10': '10 亩以下',
        '10-50': '10 至 50 亩',
        '50-200': '50 至 200 亩',
        '200-': '200 亩以上',
      },
    },
    state: { label: '到哪一步', choices: { '': '正在公示', ended: '已结束', all: '全部' } },
  },
  sorts: { ending: '快截止的在前', newest: '最近发布的在前', largest: '面积大的在前' },
} as const;

/** Instead of names, when a notice has been public for as long as it may name people. */
export const archivedWords = '已归档，姓名不再公开';

/** What is said of a value that a filter does not take. */
export const noticeFaults = {
  town: '镇街代码不对',
  village: '村代码不对',
  kind: '没有这一类',
  band: '没有这一档面积',
  state: '没有这个状态',
} as const;

/** The desk of a town that answers letters. */
export const coordinationDesk = '交易所协调部';

/** What the history calls the draft of a notice. */
export const noticeLines = {
  draft: '起草公示',
} as const;

/** Who put up what the exchange itself puts up. */
export const bySystem = '系统';
/** The unit of what is let, in a list's line. */
export const muWord = '亩';
/** What the number of a poster of the dates adds to that of its notice. */
export const posterSigns = { mark: '起止', nth: '之' } as const;

/** Terms of which a change is a new notice. */
export const changedTermWords = {
  parcels: '地块',
  area: '面积',
  parties: '当事人',
  mode: '方式',
  term: '期限',
  price: '价款',
  use: '用途',
} as const;
export type ChangedTerm = keyof typeof changedTermWords;

/** What the document calls the parts of a notice. */
export const noticeParts = {
  title: '公示',
  number: '公示编号，发布以前没有',
  version: '第几版',
  caseNumber: '案件编号',
  kind: '哪一类',
  state: '到哪一步',
  town: '镇街',
  village: '村',
  publishedAt: '发布',
  archived: '已归档，姓名不再公开',
  terms: '条件',
  transferor: '转出方，有几户的写第一户',
  transferors: '转出方有几户',
  transferee: '受让方',
  areaMu: '面积（亩）',
  mode: '方式',
  termStart: '从哪一天',
  termEnd: '到哪一天',
  price: '价款',
  yearly: '年价款',
  payment: '付款',
  use: '用途',
  parcels: '地块',
  period: '公示期',
  workingDays: '公示期最少几个工作日',
  start: '起算，当天不算',
  firstDay: '第一天',
  lastDay: '最后一天',
  dueAt: '到期的时刻',
  provisional: '放假安排还没有公布',
  basis: '依据',
  calendar: '日历版本',
  counted: '算数的日子',
  skipped: '不算的日子',
  reason: '为什么',
  venues: '三处公示',
  errata: '更正',
  wrong: '写错的字',
  right: '应该是',
  approvedAt: '批准',
  extensions: '顺延',
  previous: '上一版',
  changed: '改了什么',
  next: '新版',
  endedReason: '为什么撤回',
  objections: '异议',
  openObjections: '还在办的异议',
  claims: '优先权主张',
  openClaims: '还没有答复的主张',
  clear: '公示通过，没有障碍',
  hash: '审定文字的指纹',
  staff: '本地工作人员另外看到的',
  blockers: '还差什么',
  cases: '异议和来信',
  outages: '中断',
  mine: '自己的主张',
  board: '村公示单',
} as const;
