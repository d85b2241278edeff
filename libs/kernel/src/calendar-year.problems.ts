/** What is wrong with the file of a year's holidays, to the person who loads it. */
export const holidayFileFaults = {
  shape: '节假日文件应有 year 和 days 两项',
  entry: (year: number, day: string): string => `节假日文件 ${year} 年 ${day || '某一天'} 缺少 name 或 isOffDay`,
  noDay: (text: string): string => `“${text}”不是有效日期，应为“年-月-日”，例如 2026-10-15`,
  otherYear: (year: number, day: string): string => `节假日文件 ${year} 年含有不属于该年度的日期 ${day}`,
} as const;
