import { codes } from '#kernel';
export const claims = codes('MortgageClaim', { ordinary: '一般抵押', maximum_amount: '最高额抵押' });

export const encumbranceStatuses = codes('MortgageStanding', {
  proposed: '已申请',
  consented: '已同意并备案',
  registered: '抵押中',
  released: '已解除',
  enforced: '已实现',
  lapsed: '已失效',
});

/** What the history of a mortgage calls what was done. */
export const encumbranceNotes = {
  entered: '记下抵押',
  consent: '抵押权人书面同意',
  released: '解除抵押',
  enforced: '抵押权实现',
  lapsed: '抵押权失效',
} as const;

/** The documents a mortgage rests on. */
export const mortgageFiles = {
  mortgage: '抵押合同、登记证明',
  contractor_consent: '承包方书面同意',
  release: '解除、实现的证明',
} as const;

/** What the document calls the parts of a mortgage. */
export const mortgageLabels = {
  mortgagee: '抵押权人',
  mortgagor: '抵押人',
  claim: '哪一种',
  principalFen: '担保的债权（分）',
  termStart: '从哪天起',
  termEnd: '到哪天止',
  status: '状态',
  overOn: '哪天结束的',
  onCode: '抵押的承包合同',
  place: '在哪里',
  contractNumber: '抵押合同',
  registeredNumber: '登记证明',
  registeredOn: '哪天登记的',
  files: '凭证',
  file: '哪一种凭证',
  fileName: '文件名',
  addedAt: '什么时候传的',
  addedBy: '谁传的',
} as const;

/** Words of the list of mortgages: of its fields, of the values of its filters, of its orders. */
export const encumbranceLabels = {
  title: '抵押记录',
  search: '抵押双方、合同编号',
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
    status: '状态',
    overOn: '哪天结束的',
    recordedAt: '录入',
  },
  status: { label: '状态', every: { '': '全部', live: '在押的', over: '结束的' } },
  filters: {
    mortgagee: { label: '抵押权人', choices: { '': '全部' } },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
    ends: { label: '哪一年到期' },
  },
  sorts: { newest: '最近录入的在前', ending: '先到期的在前', largest: '金额大的在前' },
} as const;
