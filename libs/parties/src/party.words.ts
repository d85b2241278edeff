/** What bodies are among the parties. */
export const bodyKinds = {
  cooperative: '农民专业合作社',
  family_farm: '家庭农场',
  enterprise: '企业',
  collective: '农村集体经济组织',
  village_committee: '村民委员会',
  other: '其他组织',
} as const;

/** The last sign of a household's name. */
export const householdSign = '户';

export const sexes = { male: '男', female: '女' } as const;

/** NY/T 2539-2016, C.15: by what somebody is known. */
export const identityKinds = {
  '1': '居民身份证',
  '2': '军官证',
  '3': '机构代码证或法人代码证',
  '4': '户口簿',
  '5': '护照',
  '9': '其他证件',
} as const;

/** GB/T 4761 as the register uses it; other codes are shown as they stand. */
export const relations: Readonly<Record<string, string>> = {
  '01': '本人', '02': '户主', '10': '配偶', '20': '子', '30': '女', '41': '孙子', '42': '孙女', '51': '父亲', '52': '母亲',
  '71': '兄', '72': '弟', '73': '姐', '74': '妹', '95': '非亲属', '97': '其他亲属', '99': '其他',
}; // prettier-ignore

/** NY/T 2539-2016, C.18. */
export const memberNotes: Readonly<Record<string, string>> = {
  '1': '外嫁女', '2': '入赘男', '3': '在校大学生', '4': '国家公职或现役军人', '5': '服刑人员', '6': '常住人口', '7': '外出务工', '8': '其他',
}; // prettier-ignore

/** How a consent came. */
export const consentMethods = {
  in_person: '本人当面',
  assisted: '工作人员代办，本人在场',
  scan: '纸质同意书扫描件',
} as const;

/** A person among several whose name the reader does not learn. */
export const nthPerson = (number: number): string => `第 ${number} 个人`;

/** What the history calls what is done for parties and by them. */
export const partyActs = {
  assist: '开始代办',
  assistEnd: '结束代办',
  consent: '共有人同意',
  consentWithdrawn: '共有人撤回同意',
  decision: '登记集体决议',
  approval: '登记乡镇批准',
  powerOfAttorney: '出具流转委托书',
  powerOfAttorneyRevoked: '撤销流转委托书',
  openIdentity: '查看完整证件号',
} as const;
