/** Words of the list of mortgages: of its fields, of the values of its filters, of its orders. */
export const encumbranceLabels = {
  title: '抵押登记',
  search: '抵押权人、抵押人、合同编号',
  fields: {
    mortgagee: '抵押权人',
    mortgagor: '抵押人',
    place: '镇街、村',
    onCode: '承包合同',
    claim: '担保的债权',
    principalFen: '金额（元）',
    termStart: '从哪天起',
    termEnd: '到哪天止',
    contractNumber: '抵押合同',
    registeredNumber: '登记证明',
    registeredOn: '哪天登记的',
    standing: '状态',
    overOn: '哪天结束的',
    recordedAt: '录入',
  },
  standing: { label: '状态', every: { '': '全部', live: '在押的', over: '结束的' } },
  filters: {
    mortgagee: { label: '抵押权人', choices: { '': '全部' } },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
    ends: { label: '哪一年到期' },
  },
  sorts: { newest: '最近录入的在前', ending: '先到期的在前', largest: '金额大的在前' },
} as const;
