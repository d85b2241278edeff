/** Signs of days, and the units of a span of them. */
export const dayWords = {
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  year: '年',
  month: '月',
  date: '日',
  months: '个月',
  days: '天',
  until: '至',
  midnight: '24:00',
  included: '（含当日）',
} as const;
