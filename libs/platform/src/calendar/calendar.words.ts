/** What the calendar's history and its versions are called. */
export const calendarActs = { load: '装入放假安排', close: '登记停止办公' } as const;
export const versionOf = (year: number): string => `${year} 年放假安排`;

/** What a period is counted in. */
export const units = { 'working-day': '工作日', day: '日' } as const;

/** What the document calls the parts of the calendar and of what is counted by it. */
export const calendarLabels = {
  whole: '工作日历',
  year: '年份',
  announced: '国务院通知已经公布',
  decree: { title: '依据的文件', name: '文件名', url: '文件的网址', number: '文号' },
  off: '放假几天',
  worked: '调休上班的日子',
  loadedAt: '什么时候装入',
  missing: '缺哪一年的放假安排',
  running: '缺的是今年',
  closure: {
    title: '本地停止办公',
    day: '哪一天',
    reason: '原因',
    authority: '发文机关',
    documentNumber: '文号',
    officePrefix: '机构代码的开头',
  },
  version: { title: '日历的一版', number: '第几版', reason: '改了什么', madeAt: '什么时候改的' },
  changed: '有没有变化',
  moved: '变了的期限',
  label: '叫什么',
  before: '原来的最后一天',
  after: '改成的最后一天',
  subject: '哪一种记录',
} as const;

export const reckonedLabels = {
  title: '一段工作日怎么数',
  start: '起算，当天不算',
  workingDays: '多少个工作日',
  unit: '按什么数',
  firstDay: '数的第一天',
  lastDay: '最后一天',
  dueAt: '到期的时刻',
  counted: '算数的日子',
  ordinal: '第几天',
  note: '为什么上班',
  skipped: '不算的日子',
  reason: '为什么不算',
  provisional: '放假没公布，暂定',
  calendarVersion: '日历的第几版',
  article: '依据的条文',
  law: '民法典第 201、203 条',
  knownYears: '已公布放假安排的年份',
  from: '从哪一年',
  to: '到哪一年',
} as const;

/** What stands around the answer to a question. */
export const calculatorWords = { why: '为什么是这一天' } as const;
