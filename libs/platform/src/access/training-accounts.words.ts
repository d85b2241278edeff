/** Names of made-up people: a surname of one character, and what stands behind it. */
export const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张';
export const givenNames = ['演一', '演二', '演三', '演四', '演五', '演六', '演七'] as const;

export const trainingParties = {
  farmer: '演练农户甲',
  'farmer-2': '演练农户乙',
  cooperative: '演练合作社',
} as const;
