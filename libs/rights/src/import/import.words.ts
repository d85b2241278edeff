/** Words of the list of files that came in. */
export const importLabels = {
  title: '登记簿导入',
  search: '文件名、谁交来的',
  fields: {
    fileName: '文件',
    kind: '表',
    startedByName: '谁交来的',
    startedAt: '交来',
    finishedAt: '做完',
    rowsTotal: '行',
    added: '新增',
    changed: '改动',
    unchanged: '没有变化',
    legacy: '历史代码',
    bad: '不能导入',
    standing: '状态',
  },
  every: { '': '全部' },
  kind: '哪张表',
  standing: '状态',
  filters: { rows: { label: '行', choices: { '': '不限', bad: '有不能导入的行' } } },
  sorts: { newest: '最近的在前', bad: '不能导入的多的在前' },
} as const;

/** Words of the list of rows that did not come in. */
export const quarantineLabels = {
  title: '没有导入的行',
  search: '原因、原来的内容',
  fields: { rowNumber: '行号', field: '字段', reason: '原因', shown: '原来的内容' },
  filters: { field: { label: '字段', choices: { '': '全部字段' } } },
  sorts: { row: '按行号', field: '按字段' },
} as const;
