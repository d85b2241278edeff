/** Why a value cannot stand for a parameter, to the administrator who sets it. */
export const parameterFaults = {
  unknown: (key: string): string => `没有名为“${key}”的参数`,
  of: (label: string, fault: string): string => `“${label}”${fault}`,
  whole: '应为非负整数',
  below: (least: number): string => `不能小于${least}`,
  above: (most: number): string => `不能大于${most}`,
  limit: (limit: string): string => `（${limit}）`,
  mu: '应为面积（亩），最多四位小数',
  time: '应为“时:分”，例如 17:00',
  flag: '应为“是”或“否”',
  text: '不能为空',
  choice: (words: readonly string[]): string => `应为${words.join('、')}之一`,
  list: (words: readonly string[]): string => `只能选择${words.join('、')}`,
  thresholds: {
    table: '应为分级审批表',
    areas: '每一行应有起止面积（亩）',
    authority: '每一行应有审批机关',
    basis: '每一行应写明依据',
    order: '止面积应大于起面积',
    gap: '各行应首尾相接，不留空档',
    open: '最后一行不封顶：再大的面积也要有审批机关',
  },
} as const;
