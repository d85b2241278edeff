/** What the document calls the parts of an objection's page, of its receipt, and of its contact. */
export const objectionLabels = {
  title: '异议、来信',
  deadline: '答复的期限',
  evidence: '凭证',
  papers: '出具的文书',
  paperNumber: '文书编号',
  receipt: '来信的回执',
  number: '编号',
  code: '查询码',
  kind: '哪一类',
  dueAt: '最晚答复',
  contact: '联系方式',
  phone: '电话',
  masked: '遮住的电话',
  address: '答复送到哪里',
} as const;

/** The desk of a town that answers letters. */
export const coordinationDesk = '交易所协调部';
