/** A deadline in words, and its last day or hour. */
export const dueWords = {
  over: (days: number): string => (days > 0 ? `超时 ${days} 个工作日` : '已超时'),
  left: (days: number): string => `还剩 ${days} 个工作日`,
  closes: (end: string): string => `${end} 截止`,
  ends: (end: string): string => `${end} 到期`,
  today: '今天截止',
  midnight: '今天 24:00 截止',
  endsToday: (time: string): string => `今天 ${time} 到期`,
  rest: (hours: number, minutes: number): string => `还剩 ${hours > 0 ? `${hours} 小时 ` : ''}${minutes} 分`,
} as const;

/** What stands around the days of a period. */
export const stripWords = {
  why: '为什么是这一天截止',
  label: '每一天',
  start: '当天不算',
  today: '今天',
  worked: '补班',
  off: '休息',
  nth: (ordinal: number): string => `第${ordinal}天`,
  /** What a short reason ends without. */
  ends: [/放假$/, /节$/],
  restDay: (weekday: string): string => `${weekday}休息`,
  passed: (all: number, over: number): string => `共 ${all} 个工作日，已过 ${over} 个`,
} as const;
