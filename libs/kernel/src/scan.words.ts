/** The numbers that belong to a person and must not be published. */
export const personalNumbers = {
  identity: '身份证号',
  'old-identity': '15位身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
} as const;
