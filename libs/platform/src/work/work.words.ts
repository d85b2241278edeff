/** Words of the desk's rows, where a workbook heads a column with them. */
export const workWords = {
  title: '待办',
  dueAt: '到期',
  dueWords: '还剩',
  kindWord: '哪一类',
  number: '编号',
  stateWord: '停在哪',
  round: '轮次',
  place: '镇街、村',
  areaMu: '面积（亩）',
  party: '谁',
  counterparty: '对方',
  waitingDays: '等了几天',
  assignee: '谁在办',
  noDue: '没有期限',
  allKinds: '全部',
  hands: { '': '谁在办都看', mine: '我在办的', free: '还没有人办的' },
} as const;

/** What the document calls the parts of a desk. */
export const deskLabels = {
  kind: '哪一类',
  waiting: '等着几件，满一百算一百',
  late: '超时几件',
  today: '今天到期几件',
  counts: '每一类有多少',
  next: '接下来办哪一件',
  work: '哪一件',
  outcomes: '每一件接下了没有',
} as const;

/** What the history calls it. */
export const handActs = { claim: '接办', hand_over: '交办', put_back: '放回待办' } as const;
