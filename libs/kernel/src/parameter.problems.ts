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
    exempt: '“县里定不审批”只能写在第一行，上面要有接着的一行',
    number: '“县里定不审批”的一行，依据里写明文号，例如 商政发〔2026〕3号',
    zero: '第一行从 0 亩写起：流转办法第29条没有不用审批的面积，写由谁审批，或者县里定不审批的文号',
    open: '最后一行不封顶：再大的面积也要有审批机关',
  },
} as const;

/** As offices number their documents: 商政发〔2026〕3号. */
export const documentNumber = /[〔［[(（]\d{4}[〕］\])）]\s*第?\s*\d+\s*号/;
