/** Several transferors by the name of the first: 王小明户 等 8 户. */
export const several = (first: string, many: number): string => (many > 1 ? `${first} 等 ${many} 户` : first);

/** What the history calls that an application is written. */
export const applicationLabels = {
  drafted: '起草申请',
  renewal: (number: string): string => `起草续期申请，原案 ${number}`,
  revised: '修改申请',
  dealt: (number: string): string => `挂牌 ${number} 成交`,
  guarantor: (name: string): string => `登记担保人${name}`,
  mortgagee: (name: string): string => `抵押权人${name}书面同意`,
} as const;
