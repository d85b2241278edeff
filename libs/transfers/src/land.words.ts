/** GB/T 21010 names of the classes that a transfer meets, with the older three-digit codes of NY/T 2539. */
export const landClasses: Readonly<Record<string, string>> = {
  '0101': '水田',
  '0102': '水浇地',
  '0103': '旱地',
  '0201': '果园',
  '0202': '茶园',
  '0204': '其他园地',
  '011': '水田',
  '012': '水浇地',
  '013': '旱地',
  '021': '果园',
  '1104': '坑塘水面',
  '1202': '设施农用地',
};

/** Leads to the case that holds land. */
export const seeCase = '看那件申请';
