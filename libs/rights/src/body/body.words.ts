import type { OldBodyCode } from '#kernel';

/** What stands in the record of a body in the place of a unified code. */
export const codeKinds: Readonly<Record<'missing' | OldBodyCode, string>> = {
  missing: '没有统一社会信用代码',
  organisation: '旧的组织机构代码',
  registration: '旧的登记、注册号',
  check: '校验位不符的代码',
};

/** Words of the list of bodies in the register. */
export const bodyLabels = {
  title: '单位',
  search: '单位名称、代码',
  fields: {
    name: '单位',
    kind: '种类',
    place: '镇街、村',
    contractorCode: '承包方代码',
    creditCode: '统一社会信用代码',
    oldCode: '登记的旧代码',
    codeKind: '代码怎么没有核实',
    representative: '法定代表人、负责人',
    address: '地址',
    contracts: '承包合同',
  },
  filters: {
    status: { label: '情况', choices: { '': '全部', uncoded: '代码没有核实' } },
    office: { label: '镇街、村', choices: { '': '全部地方' } },
  },
  sorts: { name: '按名称' },
} as const;
