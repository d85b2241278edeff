/** Pages below the guide, one for each thing that people ask most. */
export const topics = {
  assistance: '找人代办',
  priority: '本集体的人优先',
  renewal: '续，还是还',
  figures: '平台的数怎么算的',
} as const;

/** What the document calls the parts of the guide. */
export const guideLabels = {
  title: '办事指南',
  limits: '今天的期限和数',
  topic: '哪一件',
  offices: '到哪里办',
  office: { name: '名称', address: '地址', hours: '开门时间', phone: '电话' },
} as const;
