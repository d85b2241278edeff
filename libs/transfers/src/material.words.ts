/** What a file of a case is. */
export const fileKinds = {
  application: '申请书（签字）',
  identity: '身份证明',
  consent: '共有人同意书',
  consent_withdrawal: '撤回同意书',
  guarantee: '担保书（签字）',
  intent: '意向协议书',
  ability: '经营能力证明',
  contract: '流转合同（签字、按手印）',
  withdrawal: '撤回申请书（签字）',
  rescission: '解除协议、通知、裁判文书',
  contract_title: '承包合同、证书',
  mortgagee: '抵押权人同意书',
  minutes: '集体会议记录、签到',
  power_of_attorney: '流转委托书（签字）',
  township_approval: '乡镇人民政府批准文件',
  capital_approval: '社会资本审批批文',
  filing: '备案回执',
  priority_choice: '转出方选定优先权人的意见',
  payee: '收款人确认书（签字）',
  other: '其他材料',
} as const;

export type FileKind = keyof typeof fileKinds;

/** Kinds of file that an act of its own asks for. */
const withActs: readonly string[] = [
  'consent_withdrawal',
  'guarantee',
  'minutes',
  'power_of_attorney',
  'township_approval',
  'capital_approval',
  'priority_choice',
  'payee',
];

/** What people bring of their own accord; the rest comes with an act that asks for it. */
export const broughtKinds = Object.fromEntries(Object.entries(fileKinds).filter(([kind]) => !withActs.includes(kind)));
