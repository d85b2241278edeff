/** What the document calls the parts of what was found. */
export const foundLabels = {
  title: '找到的',
  kind: '找哪一种',
  words: '按什么找',
  found: '找到的每一个',
  more: '还有没列出来的',
  value: '填表用的值',
  name: '名称',
  group: '哪个村组，或者哪一类',
  code: '编号',
  lastUsed: '上次选它的日子',
} as const;
