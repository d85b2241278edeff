/** Words of the list of households: of its fields, of the values of its filters, of its orders. */
export const registerLabels = {
  title: '承包地登记簿',
  search: '承包方代码、合同代码、地块代码，或者代表人姓名',
  fields: {
    name: '承包方',
    place: '镇街、村',
    contractorCode: '承包方代码',
    contractCode: '承包合同代码',
    parcels: '地块',
    areaMu: '合同面积（亩）',
    endsOn: '承包期到',
    standing: '情况',
  },
  filters: {
    office: { label: '镇街、村', choices: { '': '全部地方' } },
    standing: { label: '情况', choices: { '': '全部', legacy: '历史代码，待核实', bare: '没有合同' } },
    ends: { label: '哪一年承包到期' },
  },
  sorts: { code: '按代码', name: '按姓名' },
} as const;
