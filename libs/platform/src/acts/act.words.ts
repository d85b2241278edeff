/** What the forms of acts say beside what their rows do. */
export const formWords = { backOnTheWay: '不办了，回刚才那一页' } as const;

/** What the document calls an act on many records. */
export const manyLabels = {
  form: '对许多件办一件事以前',
  outcomes: '每一件办得怎样',
  kind: '哪一种记录',
  action: '办什么',
  work: '哪一件，读到的修订号在后',
  number: '编号',
  blockers: '还差什么',
  rows: '所选的每一件',
} as const;

/** What the document calls the parts of a form. */
export const formLabels = {
  action: '办什么',
  subject: '哪一种记录',
  revision: '读到的修订号',
  posts: '归哪些岗位办',
  blockers: '现在还差什么',
  input: '要填的各项',
  choices: '这件事可选的值',
  values: '已经填好的',
} as const;
