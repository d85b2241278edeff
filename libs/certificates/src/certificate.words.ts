import { codes } from '#kernel';
/** What the desk calls a certificate. */
export const certificateWork = '证书';

/** What the desk calls a revoked certificate for which a new one is asked. */
export const replacementWork = { label: '重新发证', state: '等负责人决定' } as const;

/** What a certificate is called whose term is over, whatever its record says. */
export const expiredWord = '已到期';

/** Words of the list of certificates: of its fields, of the values of its filters, of its orders. */
export const certificateLabels = {
  title: '证书',
  search: '证号、权利人、村',
  fields: {
    number: '证号',
    state: '状态',
    status: '状态',
    holder: '权利人',
    place: '镇街、村',
    areaMu: '面积（亩）',
    parcels: '地块',
    termStart: '从哪天起',
    termEnd: '到哪天止',
    issuedAt: '发证',
  },
  state: { label: '状态', every: { '': '全部' } },
  filters: {
    office: { label: '镇街、村', choices: { '': '全部地方' } },
    ends: { label: '哪一年到期' },
  },
  sorts: { newest: '最近发的在前', ending: '先到期的在前', number: '按证号', largest: '面积大的在前' },
} as const;

/** What a stranger is told about a certificate, as its stamp says it. */
export const certificateVerdicts = {
  valid: '有效',
  changed: '已变更',
  expired: expiredWord,
  renewed: '已续期',
  right_over: '已失效',
  superseded: '旧号作废',
  cancelled: '已注销',
  revoked: '已撤销',
} as const;
export type CertificateVerdict = keyof typeof certificateVerdicts;

/** What is told about any code: of other papers, of those that were altered, of none. */
export const verdicts = { ...certificateVerdicts, void: '已作废', altered: '停用', unknown: '查不到' } as const;
export type Verdict = keyof typeof verdicts;

/** The acts that stand in a certificate's change record. */
export const changeKinds = codes('CertificateChangeKind', {
  change: '变更',
  reissue: '遗失补发',
  exchange: '换发',
  cancel: '注销',
  propose: '提请撤销',
  revoke: '撤销',
  dismiss: '不予撤销',
  request_replacement: '提请重新发证',
  refuse_replacement: '不予重新发证',
  replace: '重新发证',
});
export type ChangeKind = keyof typeof changeKinds;

/** What may be changed without a new case. */
export const itemWords = codes('CertificateItem', {
  holder: '权利人名称',
  representative: '代表人',
  address: '住所',
  realEstate: '不动产登记',
  use: '用途',
});

/** What a stranger is told of a certificate's course. */
export const courseWords = {
  signed: '签合同',
  filed: '向发包方备案',
  recorded: '记入流转台账',
  issued: '发证',
  change: changeKinds.change,
  reissue: changeKinds.reissue,
  exchange: changeKinds.exchange,
  cancel: changeKinds.cancel,
  revoke: changeKinds.revoke,
  replace: changeKinds.replace,
} as const;

/** By which number a holder is known. */
export const holderNumbers = { credit_code: '统一社会信用代码', identity_number: '公民身份号码' } as const;

/** What became of a sheet of certificate paper, and what its line of the history is called. */
export const sheetOutcomes = { used: '用了', spoiled: '废了' } as const;
export const sheetNotes = { used: '登记用纸', spoiled: '登记废纸' } as const;

/** How a new certificate of the same right comes about, and the end of an old one. */
export const issueWords = {
  first: courseWords.issued,
  anew: '撤销后重新发证',
  oldNumberVoid: '旧号作废',
  newNumber: '新号',
  caseEnded: '案件提前终止',
} as const;

/** The last sign of a household's name. */
export const householdSign = '户';

/** What the document calls the parts of a certificate. */
export const partLabels = {
  verdict: '查出来的结果',
  checkedAt: '什么时候查的',
  number: '编号',
  startsLater: '期限还没有开始',
  underReview: '正在撤销复核',
  nextNumber: '换成的新证号',
  renewal: '续期的新证',
  kind: '哪一种文书',
  authority: '出具机关',
  madeOn: '出具日期',
  voidedOn: '作废日期',
  holder: '权利人',
  holderNumber: '按哪种号码登记',
  holderId: '号码',
  representative: '代表人',
  address: '住所',
  mode: '取得方式',
  contractNumber: '流转合同编号',
  transferor: '转出方',
  issuer: '发包方',
  contractCode: '承包合同代码',
  contracts: '承包合同份数',
  location: '坐落',
  areaMu: '面积（亩）',
  parcelCount: '块数',
  termStart: '从哪天起',
  termEnd: '到哪天止',
  use: '用途',
  priceFen: '每亩每年的价款（分）',
  price: '证书上写的价款',
  realEstate: '不动产登记',
  registrableYears: '满几年可以登记',
  mortgages: '抵押',
  mortgagee: '抵押权人',
  principalFen: '担保的债权（分）',
  registeredOn: '哪天登记的',
  status: '状态',
  issuedOn: '发证日期',
  issuedBy: '谁发的',
  course: '经过',
  event: '哪一步',
  item: '变更了哪一项',
  on: '哪一天',
  parcels: '每块地',
  parcel: { name: '地块', code: '地块代码', contractor: '承包方', part: '流转哪一部分' },
  state: '状态',
  code: '查验码',
  terms: '合同里约定的',
  carried: '从原证带来的记录',
  follows: '原来的证号',
  said: '原证上的话',
  changes: '变更记录',
  before: '原来',
  after: '现在',
  reason: '理由',
  rule: '依据',
  announcedOn: '哪天公告遗失的',
  announcedAt: '在哪里公告的',
  collectedBy: '谁来领',
  by: '经办',
  prints: '打印',
  copy: '第几份',
  at: '什么时候',
  sheets: '证书纸',
  serial: '纸张流水号',
  outcome: '这张纸怎么了',
  letters: '出具的文书',
} as const;

/** What a holder calls his list. */
export const ownCertificates = '我的证书';
