/** Why somebody is no member any more; who marries out keeps the right until there is land elsewhere (承包法第三十一条). */
export const memberEnds = {
  died: '去世',
  elsewhere: '在新的居住地取得了承包地',
  another_household: '分户、并到另一户',
  entered_in_error: '登记错了',
} as const;

/** What the history of a household calls what was done. */
export const householdNotes = {
  added: (name: string): string => `添家庭成员：${name}`,
  corrected: (name: string): string => `改家庭成员：${name}`,
  ended: (name: string): string => `成员离开：${name}`,
  over: '这一户没有成员了',
  counted: '改登记的家庭成员数',
} as const;
