/** Words of a case's fields, where a list heads a column with them. */
export const caseWords = {
  sheet: '案件',
  title: '案件',
  own: '我的案件',
  enter: '录入一件',
  apply: '申请',
  number: '案件编号',
  stateWord: '到哪一步',
  dueAt: '到期',
  dueWords: '还剩',
  round: '轮次',
  place: '镇街、村',
  areaMu: '面积（亩）',
  years: '年限',
  priceFen: '价款（元/亩/年）',
  kind: '哪一类',
  transferor: '转出方',
  transferee: '受让方',
  createdAt: '起草',
  draft: '草稿',
} as const;

/** What a reader may narrow and sort cases by, in the words of the form. */
export const caseFilterWords = {
  state: { '': '全部状态' },
  kind: { '': '全部种类' },
  sort: { newest: '最近的在前', due: '快到期的在前', largest: '面积大的在前' },
} as const;

/** The states that most readers look for, as chips. */
export const caseChips = ['', 'county_review', 'noticed', 'correction', 'in_force'] as const;

/** What the desk calls a case. */
export const caseWork = '流转案件';
