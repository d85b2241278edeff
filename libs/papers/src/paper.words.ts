/** What the desk calls a copy that waits for a second person. */
export const printWork = {
  label: '超次打印',
  asked: { label: '等另一个人批准', tone: 'wait' },
} as const;

/** What stands round every paper. */
export const frameWords = {
  code: '查验码',
  page: (page: number, of: number): string => `第 ${page} 页 共 ${of} 页`,
  copy: { none: '样本，不作凭证', first: '第 1 次打印', again: (copy: number): string => `重印 第 ${copy} 份` },
  drill: '演练 无效',
  sample: '样本',
  dated: '日期：',
} as const;

/** What stands round a certificate. */
export const certificateWords = {
  page: (page: number, of: number): string => `第 ${page} 页，共 ${of} 页`,
  annex: (number: string): string => `${number}　附页`,
  sample: '样本 不作凭证',
} as const;

/** A day that is left open, to be filled in by hand. */
export const blankDay = (gap: string): string => `${gap.repeat(4)}年${gap.repeat(2)}月${gap.repeat(2)}日`;

/** Before this phrase the heading of a notice breaks, if it does not fit on one line. */
export const noticePhrase = '土地经营权';

export const mapWords = { north: '北', metres: (metres: number): string => `${metres} 米` } as const;

/** The serial in a number: 第0001号. */
export const serialWord = (serial: string): string => `第${serial}号`;

export const platformOf = (county: string): string => `${county}农村产权流转交易平台`;

/** What the history of a record says of its papers. */
export const paperNotes = {
  issued: (title: string): string => `出具《${title}》`,
  voided: (title: string): string => `《${title}》作废`,
  scanned: (title: string): string => `《${title}》签收件扫描归档`,
  printed: (title: string, copy: number): string => `打印《${title}》第 ${copy} 份`,
  approved: (title: string, copy: number): string => `批准打印《${title}》第 ${copy} 份`,
  asked: (title: string): string => `申请超次打印《${title}》`,
  refused: '不同意超次打印',
} as const;

/** Words of the list of papers. */
export const paperLabels = {
  title: '出具的文书',
  search: '文书编号',
  fields: {
    kind: '哪种文书',
    number: '编号',
    place: '镇街、村',
    madeAt: '什么时候出具',
    madeBy: '谁出具的',
    copies: '印过几份',
    voidedAt: '什么时候作废',
    voidReason: '为什么作废',
  },
  filters: {
    kind: { label: '哪种文书', choices: { '': '全部' } },
    status: { label: '情况', choices: { '': '全部', valid: '有效', void: '已作废' } },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
    from: { label: '从哪天出具' },
    until: { label: '到哪天出具' },
  },
  sorts: { newest: '最近的在前', oldest: '最早的在前', number: '按编号' },
} as const;

/** What the document calls the parts of a print register. */
export const registerLabels = {
  title: '文书的打印登记',
  kind: '哪种文书',
  number: '编号',
  madeAt: '什么时候出具',
  madeBy: '谁出具的',
  original: '原件，每份都登记',
  voidedAt: '什么时候作废',
  voidReason: '为什么作废',
  prints: '印过的每一份',
  copy: '第几份',
  at: '什么时候',
  by: '谁',
  reason: '原因',
  approvedBy: '批准人',
  limit: '一个人能印几份',
  mayPrint: '现在能不能印',
  mayScan: '能不能存扫描件',
  mayDecide: '能不能批',
  request: '等另一个人批准的打印',
  scans: '签收件',
  name: '文件名',
  sha256: '内容指纹',
} as const;

/** What the document calls the parts of a seal. */
export const sealLabels = {
  title: '登记过的印章',
  officeCode: '机构代码',
  officeName: '单位全称',
  foot: '下方的字',
  validFrom: '启用',
  validTo: '停用',
  registeredBy: '登记人',
} as const;

/** What stands at the foot of a seal. */
export const sealFeet = { business: '业务专用章', drill: '演练专用' } as const;
