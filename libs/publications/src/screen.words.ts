/** Words of the list of screens: of its fields, of the values of its filters, of its orders. */
export const screenLabels = {
  title: '大厅屏幕',
  search: '屏幕的名字',
  fields: {
    name: '屏幕',
    kind: '哪一级',
    place: '地方',
    lastHeartbeat: '最近一次心跳',
    shown: '播放（次）',
    silentFor: '没有心跳（分钟）',
    registeredAt: '登记',
    lost: '该亮的时候没有心跳',
  },
  kinds: { screen_county: '县里的', screen_town: '镇街的' },
  kind: { label: '哪一级', every: { '': '全部' } },
  filters: { office: { label: '镇街', choices: { '': '全部地方' } } },
  sorts: { place: '按地方', quiet: '久没有心跳的在前', shown: '播放多的在前' },
} as const;

/** What the document calls the parts of a hall's screen. */
export const hallLabels = {
  title: '大厅屏幕',
  screen: '哪块屏幕，预览没有',
  shown: '第几次播放',
  now: '现在',
  number: '编号',
  town: '镇街',
  village: '村',
  areaMu: '面积（亩）',
  start: '起算，当天不算',
  lastDay: '最后一天',
  dueAt: '到期的时刻',
  turns: '正在公示的，轮到的在前',
} as const;

/** Read from afar, a text is its essentials. */
export const hallLeavesOut: readonly string[] = ['方式', '年价款', '付款'];

/** A hall has no room for the long word. */
export const dayWords = { long: '个工作日', short: '天' } as const;

/** What the document calls the parts of a screen that was registered. */
export const terminalLabels = {
  title: '登记的屏幕',
  name: '屏幕',
  token: '口令，只给这一次',
  address: '在屏幕上打开',
} as const;
