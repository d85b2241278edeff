/** How long the director looks back. */
export const periodWords = { month: '近一个月', quarter: '近三个月', year: '近一年' } as const;

/** What the document calls the county's figures. */
export const countyParts = {
  title: '县里情况',
  period: '哪一段时间',
  done: '县级审核办结',
  late: '超时办结',
  onTimeRule: '按时率怎么算',
  reviewsOverdue: '县级审核正在超时',
  overdue: '正在超时',
  underWay: '在办',
  lateCases: '正在超时的案件',
  number: '案件编号',
  place: '坐落',
  state: '停在哪',
  dueAt: '到期',
  towns: '各镇街按时率',
  town: '镇街',
  months: '每月流转面积',
  month: '月份',
  areaMu: '亩',
  steps: '在办的停在哪一步',
  cases: '件',
  blocked: '时间到了，还被挡着',
} as const;

/** In whose hands a case is, by its state. */
export const holders = {
  submitted: '镇受理岗',
  town_review: '镇初审岗',
  survey: '镇调查岗、初审岗',
  county_review: '县中心审核岗',
  county_returned: '镇初审岗',
  filing: '镇交易部',
  recording: '镇交易部',
  certifying: '县中心发证岗',
} as const;

/** Heads of the director's workbook. */
export const figureHeads = {
  file: '县里情况',
  totals: {
    name: '总数',
    item: '项目',
    number: '数',
    unit: '单位',
    until: '截至',
    onTime: '县级审核按时率',
    rule: '怎么算',
  },
  towns: { name: '各镇街按时率', town: '镇街', done: '办结', late: '超时办结', overdue: '正在超时', onTime: '按时率' },
  months: { name: '每月流转面积', month: '月份', mu: '亩' },
  steps: { name: '在办案件停在哪一步', step: '步骤', cases: '件' },
  late: {
    ...{ name: '正在超时', number: '案件编号', case: '案件', holder: '在谁手里', step: '停在哪' },
    ...{ over: '超了多久', due: '到期' },
  },
} as const;
