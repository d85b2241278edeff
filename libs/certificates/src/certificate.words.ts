/** What the desk calls a certificate. */
export const certificateWork = '证书';

/** What the desk calls a revoked certificate for which a new one is asked. */
export const anewWork = { label: '重新发证', state: '等负责人决定' } as const;

/** Words of the list of certificates: of its fields, of the values of its filters, of its orders. */
export const certificateLabels = {
  title: '证书',
  search: '证号、权利人、村',
  fields: {
    number: '证号',
    stateWord: '状态',
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

/** What a holder calls his list. */
export const ownCertificates = '我的证书';
