/** What the document calls the parts of a public text. */
export const textLabels = {
  whole: '审定的文字',
  title: '标题',
  facts: '写明的各项',
  label: '哪一项',
  value: '怎么写的',
  material: '改了要重新公示',
  paragraphs: '正文',
  parcel: {
    number: '第几块',
    contractor: '承包方',
    name: '地块',
    code: '地块代码',
    bounds: '四至',
    areaMu: '流转（亩）',
    registeredMu: '确权（亩）',
    surveyedMu: '实测（亩）',
  },
} as const;
