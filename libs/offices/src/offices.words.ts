/** Names of offices behind that of their place. */
export const officeNames = {
  county: '农村产权交易中心',
  town: '农村产权交易所',
  village: '农村产权交易服务站',
} as const;

/** 三部一室与村级信息汇总岗（县公布的三级架构）. */
export const departments = [
  { level: 'county', kind: 'centre', name: '农村产权交易中心' },
  { level: 'town', kind: 'finance', name: '金融部' },
  { level: 'town', kind: 'trade', name: '交易部' },
  { level: 'town', kind: 'coordination', name: '协调部' },
  { level: 'town', kind: 'information_room', name: '产权交易信息公开咨询室' },
  { level: 'village', kind: 'information_post', name: '信息汇总岗' },
] as const;

/** Endings of a committee's name, longest first, with what the place itself is called by. */
export const committeeEndings: readonly (readonly [string, string])[] = [
  ['社区村民委员会', '社区'],
  ['社区居民委员会', '社区'],
  ['村村民委员会', '村'],
  ['村民委员会', '村'],
  ['居民委员会', '社区'],
  ['居民居委会', '社区'],
  ['社区居委会', '社区'],
  ['村委会', '村'],
  ['居委会', '社区'],
];

/** The signs of places: of a village, of a community, of a group within a village. */
export const placeSigns = { village: '村', community: '社区', group: '组' } as const;

/** What the history calls a file of divisions: the first, and each later one. */
export const divisionLines = { loaded: '载入区划', changed: '区划变更' } as const;

/** What the document calls the parts of an office and of a change of divisions. */
export const officeLabels = {
  title: '交易所、服务站',
  list: '各级交易所',
  code: '区划代码',
  level: '哪一级',
  levels: { county: '县', town: '镇街', village: '村' },
  name: '名称',
  address: '地址',
  phone: '电话',
  hours: '开门时间',
  departments: '里面有',
  stations: '村服务站',
} as const;

export const changeLabels = {
  title: '区划变更',
  rehearsal: '区划变更预演',
  counts: '变了多少',
  kept: '不变',
  opened: '新设',
  closed: '撤销',
  renamed: '改名',
  recoded: '换代码',
  merged: '并入别村',
  unknown: '没说并到哪里',
  records: '跟着移交的记录',
  fileName: '区划表',
  onDay: '从哪天起',
  loadedBy: '登记人',
  loadedAt: '什么时候登记',
  confirmed: '登记了没有',
  before: '原来的名称',
  changes: '登记过的',
  waiting: '等县里指定接续村的',
  handed: '交过去的记录',
} as const;
