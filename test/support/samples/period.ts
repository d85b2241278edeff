/** Made-up frames and periods that several pages show. */
export const tag = (label: string, tone = '') => ({ label, tone });
export const soon = { level: 'soon', words: '还剩 4 个工作日', note: '10月15日（周四）24:00 截止' };
export const today = { level: 'today', words: '今天 17:00 到期', note: '报齐 9月24日 16:45，中秋 3 天不算' };
export const late = { level: 'late', words: '超时 1 个工作日', note: '9月24日 17:00 到期' };
export const clerk = { name: '于＊＊', role: '县中心审核岗', office: '商河县农村产权交易中心', canSignOut: true };
export const staffMenu = [
  { href: '/desk', label: '待办', current: true },
  { href: '/transfers', label: '案件', current: false },
  { href: '/notices', label: '公示', current: false },
  { href: '/desk/director', label: '报表', current: false },
];
export const staff = { me: clerk, staff: true, menu: staffMenu };
export const days = [
  ['event', '周一', '9/28', '网站'],
  ['', '周二', '9/29', '等村里'],
  ['event', '周三', '9/30', '村里'],
  ['', '周四', '10/1', '国庆'],
  ['', '周五', '10/2', '国庆'],
  ['', '周六', '10/3', '国庆'],
  ['', '周日', '10/4', '国庆'],
  ['', '周一', '10/5', '国庆'],
  ['', '周二', '10/6', '国庆'],
  ['', '周三', '10/7', '国庆'],
  ['done', '周四', '10/8', '第1天'],
  ['done', '周五', '10/9', '第2天'],
  ['done', '补班', '10/10', '第3天'],
  ['', '周日', '10/11', '休息'],
  ['today', '今天', '10/12', '第4天'],
  ['count', '周二', '10/13', '第5天'],
  ['count', '周三', '10/14', '第6天'],
  ['count', '周四', '10/15', '第7天'],
].map(([kind, top, date, note]) => ({ kind, top, date, note }));
export const strip = { label: '公示期每一天', key: true, days };
export const decree = { title: '国务院办公厅关于2026年部分节假日安排的通知' };
export const reckoning = {
  start: '2026-09-30',
  basis: '公示期 7 个工作日（平台规则 公示-02）。',
  unit: 'working-day',
  n: 7,
  firstDay: '2026-10-08',
  lastDay: '2026-10-15',
  counted: [8, 9, 10, 12, 13, 14, 15].map((d) => ({
    day: `2026-10-${String(d).padStart(2, '0')}`,
    note: d === 10 ? '星期六补班' : undefined,
  })),
  skipped: [
    { day: '2026-10-01', until: '2026-10-07', reason: '国庆节放假', decree },
    { day: '2026-10-11', reason: '周日休息' },
  ],
  provisional: false,
  version: '2026-1',
};
export const why = {
  summary: '为什么是这一天截止',
  notes: ['网站、屏幕 9 月 28 日贴出，村公示栏 9 月 30 日贴出，以最晚的为准。'],
  reckoning,
  open: false,
};
