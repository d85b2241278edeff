/** What the county checks, item by item, with the rule each obeys (领域规则 §3.8). */
export const checkItems = {
  subject: { label: '主体', rule: '农村土地承包法第16条' },
  title: { label: '权属', rule: '流转办法第8条' },
  consent: { label: '共有人同意', rule: '农村土地承包法第16条' },
  term: { label: '期限', rule: '农村土地承包法第38条' },
  area: { label: '面积和重叠', rule: '农村土地承包法第40条' },
  purpose: { label: '用途', rule: '土地管理法第37条' },
  encumbrance: { label: '抵押', rule: '民法典第406条' },
  capital: { label: '社会资本审批', rule: '流转办法第29条' },
  survey: { label: '实地调查', rule: '平台规则 查-01' },
  priority: { label: '优先权', rule: '农村土地承包法第38条' },
  price: { label: '价款', rule: '农村土地承包法第39条' },
  materials: { label: '材料', rule: '平台规则 申-01' },
} as const;

export type CheckItem = keyof typeof checkItems;

export const checkResults = { yes: '符合', no: '不符合', none: '不适用' } as const;

export function isCheckItem(text: string): text is CheckItem {
  return Object.hasOwn(checkItems, text);
}
