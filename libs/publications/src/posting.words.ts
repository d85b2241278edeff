/** What is to be done at a venue. */
export const postingWork = { board: '拍公示栏', screen: '拍屏幕', sheet: '贴起止告示' } as const;

/** Words of the list of boards and screens that wait for their proof. */
export const postingListLabels = {
  title: '要贴、要拍的公示',
  fields: {
    what: '要做什么',
    number: '公示编号',
    title: '公示',
    town: '镇街',
    village: '村',
    areaMu: '面积（亩）',
    since: '从什么时候起',
  },
  filters: { what: { label: '要做什么', choices: { '': '全部', ...postingWork } } },
  sorts: { oldest: '等得久的在前', newest: '最近的在前' },
} as const;

/** What frames a text's title; a list leaves it out. */
export const titleFrame = /^关于|的公示$/g;
