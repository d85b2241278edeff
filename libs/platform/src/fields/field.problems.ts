/** What a field says when it is filled wrongly, where the input has no words of its own. */
export const fieldWords = {
  text: (label: string, least: number, most: number) => `“${label}”写 ${least} 到 ${most} 个字`,
  most: (label: string, most: number) => `“${label}”最多 ${most} 个字`,
  plain: (label: string) => `“${label}”要写成一段文字`,
  day: (label: string) => `“${label}”写成 年 月 日`,
  moment: (label: string) => `“${label}”要带日期和时区，例如 2026-09-30T10:40+08:00`,
  money: (label: string) => `“${label}”写成多少元，最多两位小数，例如 32400.00`,
  area: (label: string) => `“${label}”写成多少亩，不能是 0，最多 4 位小数`,
  count: (label: string, least: number, most: number) => `“${label}”写 ${least} 到 ${most} 的整数`,
  choice: (label: string) => `“${label}”从列出来的里面选`,
  twice: (label: string) => `“${label}”同一项选了两次`,
  find: (label: string) => `“${label}”先找到，再选上`,
  account: (label: string) => `“${label}”写 8 到 40 位数字`,
  check: (label: string) => `“${label}”没有勾选`,
  scan: (label: string) => `请传“${label}”：照片或者 PDF`,
  scans: (label: string, most: number) => `“${label}”一次最多传 ${most} 份`,
  part: (label: string) => `“${label}”没有填`,
  parts: (label: string, least: number, most: number) =>
    least > 0 ? `“${label}”写 ${least} 到 ${most} 项` : `“${label}”最多 ${most} 项`,
  notAfterToday: (label: string) => `“${label}”不能晚于今天`,
  notBeforeToday: (label: string) => `“${label}”不能早于今天`,
} as const;
