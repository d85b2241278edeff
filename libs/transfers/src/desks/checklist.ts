/** What the county checks, item by item, with the rule each obeys (领域规则 §3.8). */
export const checkItems = {
  subject: { label: '主体', hint: '身份、代码已核；转出方是权利人或有委托。', rule: '农村土地承包法第16条' },
  title: { label: '权属', hint: '承包合同、登记簿一致，没有争议。', rule: '流转办法第8条' },
  consent: { label: '共有人同意', hint: '每户有权成员都同意。', rule: '农村土地承包法第16条' },
  term: { label: '期限', hint: '没有超过登记的承包期。', rule: '农村土地承包法第38条' },
  area: { label: '面积和重叠', hint: '没有别的流转占用；实测差在范围内。', rule: '农村土地承包法第40条' },
  purpose: { label: '用途', hint: '不改变农业用途，基本农田种粮。', rule: '土地管理法第37条' },
  encumbrance: { label: '抵押', hint: '没有抵押，或抵押权人书面同意。', rule: '民法典第406条' },
  capital: { label: '社会资本审批', hint: '阈值表要求的已经批准。', rule: '流转办法第29条' },
  survey: { label: '实地调查', hint: '两人到场，照片、定位、四邻确认齐。', rule: '平台规则 查-01' },
  priority: { label: '优先权', hint: '公示写明价款、期限，成员可以主张。', rule: '农村土地承包法第38条' },
  price: { label: '价款', hint: '双方商定，付给承包方，没有扣留。', rule: '农村土地承包法第39条' },
  materials: { label: '材料', hint: '申请书、证件、承诺书齐全清楚。', rule: '平台规则 申-01' },
} as const;

export type CheckItem = keyof typeof checkItems;

export function isCheckItem(text: string): text is CheckItem {
  return Object.hasOwn(checkItems, text);
}
