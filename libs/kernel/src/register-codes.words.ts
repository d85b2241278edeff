/** The codes of the register of contracted land, and how long each is. */
export const registerCodes = {
  issuer: { label: '发包方代码', length: '14位数字' },
  contractor: { label: '承包方代码', length: '18位数字' },
  parcel: { label: '承包地块代码', length: '19位数字' },
  contract: { label: '承包合同代码', length: '18位数字加J或Q' },
} as const;
