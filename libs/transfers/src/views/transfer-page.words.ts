/** What the document calls the parts of a case. */
export const transferPageLabels = {
  title: '流转案件',
  number: '案件编号',
  followCode: '查进度的码',
  kind: '哪一类',
  mode: '方式',
  state: '到哪一步',
  stateSince: '从什么时候起',
  round: '第几轮',
  place: '镇街、村',
  deadline: '正在走的期限',
  transferor: '转出方',
  transferee: '受让方',
  areaMu: '合计多少亩',
  parcelCount: '几块地',
  contractsEndOn: '最早到期的承包合同',
  annualRentFen: '每年多少钱',
  ability: '经营能力',
  terms: '谈好的条件',
  parts: '双方另外带来的',
  contractNumber: '合同编号',
  filingNumber: '备案编号',
  endedReason: '结束原因',
  landReturnedOn: '土地交还',
  renews: '续期自',
  listing: '挂牌编号',
  renewal: '续期',
  renewFrom: '从哪天起书面提出续期',
  renewBy: '到哪天为止提出续期',
  endsOn: '到哪一天',
  asked: '现在要补的',
  returns: '退回过的',
  warnings: '要想到的',
  parcels: '每块地',
  ground: '登记簿变更',
  shares: '每一户的地和租金',
  consents: '共有人同意',
  decision: '集体决议',
  powersOfAttorney: '委托代理',
  mortgages: '抵押',
  survey: '实地调查',
  capital: '社会资本审批',
  checks: '核查清单',
  materials: '材料',
  papers: '出具的文书',
  notice: '公示',
  deposit: '风险保障金',
} as const;

export const parcelParts = {
  number: '第几块',
  code: '地块代码',
  name: '地块',
  contractor: '承包方',
  whole: '整块',
  side: '从哪边量',
  areaMu: '流转（亩）',
  registeredMu: '确权（亩）',
  surveyedMu: '实测（亩）',
  contractCode: '承包合同',
  acceptedContract: '受理时的承包合同',
  moved: '承包方已经变了',
  bounds: '四至',
} as const;

export const groundParts = {
  open: '等决定',
  kind: '改什么',
  before: '原来',
  after: '改成',
  differences: '改动',
  payee: '租金付给谁',
  confirmedOn: '哪天确认的',
} as const;

export const shareParts = {
  name: '转出方',
  contracts: '承包合同',
  parcels: '几块地',
  areaMu: '面积（亩）',
  yearlyFen: '每年租金',
} as const;

export const consentParts = {
  household: '哪一户',
  asked: '要问几个人',
  missing: '还差几个人',
  stale: '几个人要重新同意',
  waiting: '谁没有说过',
  again: '谁要重新同意',
} as const;

export const decisionParts = {
  decidedOn: '哪天决议的',
  body: '由谁决议',
  electorate: '应到',
  attended: '到会',
  inFavour: '同意',
  opposed: '不同意',
  minutes: '会议记录',
  again: '要重新决议',
  blocker: '还差什么',
  outsider: '租给本集体以外的',
  approval: '乡镇批准',
  approvalNumber: '批准文号',
  approvedOn: '哪天批准的',
} as const;

export const powerOfAttorneyParts = {
  principal: '谁委托',
  agent: '委托谁',
  powers: '委托什么',
  minimumPriceFen: '每亩每年不低于',
  validTo: '到哪一天',
  inForce: '今天有效',
  blocker: '哪里不行',
  file: '委托书',
} as const;

export const mortgageParts = { mortgagee: '抵押权人', consented: '书面同意了' } as const;

export const surveyParts = {
  visitedAt: '到场',
  surveyors: '调查员',
  photos: '现场照片',
  measuredMu: '实测面积',
  basicFarmland: '永久基本农田',
  conclusion: '结论',
  opinion: '意见',
  flagged: '面积差得多的',
  recordedMu: '合同（亩）',
  differencePercent: '差多少（%）',
  disputed: '几处边界不认',
} as const;

export const capitalParts = {
  authority: '由谁审批',
  tableMissing: '分级表没有填到',
  otherMu: '已经有的和在办的（亩）',
  totalMu: '一共（亩）',
  basis: '依据',
  rows: '申请和决定',
  applicationNumber: '受理编号',
  dueOn: '哪天以前答复',
  decision: '结果',
  decisionNumber: '批文号',
  decidedOn: '哪天决定的',
  validAreaMu: '批准多少亩',
  validTo: '批准到哪天',
  covers: '管这一件',
  decisions: { approved: '批准', refused: '不批准' },
} as const;

export const eventParts = {
  title: '经过里的一步',
  action: '办了什么',
  label: '叫什么',
  from: '从哪一步',
  to: '到哪一步',
  at: '什么时候',
  times: '几次',
  back: '退了一步',
  post: '什么岗位',
  witness: '代办的见证人',
  remark: '说明',
} as const;

export const materialParts = { kind: '是什么', addedBy: '谁交的', addedAt: '什么时候', pdf: '是 PDF' } as const;

export const paperParts = { kind: '是什么', number: '编号', madeAt: '什么时候', voided: '作废了' } as const;

export const noticeParts = {
  number: '公示编号',
  lastDay: '最后一天',
  blockers: '还差什么',
  venues: '贴在哪里',
  objections: '异议',
} as const;

export const depositParts = {
  state: '到哪一步',
  waived: '免缴',
  guaranteed: '保函、保险代替',
  amountFen: '应交',
  heldFen: '已交',
  explanation: '怎么算的',
  legalBasis: '依据',
} as const;

export const returnParts = {
  level: '谁退的',
  levels: { town: '镇里', county: '县里' },
  returnedBy: '谁',
  returnedAt: '什么时候',
  defects: '要补的',
  item: '哪一项',
  lack: '问题在哪',
  text: '怎么补',
  rule: '依据的条文',
} as const;

/** What a case's page warns of; no refusal. */
export const warningCodes = {
  lease_declared: '申明有租约',
  credit_declared: '申明有失信记录',
  long_term: '期限很长',
  members_missing: '有家庭成员不在登记簿上',
  reservation_ends: '占用快到期',
  no_certificate: '不发证书',
  mortgaged_before: '原来的权利抵押着',
  contractor_moved: '承包方变了',
  contract_changed: '承包合同变了',
} as const;

export const warningParts = {
  code: '是什么',
  said: '写的什么',
  limit: '多少年或者多少天',
  lastDay: '最后一天',
} as const;
