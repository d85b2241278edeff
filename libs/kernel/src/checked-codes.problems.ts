import { registerCodes } from './register-codes.words.js';

/** What is wrong with a number that a person typed, so that he can put it right. */
export const identityFaults = {
  old: '这是15位的旧身份证号，请填写18位号码',
  length: (found: number): string => `身份证号应为18位，现为${found}位`,
  digits: '身份证号前17位应为数字，末位应为数字或X',
  noBirthDay: (day: string): string => `身份证号中的出生日期 ${day} 不存在`,
  unborn: (day: string): string => `身份证号中的出生日期 ${day} 晚于今天`,
  check: '身份证号校验位不符，请核对是否抄错',
} as const;

export const creditCodeFaults = {
  length: (found: number): string => `统一社会信用代码应为18位，现为${found}位`,
  character: (strange: string): string => `统一社会信用代码不使用字符“${strange}”，请核对是否与数字混淆`,
  registrar: (first: string): string => `统一社会信用代码首位“${first}”不是登记管理部门代码`,
  check: '统一社会信用代码校验位不符，请核对是否抄错',
  old: {
    organisation: '这是9位的组织机构代码，不是统一社会信用代码，按历史数据保留，待核实',
    registration: '这是旧的登记、注册号，不是统一社会信用代码，按历史数据保留，待核实',
    check: '统一社会信用代码校验位不符，按历史数据保留，待核实',
  },
  organisation: '其中的组织机构代码校验位不符，请与证照原件核对',
} as const;

export const phoneFaults = {
  digits: '手机号只能由数字组成',
  length: (found: number): string => `手机号应为11位，现为${found}位`,
  beginning: '手机号应以13至19开头',
} as const;

interface Coded {
  readonly label: string;
  readonly length: string;
}

export const registerCodeFaults = {
  legacy: ({ label, length }: Coded): string => `${label}应为${length}，按历史数据保留，待核实`,
  wrong: ({ label, length }: Coded, code: string): string => `${label}应为${length}，现为“${code}”`,
  otherIssuer: ({ label }: Coded): string => `${label}前14位与${registerCodes.issuer.label}不一致`,
  otherContractor: `${registerCodes.contract.label}前18位与${registerCodes.contractor.label}不一致`,
} as const;
